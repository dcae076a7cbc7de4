import { describe, expect, it } from 'vitest';
import { assess } from '../../src/whatif/assess.ts';
import { reportOf } from '../../src/whatif/report.ts';
import { headline } from '../../src/whatif/words.ts';
import { deployment, group, idOf, inventory, property, read, stack, type Predicted } from './results.ts';

const vm = 'Microsoft.Compute/virtualMachines';
const disk = 'Microsoft.Compute/disks';
const vault = 'Microsoft.KeyVault/vaults';
const known = (type: string, rest: object = {}) => ({ id: idOf(type), type, name: 'one', ...rest });
const change = (type: string, changeType: string, rest: object = {}) => ({
  resourceId: idOf(type),
  changeType,
  ...rest,
});
const modify = (type: string, path: string, before: unknown, after: unknown) =>
  change(type, 'Modify', { delta: [property(path, 'Modify', { before, after })] });

const only = (one: object, ...expected: readonly Predicted[]) => {
  const { changes, resources, notKnown } = assess(
    read(deployment([one])),
    expected.length === 0 ? undefined : inventory(...expected),
  );
  return {
    changes,
    verdict: resources[0]?.verdict,
    effects: resources[0]?.effects,
    why: notKnown.map(({ why }) => why),
  };
};

describe('what is not known', () => {
  it.each([
    ['Ignore', 'ignored'],
    ['Unsupported', 'unsupported'],
    ['Deploy', 'deploy'],
    ['Rename', 'new-word'],
  ])('%s is never called unchanged', (word, why) => {
    expect(only(change(vault, word))).toMatchObject({ changes: 'unknown', verdict: 'unknown', why: [why] });
    expect(headline(reportOf(assess(read(deployment([change(vault, word)])), undefined), new Map()))).toBe(
      'It’s not known whether anything changes: 1 not known.',
    );
  });

  it('is not an ignored resource that surely isn’t in the template', () => {
    const both = deployment([change(disk, 'Ignore'), change(vault, 'NoChange')]);
    expect(assess(read(both), inventory(known(vault)))).toMatchObject({
      changes: 'no',
      notKnown: [{ why: 'outside', decides: false }],
    });
  });

  it('is an ignored resource that the template has, or may have under a computed name', () => {
    expect(only(change(disk, 'Ignore'), known(disk))).toMatchObject({ changes: 'unknown', why: ['ignored'] });
    const computed = known(disk, { id: "[resourceId('Microsoft.Compute/disks', reference('x').name)]" });
    expect(only(change(disk, 'Ignore'), computed)).toMatchObject({ changes: 'unknown', why: ['ignored'] });
  });

  it('is a resource that the template has and the result doesn’t mention', () => {
    expect(only(change(vault, 'NoChange'), known(vault), known(disk))).toMatchObject({
      changes: 'unknown',
      why: ['missing'],
    });
  });

  it('is not a computed name if as many resources of its type are mentioned', () => {
    const roles = 'Microsoft.Authorization/roleAssignments';
    const computed = [1, 2].map((one) => known(roles, { id: `[guid(${one})]` }));
    const told = (count: number) =>
      read(
        deployment(
          Array.from({ length: count }, (_, at) => ({ resourceId: idOf(roles, `r${at}`), changeType: 'NoChange' })),
        ),
      );
    expect(assess(told(2), inventory(...computed)).changes).toBe('no');
    expect(assess(told(1), inventory(...computed)).changes).toBe('unknown');
  });

  it('is a skipped nested deployment, unless all that the template has is mentioned', () => {
    const diagnostics = [
      { level: 'Warning', code: 'NestedDeploymentSkippedFromInternalExpansion', message: 'm', target: 't' },
    ];
    const result = read(deployment([change(vault, 'NoChange')], { diagnostics }));
    expect(assess(result, undefined).changes).toBe('unknown');
    expect(assess(result, inventory(known(vault))).changes).toBe('no');
    expect(assess(result, inventory(known(vault), known(disk))).changes).toBe('unknown');
    const other = read(
      deployment([change(vault, 'NoChange')], { diagnostics: [{ ...diagnostics[0], code: 'Other' }] }),
    );
    expect(assess(other, inventory(known(vault))).changes).toBe('unknown');
  });

  it('is a potential change, an unresolved ID, and a value that only a deployment computes', () => {
    const potential = read(deployment([], { potentialChanges: [change(vault, 'Delete')] }));
    expect(assess(potential, undefined)).toMatchObject({ changes: 'unknown', notKnown: [{ why: 'potential' }] });
    expect(only({ resourceId: "[resourceId('a', reference('b').c)]", changeType: 'Create' })).toMatchObject({
      changes: 'unknown',
      why: ['unresolved-id'],
    });
    expect(only(modify(vault, 'properties.x', 'a', "[reference('b').c]"))).toMatchObject({
      changes: 'unknown',
      why: ['unresolved-value'],
    });
  });

  it('is a what-if that didn’t succeed', () => {
    expect(assess(read(deployment([], { status: 'Running' })), undefined)).toMatchObject({
      changes: 'unknown',
      notKnown: [{ why: 'failed' }],
    });
  });
});

describe('what a person must look at', () => {
  it.each([
    ['a deletion', change(vault, 'Delete'), ['delete']],
    ['a change that Azure refuses', modify(vm, 'zones', ['1'], ['2']), ['replace']],
    ['a change within it', modify(vm, 'properties.storageProfile.imageReference.sku', 'a', 'b'), ['replace']],
    ['another region', modify(vault, 'location', 'westeurope', 'northeurope'), ['replace']],
    ['another size', modify(vm, 'properties.hardwareProfile.vmSize', 'a', 'b'), []],
    ['a role', change('Microsoft.Authorization/roleAssignments', 'Create', { after: {} }), ['role-assignment']],
    ['a deleted role', change('Microsoft.Authorization/roleAssignments', 'Delete'), ['delete', 'role-assignment']],
    ['a public address', change('Microsoft.Network/publicIPAddresses', 'Create'), ['public-access']],
    [
      'public network access',
      modify(vault, 'properties.publicNetworkAccess', 'Disabled', 'Enabled'),
      ['public-access'],
    ],
    ['private network access', modify(vault, 'properties.publicNetworkAccess', 'Enabled', 'Disabled'), []],
    [
      'a rule for everyone',
      change('Microsoft.Network/networkSecurityGroups/securityRules', 'Create', {
        after: { properties: { access: 'Allow', direction: 'Inbound', sourceAddressPrefix: 'Internet' } },
      }),
      ['public-access'],
    ],
    [
      'a rule for a range',
      change('Microsoft.Network/networkSecurityGroups/securityRules', 'Create', {
        after: { properties: { access: 'Allow', direction: 'Inbound', sourceAddressPrefix: '10.0.0.0/8' } },
      }),
      [],
    ],
    ['what is unchanged', change('Microsoft.Network/publicIPAddresses', 'NoChange'), []],
  ])('%s', (_, one, effects) => {
    expect(only(one).effects).toEqual(effects);
  });

  it('comes first, the most dangerous before the others', () => {
    const result = read(
      deployment([
        change(disk, 'Create', { after: {} }),
        change('Microsoft.Network/publicIPAddresses', 'Create'),
        change(vault, 'Delete'),
        modify(vm, 'zones', ['1'], ['2']),
      ]),
    );
    expect(assess(result, undefined).resources.map(({ change: { type } }) => type.split('/')[1])).toEqual([
      'vaults',
      'virtualMachines',
      'publicIPAddresses',
      'disks',
    ]);
  });
});

describe('a stack', () => {
  const one = (changeType: string, rest: object = {}) => stack([{ id: idOf(vault), type: vault, changeType, ...rest }]);
  const of = (json: object) => assess(read(json), undefined);

  it.each(['notManaged', 'unmanaged', 'UNMANAGED'])('takes over what was %s', (before) => {
    const managementStatusChange = { before, after: 'Managed' };
    expect(of(one('noChange', { managementStatusChange }))).toMatchObject({
      changes: 'yes',
      resources: [{ verdict: 'change' }],
    });
  });

  it.each([
    [{ before: 'managed', after: 'managed' }],
    [{ before: 'notManaged', after: 'unmanaged' }],
    [{ before: null, after: 'unmanaged' }],
  ])('changes nothing by %j', (managementStatusChange) => {
    expect(of(one('noChange', { managementStatusChange }))).toMatchObject({
      changes: 'no',
      resources: [{ verdict: 'unchanged' }],
    });
  });

  it('detaches, and changes what others may do', () => {
    expect(of(one('detach'))).toMatchObject({ changes: 'yes', resources: [{ effects: ['detach'] }] });
    expect(of(one('noChange', { denyStatusChange: { before: 'none', after: 'denyDelete' } })).changes).toBe('yes');
    const deny = {
      denySettingsChange: { delta: [{ path: 'Mode', changeType: 'modify', before: 'none', after: 'denyDelete' }] },
    };
    expect(of(stack([], {}, deny)).changes).toBe('yes');
    expect(of(stack([], {}, { deploymentScopeChange: { before: group, after: `${group}2` } })).changes).toBe('yes');
    expect(of(stack([])).changes).toBe('no');
  });

  it('has potential changes as not known', () => {
    expect(of(one('delete', { changeCertainty: 'Potential' }))).toMatchObject({
      changes: 'unknown',
      resources: [{ effects: ['delete'] }],
      notKnown: [{ why: 'potential' }],
    });
  });
});

describe('the report', () => {
  it('has each change below its component, with counts and IDs', () => {
    const result = read(
      deployment([change(vault, 'Create', { after: {} }), change(disk, 'Delete'), change(vm, 'NoChange')]),
    );
    const report = reportOf(assess(result, inventory(known(vault), known(vm))), new Map([['vaults', 'Key vault']]));
    expect(report).toMatchObject({
      changes: 'yes',
      counts: { create: 1, delete: 1, unchanged: 1, modify: 0, notKnown: 0 },
      components: [
        { component: 'vaults', title: 'Key vault', ids: ['FR-101'], resources: [idOf(vault)] },
        { component: null, ids: [], resources: [idOf(disk)] },
      ],
    });
    expect(headline(report)).toBe('1 to delete, 1 to create, 1 unchanged.');
  });
});
