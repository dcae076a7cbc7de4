import { build } from 'esbuild';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { handlebarsForEsbuild } from '../../scripts/handlebars-plugin.ts';
import { blueprints, defaultBlueprint } from '../../avm-catalog/blueprints/index.ts';
import { components } from '../../avm-catalog/components/index.ts';
import { coreDefaults, coreSchema } from '../../avm-catalog/kernel/core.ts';
import { rules } from '../../avm-catalog/constitution/rules/index.ts';
import { settingsOf } from '../../src/answers/defaults.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { startAnswers, workloadName } from '../../src/answers/start.ts';

const context = { workload: 'demo', environment: 'dev', rules: settingsOf({}) };
const inputs = components.flatMap(({ name, inputs: own }) => (own ? [[name, own] as const] : []));

// Defaults are used without being parsed: these hold instead.
it.each(inputs)('the defaults of %s are what its schema takes', (_, { schema, defaults, switchOn }) => {
  const own = defaults(context) as object;
  expect(schema(z).parse(own)).toEqual(own);
  expect(schema(z).parse({ ...own, ...switchOn })).toEqual({ ...own, ...switchOn });
});

it('the defaults of the core and of every rule are what their schemas take', () => {
  expect(coreSchema(z).parse(coreDefaults(context))).toEqual(coreDefaults(context));
  for (const { parameters } of rules)
    expect(parameters.schema(z).parse(parameters.defaults)).toEqual(parameters.defaults);
});

it.each(blueprints)('what $name begins with is valid as it is', (blueprint) => {
  fc.assert(
    fc.property(fc.string(), (folder) => {
      const answers = startAnswers({ name: workloadName(folder) }, blueprint);
      expect(parseAnswers(JSON.stringify(answers))).toEqual({ answers });
    }),
    { numRuns: 50 },
  );
});

it('shows every rule, every input in use, and the switch of what is off', () => {
  const { constitution, spec, environments, tags } = startAnswers({ name: 'demo', description: 'x' });
  expect(Object.keys(constitution.rules)).toEqual(rules.map((rule) => rule.id));
  expect(constitution.rules['SEC-005']).toEqual({ level: 'must', maxHours: 3 });
  expect(Object.keys(spec)).toEqual([
    'location',
    'network',
    'lock',
    'telemetry',
    ...inputs.flatMap(([name, { token }]) => (defaultBlueprint.components.includes(name) ? [token.key] : [])),
  ]);
  expect(spec.backup).toMatchObject({ enabled: true, time: '02:00', retentionDays: 30 });
  expect(spec.loadBalancer).toEqual({ enabled: false });
  expect(spec['virtualMachine']).toHaveProperty('administrator', {
    username: 'azureadmin',
    secretName: 'vm-administrator-password',
  });
  expect(environments['prod']?.virtualMachine).toEqual({
    size: 'Standard_D4s_v5',
    administrator: { vaultName: 'kv-demo-prod-ops', vaultResourceGroup: 'rg-demo-prod-ops' },
  });
  expect(tags).toEqual({ owner: 'platform-team', costCenter: '0000', application: 'demo' });
});

it.each([
  ['demo', 'demo'],
  ['My App', 'my-app'],
  ['/home/me/Legacy_LOB.App/', 'legacy-lob-app'],
  ['C:\\work\\Ünïcode', 'unicode'],
  ['2024-billing', 'billing'],
  ['a-very-long-name-of-a-folder', 'a-very-long-name-of'],
  ['x', 'x-app'],
  ['日本', 'workload'],
  ['', 'workload'],
  ['--', 'workload'],
])('a folder %j is the workload %s', (folder, name) => {
  expect(workloadName(folder)).toBe(name);
});

it.each(['start.ts', 'write.ts', 'json-schema.ts'])(
  '%s loads no package, so that a bootstrap with defaults is quick',
  async (file) => {
    const { metafile } = await build({
      entryPoints: [`src/answers/${file}`],
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      platform: 'node',
      plugins: [handlebarsForEsbuild()],
    });
    expect(Object.keys(metafile.inputs).filter((one) => one.includes('node_modules'))).toEqual([]);
  },
);
