import { parseAllDocuments } from 'yaml';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../avm-catalog/constitution/custom/condition.ts';
import { judge, onResource } from '../../avm-catalog/constitution/custom/judge.ts';
import type { OwnRule } from '../../avm-catalog/constitution/custom/own-rule.ts';
import { Estate, type Predicted } from '../../avm-catalog/constitution/estate.ts';
import { customForm } from '../../avm-catalog/constitution/psrule/custom-form.ts';
import { forms } from '../../avm-catalog/constitution/psrule/forms.ts';
import { heldAt } from '../../avm-catalog/constitution/rule.ts';
import { rules } from '../../avm-catalog/constitution/rules/index.ts';
import { yamlLines } from '../../src/text/yaml.ts';
import { evaluate, nest, type RuleDocument } from '../support/psrule.ts';

const type = 'Microsoft.Storage/storageAccounts';
const own = (must: Condition, more: Partial<OwnRule> = {}): OwnRule => ({
  title: 'x',
  level: 'must',
  category: 'cost',
  statement: 'The workload MUST be so.',
  message: 'x',
  instead: 'x',
  resources: { type },
  must,
  ...more,
});

/** As PSRule reads the rule: from its YAML. */
function documentOf(rule: OwnRule): RuleDocument | string {
  const form = customForm(rule);
  if ('why' in form) return form.why;
  const [one] = form.requirements;
  const spec = { type: one?.types, ...(one?.where ? { where: one.where } : {}), condition: one?.must };
  const [document] = parseAllDocuments(yamlLines({ metadata: { name: 'ORG-001' }, spec }).join('\n'));
  return document?.toJS() as RuleDocument;
}

const values: readonly unknown[] = [
  undefined,
  null,
  '',
  'a',
  'A',
  'abc',
  'xaby',
  'true',
  '64',
  '0',
  64,
  63,
  65,
  0,
  true,
  false,
  [],
  ['a'],
  ['abc', 'x'],
  {},
  { a: 1 },
];
const withValue = (value: unknown): Predicted => ({
  id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/st',
  type,
  name: 'st',
  properties: value === undefined ? {} : { value },
});

const comparisons: readonly Condition[] = [
  { equals: 'a' },
  { equals: '64' },
  { equals: 'true' },
  { equals: 64 },
  { equals: true },
  { equals: null },
  { notEquals: 'a' },
  { notEquals: null },
  { in: ['a', 'abc'] },
  { in: ['a', 64] },
  { in: [true, null] },
  { notIn: ['a', 'abc'] },
  { like: 'a*' },
  { like: '*b*' },
  { notLike: '*b*' },
  { startsWith: 'a' },
  { endsWith: 'c' },
  { contains: 'a' },
  { contains: 'ab' },
  { notContains: 'abc' },
  { atLeast: 64 },
  { atMost: 64 },
  { moreThan: 64 },
  { lessThan: 64 },
  { exists: true },
  { exists: false },
  { atLeast: 1, atMost: 64 },
].map((one) => ({ path: 'properties.value', ...one }));

describe('a condition of a custom rule', () => {
  const combined: readonly Condition[] = [
    ...comparisons,
    {
      all: [
        { path: 'properties.value', exists: true },
        { path: 'name', like: 's*' },
      ],
    },
    {
      any: [
        { path: 'properties.value', equals: 'a' },
        { path: 'properties.value', atLeast: 64 },
      ],
    },
    {
      none: [
        { path: 'properties.value', equals: 'a' },
        { path: 'properties.value', equals: 64 },
      ],
    },
    { not: { path: 'properties.value', contains: 'a' } },
    { every: 'properties.value[*]', startsWith: 'a' },
    { some: 'properties.value[*]', equals: 'x' },
    { every: 'properties.value[*]', where: { path: 'a', exists: true }, holds: { path: 'a', equals: 1 } },
  ];

  it.each(combined)('%j is the same in PSRule', (must) => {
    const document = documentOf(own(must));
    if (typeof document === 'string') throw new Error(document);
    for (const value of values) {
      const resource = withValue(value);
      const judged = judge(must, onResource(resource, new Estate([resource]))).verdict;
      expect(evaluate(document, resource), JSON.stringify(value)).toBe(judged);
    }
  });

  it.each([
    [{ path: 'properties.a', within: '10.0.0.0/8' }, 'PSRule has no comparison like within.'],
    [{ path: 'properties.a', before: { days: 30 } }, 'PSRule has no comparison like before.'],
    [{ path: 'properties.a', length: { atLeast: 1 } }, 'PSRule has no comparison like length.'],
    [{ path: 'properties.a', includesPort: 22 }, 'PSRule has no comparison like includesPort.'],
    [{ path: 'properties.a', equals: { path: 'name' } }, 'It compares two values that a resource or avm.yaml has.'],
    [{ path: 'location', equals: 'westeurope' }, 'It compares regions, whose spaces don’t count.'],
    [{ path: 'properties.a', atLeast: 1.5 }, 'It compares with a number that isn’t whole.'],
    [{ path: 'properties.a', like: 'a?' }, 'Its pattern has a character that means more in PowerShell.'],
    [{ setting: 'tags.owner', exists: true }, 'It reads a setting of avm.yaml.'],
    [{ every: 'properties.a[*].b[*]', equals: 'x' }, 'It reads lists in lists.'],
    [{ path: 'properties.a', contains: 1 }, 'It looks for a number, true, false, or null in a list.'],
  ] as const)('%j isn’t expressed', (must, why) => {
    expect(documentOf(own(must))).toBe(why);
  });

  it.each([
    [{ count: { atMost: 1 } }, 'It’s about all resources of an environment together.'],
    [
      { must: { related: { type: 'Microsoft.Network/privateEndpoints', by: 'referencedBy', path: 'id' } } },
      'It compares resources with each other, and a condition sees one resource and what is below it.',
    ],
  ] as const)('and neither is %j', (more, why) => {
    expect(documentOf(own({ path: 'name', exists: true }, more))).toBe(why);
  });
});

describe('a related resource', () => {
  const account = withValue('a');
  const below = (rest: string, kind: string): Predicted => ({ id: `${account.id}/${rest}`, type: kind, name: 'x' });
  const service = below('blobServices/default', `${type}/blobServices`);
  const lock = below('providers/Microsoft.Authorization/locks/l', 'Microsoft.Authorization/locks');
  const locked = below('blobServices/default/providers/Microsoft.Authorization/locks/l', lock.type);

  it.each([
    [{ type: `${type}/blobServices`, by: 'child' }, [service], [lock]],
    [{ type: lock.type, by: 'extension' }, [lock], [service, locked]],
    [{ type: lock.type, by: 'extension', atMost: 0 }, [service, locked], [lock]],
  ] as const)('%j', (related, complies, breaks) => {
    const document = documentOf(own({ related }));
    if (typeof document === 'string') throw new Error(document);
    for (const [others, verdict] of [
      [complies, true],
      [breaks, false],
    ] as const) {
      const resources = [account, ...others];
      expect(judge({ related }, onResource(account, new Estate(resources))).verdict).toBe(verdict);
      expect(evaluate(document, nest(resources)[0] ?? account)).toBe(verdict);
    }
  });
});

it('has a form, or a reason, for rules that there are', () => {
  const ids = new Set(rules.map(({ id }) => id));
  expect(Object.keys(forms).filter((id) => !ids.has(id))).toEqual([]);
  const template = rules.filter((rule) => !heldAt(rule).resources).map(({ id }) => id);
  for (const id of template) expect(forms[id]?.({} as never, [])).toHaveProperty('why');
});
