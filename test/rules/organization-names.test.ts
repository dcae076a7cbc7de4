import { describe, expect, it } from 'vitest';
import { Estate, type Predicted } from '../../avm-catalog/constitution/estate.ts';
import type { NamePatternParameters } from '../../avm-catalog/constitution/rules/name-pattern.ts';
import { namesByPattern, uniqueNames } from '../../avm-catalog/constitution/rules/name-pattern-checks.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { answersWith } from '../plan/support.ts';

const parameters = {
  pattern: 'CTS-{environment}_{WORKLOAD}.{type}-{region}-{instance}',
  computerName: 'S{ENVIRONMENT}-{workload}{instance}',
  instance: '01',
  uniqueLength: 8,
  regionCodes: { westeurope: 'weu' },
  environmentCodes: { dev: 'D' },
};

const vnet = 'Microsoft.Network/virtualNetworks';
const vm = 'Microsoft.Compute/virtualMachines';
const account = 'Microsoft.Storage/storageAccounts';
const vault = 'Microsoft.KeyVault/vaults';

function found(type: string, name: string, computerName = 'SD-legacyapp01', changes: object = {}): readonly string[] {
  const [view] = resolve(answersWith({ constitution: { rules: { 'NAM-001': parameters } }, ...changes })).views;
  if (!view) throw new Error('no view');
  const is = view.rules.parameters<NamePatternParameters>('NAM-001');
  const properties = type === vm ? { osProfile: { computerName, windowsConfiguration: {} } } : {};
  const one: Predicted = { id: `/${type}/${name}`, type, name, properties };
  const estate = new Estate([one]);
  return [...namesByPattern(estate, is, view), ...uniqueNames(estate, view)].map(({ what }) => what);
}

describe('NAM-001 with a pattern of one separator, or none', () => {
  it.each([
    ['{type}_{workload}_{environment}', 'disk_legacyapp_dev-data0', []],
    ['{type}{workload}{environment}', 'disklegacyappdev-data0', []],
    ['{type}{workload}{environment}', 'disklegacyappdevdata0', ['disklegacyappdevdata0']],
    ['{type}{workload}{environment}', 'disklegacyapptest-data0', ['disklegacyapptest-data0']],
  ])('%s tells %s', (pattern, name, broken) => {
    const changes = { constitution: { rules: { 'NAM-001': { pattern } } } };
    expect(found('Microsoft.Compute/disks', name, '', changes)).toHaveLength(broken.length);
  });
});

describe('NAM-001 with the pattern of an organization', () => {
  it.each([
    [vnet, 'CTS-D_LEGACYAPP.vnet-weu-01'],
    ['Microsoft.Network/networkSecurityGroups', 'CTS-D_LEGACYAPP.nsg-web-weu-01'],
    [vm, 'CTS-D-LEGACYAPP.vm-weu-01'],
    ['Microsoft.Compute/disks', 'CTS-D_LEGACYAPP-disk-weu-01-data0'],
    [account, 'ctsdlegacyappstabcdefgh'.replace('h', '7')],
    [account, 'ctsdlegstabcdefg7'],
    [vault, 'CTS-D-LEGACY-kv-abcdefg7'],
  ])('is complied with by %s %s', (type, name) => expect(found(type, name)).toEqual([]));

  it.each([
    [vnet, 'vnet-legacyapp-dev-we-001', 'another pattern'],
    [vnet, 'D_LEGACYAPP.vnet-weu-01', 'no prefix'],
    [vnet, 'CTS-dev_LEGACYAPP.vnet-weu-01', 'the name of the environment'],
    [vnet, 'CTS-D_LEGACYAPP.vnet-we-01', 'the code of Azure'],
    [vnet, 'CTS-D_legacyapp.vnet-weu-01', 'lowercase'],
    [vnet, 'CTS-D-LEGACYAPP.vnet-weu-01', 'another separator'],
    [vnet, 'CTS-D_LEGACYAPPxvnet-weu-01', 'any character for a period'],
    [vnet, 'CTS-D_LEGACYAPP.vnet-weu-001', 'another width'],
    [vnet, 'CTS-D_LEGACYAPP.nsg-weu-01', 'another type'],
    [vm, 'CTS-D_LEGACYAPP.vm-weu-01', 'a separator that Azure rejects'],
    [account, 'stlegacyappdabcdefg7', 'another order'],
    [account, 'ctslegacyappstabcdefg7', 'no environment, though there is room'],
  ])('is not by %s %s: %s', (type, name) =>
    expect(found(type, name).some((what) => what.startsWith('its name doesn’t follow the pattern CTS-'))).toBe(true),
  );

  it.each([
    ['SD-legacyapp01', true],
    ['SD-l4k2z01', true],
    ['SDEV-legacyapp01', false],
    ['SD-LEGACYAPP01', false],
    ['legacyapp-D', false],
    ['SD-other01', false],
  ])('evaluates the computer name %s: %s', (name, complies) =>
    expect(found(vm, 'CTS-D-LEGACYAPP.vm-weu-01', name)).toHaveLength(complies ? 0 : 1),
  );

  it('leaves out a computer name that a setting gives', () => {
    const given = { spec: { virtualMachine: { computerName: 'PAYROLL01' } } };
    expect(found(vm, 'CTS-D-LEGACYAPP.vm-weu-01', 'PAYROLL01', given)).toEqual([]);
    expect(found(vm, 'CTS-D-LEGACYAPP.vm-weu-01', 'PAYROLL02', given)).toHaveLength(1);
  });

  it('wants the environment left out only where there is no room for it', () => {
    const long = { environments: { dev: {} }, workload: { name: 'legacyappwithaname', description: 'x' } };
    expect(found(account, 'ctslegacyappwstabcdefg7', '', long)).toEqual([]);
  });

  it('knows the room that separators and the name of a component take', () => {
    const pattern = { pattern: 'c-{ENVIRONMENT}_{workload}.{type}-{region}', uniqueLength: 9 };
    const constitution = { rules: { 'NAM-001': pattern } };
    const partner = { constitution, components: { partner: { type: 'key-vault' } } };
    expect(found(vault, 'c-l-kv-partner-abcdefg72', '', partner)).toEqual([]);
    expect(found(vault, 'c-legacyapp-kv-abcdefg72', '', { constitution })).toHaveLength(1);
  });
});
