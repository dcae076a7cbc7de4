import { arrayOf, bool, int, literals, object, string } from '../../src/bicep/type.ts';
import { call, each, item, method, text, type ObjectValue, type Value } from '../../src/bicep/value.ts';
import { component, type Composer } from '../component.ts';
import { image } from '../azure/images.ts';
import { vmSize } from '../azure/sizes.ts';
import { asCondition, choice, diagnostics, nativeDiagnostics, not, pick, zone } from '../patterns.ts';
import { virtualMachineInputs } from '../machine/inputs.ts';
import { machineProblems } from '../machine/problems.ts';
import type { SizesParameters } from '../rules/testing.ts';

export const virtualMachine = component({
  name: 'virtual-machine',
  title: 'Windows virtual machine',
  summary: 'The machine that hosts the application',
  serves: ['FR-002'],
  inputs: virtualMachineInputs,
  enabled: () => true,
  check: machineProblems,
  contribute: (c) => {
    c.name('virtualMachine', { type: 'Microsoft.Compute/virtualMachines' });
    c.name('computerName', { type: 'windowsComputerName' });
    c.name('networkInterface', { type: 'Microsoft.Network/networkInterfaces' });
    c.name('osDisk', { type: 'Microsoft.Compute/disks', abbreviation: 'osdisk' });
    c.name('dataDisk', { type: 'Microsoft.Compute/disks', abbreviation: 'disk' });
    standingAccess(c);
    outboundRules(c);
    alertRules(c);
  },
  compose: (c) => {
    c.module({
      symbol: 'virtualMachine',
      module: 'compute/virtual-machine',
      comment: 'The Windows virtual machine',
      makes: ['virtualMachine'],
      params: {
        name: c.reference('virtualMachine'),
        computerName: c.reference('computerName'),
        osType: 'Windows',
        vmSize: size(c),
        availabilityZone: zone(c),
        imageReference: imageReference(c),
        licenseType: licence(c),
        ...administrator(c),
        timeZone: timeZone(c),
        ...protection(c),
        ...disks(c),
        nicConfigurations: [networkInterface(c)],
        managedIdentities: c.because(['FR-019'], identities(c)),
        bootDiagnostics: true,
        ...patching(c),
        ...backup(c),
        ...extensions(c),
      },
    });
    nativeDiagnostics(c, { symbol: 'existingVirtualMachine', key: 'virtualMachine', type: 'Microsoft.Compute/virtualMachines@2025-04-01', what: 'The virtual machine', logs: false });
    c.output('virtualMachineName', string, 'Name of the virtual machine', c.reference('virtualMachine'));
    c.output('virtualMachineId', string, 'Resource id of the virtual machine, to open a Bastion session to', c.id('virtualMachine'));
  },
});

function size(c: Composer): Value {
  const allowed = c.rules.on('TST-002') ? c.rules.parameters<SizesParameters>('TST-002').sizes : undefined;
  return c.parameter({
    name: 'virtualMachineSize',
    type: string,
    description: 'Size of the virtual machine',
    ...(allowed ? { allowed } : {}),
    value: (view) => view.inputs.virtualMachine.size,
    answers: ['virtualMachine.size'],
    ids: ['TST-002'],
  });
}

function imageReference(c: Composer): Value {
  return c.parameter({
    name: 'image',
    type: object({ publisher: string, offer: string, sku: string, version: string }),
    description: 'Marketplace image of the operating system',
    value: ({ inputs: { virtualMachine: is } }) => {
      const found = image(is.image);
      return { publisher: found?.publisher ?? '', offer: found?.offer ?? '', sku: found?.sku ?? is.image, version: is.imageVersion };
    },
    answers: ['virtualMachine.image', 'virtualMachine.imageVersion'],
    ids: ['TST-003'],
  });
}

function licence(c: Composer): Value | undefined {
  const hybrid = c.choose({
    name: 'useHybridBenefit',
    type: bool,
    description: 'Use Windows Server licences of one’s own (Azure Hybrid Benefit)',
    value: (view) => view.inputs.virtualMachine.licence === 'azureHybridBenefit',
    answers: ['virtualMachine.licence'],
  });
  return hybrid === false ? undefined : choice(hybrid, 'Windows_Server', null);
}

function administrator(c: Composer): ObjectValue {
  const given = c.parameter({
    name: 'administrator',
    type: object({ username: string, vaultName: string, vaultResourceGroup: string, secretName: string }),
    description: 'The local administrator: name, and where the password is, a secret in a key vault that exists beforehand',
    value: ({
      inputs: {
        virtualMachine: { administrator: is },
      },
    }) => ({ username: is.username, vaultName: is.vaultName, vaultResourceGroup: is.vaultResourceGroup, secretName: is.secretName }),
    answers: ['virtualMachine.administrator'],
    ids: ['SEC-012', 'FR-009'],
  });
  const at = (key: string) => ({ ...given, path: [key] });
  const vault = c.existing({
    symbol: 'administratorVault',
    type: 'Microsoft.KeyVault/vaults@2025-05-01',
    name: at('vaultName'),
    scope: call('resourceGroup', at('vaultResourceGroup')),
    comment: 'Vault that holds the administrator’s password; it exists beforehand',
    ids: ['SEC-012', 'FR-009'],
  });
  return { adminUsername: c.because(['FR-009'], at('username')), adminPassword: c.because(['SEC-012', 'FR-009'], method(vault, 'getSecret', at('secretName'))) };
}

function timeZone(c: Composer): Value | undefined {
  const chosen = c.choose({ name: 'timeZone', type: string, description: 'Windows time zone of the machine', value: (view) => view.inputs.virtualMachine.timeZone, answers: ['virtualMachine.timeZone'] });
  return chosen === 'UTC' ? undefined : chosen;
}

function protection(c: Composer): ObjectValue {
  const host = c.choose({ name: 'encryptionAtHost', type: bool, description: 'Encrypt temporary disks and caches at the host; needs the feature registered in the subscription', value: (view) => view.inputs.virtualMachine.encryptionAtHost, answers: ['virtualMachine.encryptionAtHost'], ids: ['SEC-010'] });
  const trusted = c.choose({ name: 'trustedLaunch', type: bool, description: 'Start with secure boot and a virtual TPM', value: (view) => view.inputs.virtualMachine.trustedLaunch, answers: ['virtualMachine.trustedLaunch'], ids: ['SEC-011'] });
  return {
    encryptionAtHost: host === false ? undefined : c.because(['SEC-010'], host),
    securityType: trusted === false ? undefined : c.because(['SEC-011'], choice(trusted, 'TrustedLaunch', null)),
    secureBootEnabled: trusted === false ? undefined : c.because(['SEC-011'], trusted),
    vTpmEnabled: trusted === false ? undefined : c.because(['SEC-011'], trusted),
  };
}

const diskTypes = literals('Premium_LRS', 'Premium_ZRS', 'StandardSSD_LRS', 'StandardSSD_ZRS', 'Standard_LRS');

function disks(c: Composer): ObjectValue {
  const sets = c.collect('diskEncryption');
  const encryption = sets.length === 0 ? {} : { diskEncryptionSetResourceId: c.because(['SEC-009'], pick(sets, (set) => set.id)) };
  const osDisk = c.parameter({
    name: 'osDisk',
    type: object({ sizeGb: int, type: diskTypes }),
    description: 'Size in GiB and type of the disk with the operating system',
    value: ({ inputs: { virtualMachine: is } }) => ({ sizeGb: is.osDisk.sizeGb, type: is.osDisk.type }),
    answers: ['virtualMachine.osDisk'],
  });
  const hasData = c.views.some((view) => view.inputs.virtualMachine.dataDisks.length > 0);
  return {
    osDisk: {
      name: c.reference('osDisk'),
      caching: 'ReadWrite',
      createOption: 'FromImage',
      deleteOption: 'Delete',
      diskSizeGB: { ...osDisk, path: ['sizeGb'] },
      managedDisk: { storageAccountType: { ...osDisk, path: ['type'] }, ...encryption },
    },
    dataDisks: hasData ? c.because(['FR-018'], dataDisks(c, encryption)) : undefined,
  };
}

function dataDisks(c: Composer, encryption: ObjectValue): Value {
  const given = c.parameter({
    name: 'dataDisks',
    type: arrayOf(object({ name: string, lun: int, sizeGb: int, type: diskTypes, caching: literals('None', 'ReadOnly', 'ReadWrite') })),
    description: 'Data disks of the machine; a disk keeps its name and its lun for life',
    value: (view) => view.inputs.virtualMachine.dataDisks.map(({ name, lun, sizeGb, type, caching }) => ({ name, lun, sizeGb, type, caching })),
    answers: ['virtualMachine.dataDisks'],
    ids: ['FR-018'],
  });
  return each('disk', given, {
    name: text`${c.reference('dataDisk')}-${item('disk', 'name')}`,
    lun: item('disk', 'lun'),
    caching: item('disk', 'caching'),
    createOption: 'Empty',
    deleteOption: 'Detach',
    diskSizeGB: item('disk', 'sizeGb'),
    managedDisk: { storageAccountType: item('disk', 'type'), ...encryption },
  });
}

function networkInterface(c: Composer): ObjectValue {
  const accelerated = c.choose({
    name: 'acceleratedNetworking',
    type: bool,
    description: 'Accelerated networking, where the size has it',
    value: (view) => vmSize(view.inputs.virtualMachine.size)?.acceleratedNetworking ?? false,
    answers: ['virtualMachine.size'],
  });
  const pools = c.collect('backendPool');
  return {
    name: c.reference('networkInterface'),
    deleteOption: 'Delete',
    enableAcceleratedNetworking: accelerated,
    ipConfigurations: [
      {
        name: 'ipconfig-01',
        subnetResourceId: c.id('subnetWorkload'),
        loadBalancerBackendAddressPools: pools.length === 0 ? undefined : c.because(['FR-008'], pick(pools, (pool): Value => [{ id: pool.id }], [])),
      },
    ],
    diagnosticSettings: diagnostics(c),
  };
}

function identities(c: Composer): ObjectValue {
  const workload = c.collect('madeIdentity').filter((one) => one.item.key === 'workload');
  const guest = c.collect('guestConfiguration');
  return { systemAssigned: guest.length === 0 ? undefined : c.because(['SEC-007'], pick(guest, () => true, false)), userAssignedResourceIds: workload.map((one) => one.item.id) };
}

function patching(c: Composer): ObjectValue {
  const windows = c.collect('maintenance');
  const window = pick(windows, (one) => one.id, '');
  return {
    patchMode: 'AutomaticByPlatform',
    patchAssessmentMode: 'AutomaticByPlatform',
    bypassPlatformSafetyChecksOnUserSchedule: pick(windows, () => true, false),
    maintenanceConfigurationResourceId: windows.length === 0 ? undefined : c.because(['FR-014'], window),
  };
}

function backup(c: Composer): ObjectValue {
  const vaults = c.collect('backup');
  if (vaults.length === 0) return {};
  return {
    backupVaultName: c.because(['FR-013'], pick(vaults, (one) => one.vault, '')),
    backupPolicyName: c.because(['FR-013'], pick(vaults, (one) => one.policy, '')),
  };
}

function extensions(c: Composer): ObjectValue {
  const rules = c.collect('collectionRule');
  const guests = c.collect('guestConfiguration');
  const scripts = c.collect('customScript');
  const off: ObjectValue = { enabled: false };
  const identities = c.collect('madeIdentity').filter((one) => one.item.key === 'workload');
  const agent = (rule: { readonly name: Value; readonly id: Value }): Value => ({
    enabled: true,
    enableAutomaticUpgrade: true,
    dataCollectionRuleAssociations: [{ name: rule.name, dataCollectionRuleResourceId: rule.id }],
    settings: { authentication: { managedIdentity: { 'identifier-name': 'mi_res_id', 'identifier-value': pick(identities, (one) => one.id) } } },
  });
  return {
    extensionMonitoringAgentConfig: rules.length === 0 ? undefined : c.because(['OPS-003'], pick(rules, agent, { enabled: false, dataCollectionRuleAssociations: [] })),
    extensionGuestConfigurationExtension: guests.length === 0 ? undefined : c.because(['SEC-007'], pick(guests, (): Value => ({ enabled: true, enableAutomaticUpgrade: true }), off)),
    guestConfiguration: guests.length === 0 ? undefined : c.because(['SEC-007'], pick(guests, (one) => one.value, {})),
    extensionCustomScriptConfig: scripts.length === 0 ? undefined : c.because(['FR-007'], pick(scripts, (one) => one.value(identities))),
  };
}

function outboundRules(c: Composer): void {
  const allow = (name: string, priority: number, protocol: 'Tcp' | 'Udp' | '*', destination: string, ports: readonly string[], description: string): void =>
    c.contribute('securityRule', { subnet: 'workload', rule: { name, priority, direction: 'Outbound', access: 'Allow', protocol, description, source: '*', destination, ports } }, { ids: ['SEC-006'] });
  allow('AllowNetworkOutbound', 100, '*', 'VirtualNetwork', ['*'], 'Private endpoints and peered networks');
  allow('AllowWebOutbound', 110, 'Tcp', 'Internet', ['80', '443'], 'Updates, agents and certificates, through the planned way out');
  allow('AllowActivationOutbound', 120, 'Tcp', 'Internet', ['1688'], 'Windows activation');
  c.contribute('securityRule', {
    subnet: 'workload',
    rule: { name: 'DenyAllOutbound', priority: 4000, direction: 'Outbound', access: 'Deny', protocol: '*', description: 'What no rule above allows is denied', source: '*', destination: '*', ports: ['*'] },
  }, { ids: ['SEC-006'] });
}

/** Where remote desktop is not opened just in time, it stands open to where administrators come from. */
function standingAccess(c: Composer): void {
  const justInTime = c.given('just-in-time');
  const from = c.collect('administration');
  if (justInTime === true || from.length === 0) return;
  c.contribute(
    'securityRule',
    {
      subnet: 'workload',
      rule: { name: 'AllowRemoteDesktopInbound', priority: 200, direction: 'Inbound', access: 'Allow', protocol: 'Tcp', description: 'Administrators, through Azure Bastion', source: pick(from, (one) => one.prefix, 'VirtualNetwork'), destination: '*', ports: ['3389'] },
    },
    { on: justInTime === false ? undefined : asCondition(not(justInTime)), ids: ['SEC-004'] },
  );
}

function alertRules(c: Composer): void {
  const alert = (key: string, description: string, severity: number, metric: string, operator: 'GreaterThan' | 'LessThan', threshold: number): void =>
    c.contribute('metricAlert', {
      key,
      description,
      severity,
      scope: c.id('virtualMachine'),
      resourceType: 'Microsoft.Compute/virtualMachines',
      frequency: 'PT5M',
      window: 'PT15M',
      metric,
      aggregation: 'Average',
      operator,
      threshold,
    });
  alert('machine-unavailable', 'The machine is not available', 0, 'VmAvailabilityMetric', 'LessThan', 1);
  alert('processor-busy', 'The processors are busier than 90 percent', 2, 'Percentage CPU', 'GreaterThan', 90);
  alert('memory-short', 'Less than 10 percent of memory is available', 2, 'Available Memory Percentage', 'LessThan', 10);
}
