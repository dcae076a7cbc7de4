import { describe, expect, it } from 'vitest';
import { allows, covers, roleActions, type DeploymentRole } from '../../../avm-catalog/azure/role-actions.ts';
import { permissionsIn } from '../../../src/files/readme/permissions.ts';
import { Workspace } from '../../../src/files/readme/sides.ts';
import { cases, readCase } from '../../cases/cases.ts';

describe('actions of roles', () => {
  it('fit with their wildcards, in any case, and as a whole', () => {
    expect(covers('*/read', 'Microsoft.Network/virtualNetworks/read')).toBe(true);
    expect(covers('microsoft.network/*', 'Microsoft.Network/virtualNetworks/write')).toBe(true);
    expect(covers('Microsoft.Authorization/locks/write', 'Microsoft.Authorization/locks/writes')).toBe(false);
    expect(covers('Microsoft.Network/*', 'MicrosoftXNetwork/a/write')).toBe(false);
  });

  it.each([
    ['Contributor', 'Microsoft.Storage/storageAccounts/write', true],
    ['Contributor', 'Microsoft.Authorization/locks/write', false],
    ['Contributor', 'Microsoft.Authorization/policyAssignments/write', false],
    ['Locks Contributor', 'Microsoft.Authorization/locks/write', true],
    ['Locks Contributor', 'Microsoft.Authorization/roleAssignments/write', false],
    ['Role Based Access Control Administrator', 'Microsoft.Authorization/roleAssignments/write', true],
    ['Role Based Access Control Administrator', 'Microsoft.Authorization/locks/write', false],
    ['User Access Administrator', 'Microsoft.Authorization/locks/write', true],
    ['Key Vault Contributor', 'Microsoft.KeyVault/managedHSMs/write', false],
    ['Private DNS Zone Contributor', 'Microsoft.Network/privateEndpoints/write', false],
  ] as const)('%s: %s is %s', (role, action, is) => {
    expect(allows(role, action)).toBe(is);
  });
});

describe('the README’s required permissions', () => {
  const rows = cases.flatMap((name) => {
    const { plan, spec } = readCase(name).generated;
    if (!plan || !spec) return [];
    const workspace = new Workspace(plan, spec);
    return workspace.sides.flatMap(({ environment }) => permissionsIn(workspace, environment));
  });

  it('name no action that one of their roles lacks', () => {
    const named = rows.flatMap(({ anyOf, actions = [] }) =>
      anyOf.flatMap((role) => actions.map((action) => [role, action] as const)),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(([role, action]) => !allows(role, action))).toEqual([]);
  });

  it('use every role whose actions are known', () => {
    const used = new Set(rows.flatMap<DeploymentRole>(({ anyOf }) => anyOf));
    expect([...used].toSorted()).toEqual(Object.keys(roleActions).toSorted());
  });
});
