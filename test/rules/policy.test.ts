import { describe, expect, it } from 'vitest';
import { Estate, type Predicted } from '../../avm-catalog/constitution/estate.ts';
import { policiesAssigned } from '../../avm-catalog/constitution/rules/policy-checks.ts';
import { fileOf, findingsOf } from '../plan/support.ts';

const type = 'Microsoft.Authorization/policyAssignments';
const definition = '/providers/Microsoft.Authorization/policyDefinitions/83a86a26-fd1f-447c-b59d-e51f44264114';

const assigned = (enforcementMode?: string): Predicted => ({
  id: `/subscriptions/s/resourceGroups/g/providers/${type}/a`,
  type,
  name: 'a',
  properties: { policyDefinitionId: definition.toUpperCase(), enforcementMode },
});
const verdicts = (enforced: boolean, ...resources: readonly Predicted[]): readonly string[] =>
  policiesAssigned(new Estate(resources), { definitions: [definition], enforced }).map(({ untold, resource }) =>
    untold ? 'untold' : resource === '' ? 'missing' : 'broken',
  );

describe('a definition that must be assigned', () => {
  it.each([
    ['and is not', false, [], ['missing']],
    ['and is evaluated', false, [assigned('DoNotEnforce')], []],
    ['and enforced, and is by default', true, [assigned()], []],
    ['and enforced, and is evaluated only', true, [assigned('DoNotEnforce')], ['broken']],
    ['and enforced, as a deployment determines', true, [assigned("[parameters('x')]")], ['untold']],
  ] as const)('%s', (_, enforced, resources, expected) => {
    expect(verdicts(enforced, ...resources)).toEqual(expected);
  });
});

describe('assignments in the settings', () => {
  const one = { name: 'no-public-addresses', definitionId: definition, parameters: { effect: 'Audit' }, message: '' };
  const codes = (is: object, rule: object = {}): readonly string[] =>
    findingsOf({ constitution: { rules: { 'SEC-035': rule } }, spec: { policyAssignments: is } })
      .filter(({ where }) => String(where?.answer).includes('policyAssignments'))
      .map(({ code }) => code);

  it('have names that differ, and are there if they are on', () => {
    expect(codes({ enabled: true, assignments: [one] })).toEqual([]);
    expect(codes({ enabled: true, assignments: [one, one] })).toEqual(['answer-twice']);
    expect(codes({ enabled: true })).toEqual(['answer-missing']);
  });

  it('are those that a rule names', () => {
    const rule = { level: 'must', definitions: [definition], enforced: true };
    expect(codes({ enabled: true, assignments: [one], enforce: true }, rule)).toEqual([]);
    expect(codes({ enabled: true, assignments: [one] }, rule)).toEqual(['rule-broken']);
    expect(codes({ enabled: false, assignments: [one] }, rule)).toEqual(['rule-broken']);
  });

  it('only evaluate, without an identity, until somebody says otherwise', () => {
    const bicep = fileOf('main.bicep', { spec: { policyAssignments: { enabled: true, assignments: [one] } } });
    expect(bicep).toContain("enforcementMode: 'DoNotEnforce'");
    expect(bicep).toContain('managedIdentities: {}');
  });
});
