import { describe, expect, it } from 'vitest';
import { Estate, type Predicted } from '../../avm-catalog/constitution/estate.ts';
import { roles } from '../../avm-catalog/azure/roles.ts';
import { leastPrivilege } from '../../avm-catalog/constitution/rules/identity-checks.ts';
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

describe('SEC-018', () => {
  const assignment = (principalId: string, role: string): Predicted => ({
    id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Authorization/roleAssignments/r',
    type: 'Microsoft.Authorization/roleAssignments',
    name: 'r',
    properties: { principalId, roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${role}` },
  });
  const ofPolicy = `[reference('${assigned().id}', '2025-03-01', 'full').identity.principalId]`;

  it.each([
    ['lets a policy assignment have a narrow role on the resource group', ofPolicy, roles['Security Admin'], 0],
    ['lets it have no broad one', ofPolicy, roles.Contributor, 1],
    ['lets nobody else have one', '11111111-1111-4111-8111-111111111111', roles['Security Admin'], 1],
  ])('%s', (_, principal, role, expected) => {
    expect(leastPrivilege(new Estate([assignment(principal, role)]))).toHaveLength(expected);
  });
});

describe('assignments in the settings', () => {
  const one = {
    name: 'no-public-addresses',
    definitionId: definition,
    parameters: { effect: 'Audit' },
    message: '',
    roles: [],
  };
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

  it('have an identity with the roles that are given, and no other', () => {
    const role = '/providers/Microsoft.Authorization/roleDefinitions/fb1c8493-542b-48eb-b624-b4c8fea62acd';
    const other = '/providers/Microsoft.Authorization/roleDefinitions/00000000-0000-4000-8000-000000000001';
    const changing = { ...one, name: 'defender', roles: [role, other] };
    const given = { enabled: true, assignments: [one, changing] };
    const changes = { spec: { policyAssignments: given } };
    const bicep = fileOf('main.bicep', changes);
    expect(bicep).toMatch(/managedIdentities: empty\(assignment\.roles\)\s+\? {}\s+: {\s+systemAssigned: true\s+}/);
    expect(bicep).toContain('roleDefinitionIds: assignment.roles');
    expect(bicep).toContain('roles: []');
    expect(bicep).toContain("'/providers/Microsoft.Authorization/roleDefinitions/${roleIds.securityAdmin}'");
    expect(bicep).toContain(`'${other}'`);
    const readme = fileOf('README.md', changes);
    expect(readme).toMatch(/\| Role Based Access Control Administrator \|.*Security Admin/);
    expect(readme).toContain('az policy remediation create --resource-group "$group" --name defender');
    expect(codes({ enabled: true, assignments: [{ ...changing, roles: [role, role.toUpperCase()] }] })).toEqual([
      'answer-twice',
    ]);
  });
});
