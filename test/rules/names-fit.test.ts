import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Estate, type Predicted } from '../../avm-catalog/constitution/estate.ts';
import type { NamePatternParameters } from '../../avm-catalog/constitution/rules/name-pattern.ts';
import { namesByPattern, uniqueNames } from '../../avm-catalog/constitution/rules/name-pattern-checks.ts';
import { Namer } from '../../src/plan/names.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { answersWith } from '../plan/support.ts';

const patterns = [
  {},
  { pattern: 'c-{ENVIRONMENT}_{workload}.{type}-{region}', uniqueLength: 9 },
  { pattern: 'CTS-{environment}_{WORKLOAD}.{type}-{region}-{instance}', uniqueLength: 8 },
  { pattern: '{type}{WORKLOAD}{environment}{instance}', instance: '7', uniqueLength: 13 },
  { globalPattern: 'c{workload}{type}{environment}{unique}' },
];
const environmentNames = ['dev', 'acceptance', 'production', 'q'];
const componentNames = ['reports', 'partner', 'audit-trail', 'x1', 'site-content-of-partners'];

const given = fc.record({
  pattern: fc.constantFrom(...patterns),
  workload: fc.constantFrom('legacyapp', 'a', 'long-name-of-a-workload', 'x-y'),
  environments: fc.subarray(environmentNames, { minLength: 1 }),
  components: fc.subarray(componentNames),
});

it('globally unique names of the plan comply with NAM-001 and NAM-002, whatever the pattern and the names in it', () => {
  fc.assert(
    fc.property(given, ({ pattern, workload, environments, components }) => {
      const spec = resolve({
        ...answersWith({
          workload: { name: workload },
          constitution: { rules: { 'NAM-001': pattern } },
          components: Object.fromEntries(components.map((name) => [name, { type: 'key-vault' }])),
        }),
        environments: Object.fromEntries(environments.map((name) => [name, {}])),
        defaultEnvironment: environments[0] ?? '',
      });
      const namer = new Namer(workload, spec.views, spec.settings);
      for (const view of spec.views) {
        const is = view.rules.parameters<NamePatternParameters>('NAM-001');
        const all = [undefined, ...components].flatMap((qualifier) =>
          ['Microsoft.KeyVault/vaults', 'Microsoft.Storage/storageAccounts'].map((type): Predicted => {
            const name = namer.name({ type, ...(qualifier === undefined ? {} : { qualifier }) }).in(view);
            return { id: `/${type}/${name}`, type, name };
          }),
        );
        const estate = new Estate(all);
        const found = [...namesByPattern(estate, is, view), ...uniqueNames(estate, view)];
        expect(found.map(({ resource, what }) => `${resource} in ${view.environment}: ${what}`)).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});
