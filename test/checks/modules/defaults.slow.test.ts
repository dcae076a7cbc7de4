import { expect, it } from 'vitest';
import { compileSamples } from '../../../scripts/modules/compile.ts';
import { sampleOf } from '../../../scripts/modules/samples.ts';
import { readDefaults } from '../../../scripts/modules/values.ts';
import { modulesFolder } from '../../support/modules.ts';
import { isMissing } from '../../support/tools.ts';

const folder = modulesFolder();

it.skipIf(folder === null || isMissing('bicep'))(
  'modules are accepted with the values of their own tests',
  { timeout: 600_000 },
  async () => {
    const samples = Object.entries(readDefaults())
      .filter(([, params]) => Object.keys(params).length > 0)
      .map(([module]) => sampleOf(module));
    const outcomes = await compileSamples(samples, folder ?? '');
    const accepted = outcomes.filter(({ stage }) => stage === 'accepted');
    const others = outcomes
      .filter(({ stage }) => stage !== 'accepted')
      .map(({ module, stage }) => `${module}: ${stage}`);
    expect(others.toSorted()).toEqual([
      'avm/res/insights/diagnostic-setting: other scope',
      'avm/res/managed-services/registration-definition: other scope',
    ]);
    expect(accepted.length).toBeGreaterThanOrEqual(30);
  },
);
