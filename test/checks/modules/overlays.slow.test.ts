import { expect, test } from 'vitest';
import type { TypeNode, Types } from '../../../avm-catalog/modules/interface.ts';
import { loadInterface } from '../../../avm-catalog/modules/load.ts';
import { applyOverlays, overlays } from '../../../avm-catalog/modules/overlays.ts';
import { modulePath, pins, type ModuleName } from '../../../avm-catalog/modules/pins.ts';
import { acceptsNull, isRequired, isUntyped, resolve } from '../../../avm-catalog/modules/resolve.ts';
import { Printer } from '../../../src/bicep/print.ts';
import type { ObjectValue, Value } from '../../../src/bicep/value.ts';
import { checkParameters } from '../../../src/plan/interface-check.ts';
import { compileCalls } from './compile-stubs.ts';
import { isMissing } from '../../support/tools.ts';

/** A value with every property there is; `turn` picks the variant. */
function full(types: Types, declared: TypeNode, turn: number, depth = 0): Value {
  const node = resolve(types, declared);
  const inner = (one: TypeNode): Value => full(types, one, turn, depth + 1);
  if (node.discriminator) {
    const variants = Object.values(node.discriminator.mapping);
    return inner(variants[turn % variants.length]!);
  }
  if (node.type === 'object') {
    const entries = Object.entries(node.properties ?? {}).filter(([, one]) => depth < 8 || !acceptsNull(types, one));
    const others = node.additionalProperties ? [['any', inner(node.additionalProperties)] as const] : [];
    return Object.fromEntries([...entries.map(([name, one]) => [name, inner(one)] as const), ...others]);
  }
  if (node.type === 'array') return node.items && !isUntyped(resolve(types, node.items)) ? [inner(node.items)] : [];
  return (
    (node.allowedValues?.[0] as Value | undefined) ??
    { string: 'a', int: node.minValue ?? 1, bool: true }[node.type ?? 'string'] ??
    'a'
  );
}

const names = (Object.keys(pins) as ModuleName[]).filter((name) => overlays[modulePath(name)]);
const calls = names.flatMap((name) => {
  const [module, version] = [modulePath(name), pins[name]];
  const loaded = loadInterface(module, version);
  if ('finding' in loaded) throw new Error(module);
  const iface = applyOverlays(loaded.interface);
  const filled = Object.keys(overlays[module]!).flatMap((path) => /^parameters\.(\w+)$/.exec(path)?.[1] ?? []);
  const wanted = new Set([
    ...filled,
    'tags',
    'criteria',
    'backupPolicies',
    'networkAcls',
    'dataCollectionRuleProperties',
  ]);
  const entries = Object.entries(iface.parameters).filter(
    ([key, node]) => wanted.has(key) || isRequired(iface.types, node),
  );
  return [0, 1, 2].map((turn) => {
    const params: ObjectValue = Object.fromEntries(entries.map(([key, node]) => [key, full(iface.types, node, turn)]));
    return { module, version, iface, params };
  });
});

test('values with all that the overlays name are right to the check', () => {
  for (const { module, iface, params } of calls) {
    const problems = checkParameters(iface, params).filter(({ code }) => code !== 'literal-secret');
    expect([module, problems]).toEqual([module, []]);
  }
});

const given = {
  string: { type: 'string' },
  object: (properties: Record<string, TypeNode>): TypeNode => ({ type: 'object', properties }),
} as const;
const criteria = (kind: string, items: TypeNode): TypeNode =>
  given.object({
    severity: { type: 'int' },
    enabled: { type: 'bool' },
    scopes: { type: 'array', items: given.string },
    evaluationFrequency: given.string,
    windowSize: given.string,
    criteria: given.object({
      'odata.type': { type: 'string', allowedValues: [`Microsoft.Azure.Monitor.${kind}`] },
      allOf: { type: 'array', items },
    }),
  });
const overlayAt = (name: ModuleName, path: string): TypeNode => overlays[modulePath(name)]![path]!;

/** Where the module leaves its own type open but hands the value on as it is. */
const handedOn: readonly (readonly [string, TypeNode])[] = [
  [
    'Microsoft.RecoveryServices/vaults/backupPolicies@2024-10-01',
    overlayAt('recovery-services/vault', 'types.backupPolicyType.properties'),
  ],
  [
    'Microsoft.GuestConfiguration/guestConfigurationAssignments@2024-04-05',
    given.object({ guestConfiguration: overlayAt('compute/virtual-machine', 'parameters.guestConfiguration') }),
  ],
  [
    'Microsoft.Insights/metricAlerts@2018-03-01',
    criteria(
      'SingleResourceMultipleMetricCriteria',
      overlayAt('insights/metric-alert', 'types.alertResourceType.allof[]'),
    ),
  ],
  [
    'Microsoft.Insights/metricAlerts@2018-03-01',
    criteria(
      'MultipleResourceMultipleMetricCriteria',
      overlayAt('insights/metric-alert', 'types.alertMultiResourceType.allof[]'),
    ),
  ],
];

test.skipIf(isMissing('bicep'))('so are values that modules hand on without a type', async () => {
  const printer = new Printer(() => '');
  const resources = handedOn.flatMap(([type, node]) =>
    [0, 1, 2].map((turn) => ({ type, properties: full({}, node, turn) as ObjectValue })),
  );
  const text = resources.map(
    ({ type, properties }, index) =>
      `resource r${index} '${type}' = {\n  name: 'a/b${index}'\n  location: 'global'\n  properties: ${printer.object(properties, 2)}\n}`,
  );
  const [said] = await compileCalls([], { head: text.join('\n') });
  // The name and the scope of these resources are not what is tried here.
  expect(said!.filter((message) => !/BCP135|BCP169|BCP037.*"location"|BCP187/.test(message))).toEqual([]);
});

test.skipIf(isMissing('bicep'))('and to the schemas of the resource providers', async () => {
  const printer = new Printer(() => '');
  const printed = calls.map(({ module, version, params }) => ({ module, version, params: printer.object(params, 2) }));
  const [, ...said] = await compileCalls(printed, { derived: true });
  expect(
    calls.map(({ module }, index) => [module, said[index]]).filter(([, messages]) => messages!.length > 0),
  ).toEqual([]);
});
