import { beforeAll, describe, expect, it } from 'vitest';
import { bicepPath } from '../support/bicep.ts';
import { modulesFolder } from '../support/modules.ts';
import { byEnvironment, caseWorkspace, statedByCheck, statedByReport, type Stated } from './states.ts';

const modules = modulesFolder();

/** Each is checked and reported twice: one for every source of a state (rules on and off, attested, own, waived, unknown types, other blueprints). */
const stated = [
  'defaults',
  'everything-on',
  'everything-off',
  'differing-environments',
  'own-rules',
  'own-bicep',
  'waivers',
  'added-modules',
  'data-store',
  'empty',
];

beforeAll(() => {
  process.env['BICEP_PATH'] = bicepPath();
});

describe.skipIf(modules === null).each(stated)('%s, over what would be deployed', (name) => {
  it('has the same states in avm check and in the report, and none that a document decided otherwise', async () => {
    const cwd = await caseWorkspace(name);
    const before = byEnvironment(await statedByCheck(cwd, '--depth', 'interface'));
    // No level beyond it decides a state.
    const level = ['--depth', 'snapshot', '--modules', modules ?? ''];
    const told = await statedByCheck(cwd, ...level);
    const after = byEnvironment(told);
    expect(await statedByReport(cwd, ...level)).toEqual(after);
    const decided = (all: Stated): readonly string[] =>
      Object.entries(all).flatMap(([id, here]) =>
        Object.entries(here).flatMap(([environment, state]) =>
          before[id]?.[environment] === 'Not evaluated' ? [] : [`${id} ${environment} ${state}`],
        ),
      );
    expect(decided(after)).toEqual(decided(before));
    for (const { id, environments } of told)
      for (const [environment, { state, why }] of Object.entries(environments))
        // What a person attests is never evaluated, and says who did; nor is what nobody knows of a type in a file of theirs.
        expect([id, environment, state === 'Not evaluated', why === '']).toEqual([
          id,
          environment,
          /attested|the catalog doesn’t know whether/.test(why),
          false,
        ]);
  });
});
