import { describe, expect, it } from 'vitest';
import { billOf } from '../../avm-catalog/constitution/billing/bill.ts';
import { magnitude, rounded } from '../../avm-catalog/constitution/billing/words.ts';
import { Estate, type Predicted } from '../../avm-catalog/constitution/estate.ts';
import { limitWords, withinLimit } from '../../avm-catalog/constitution/rules/cost-limit-checks.ts';

const scope = '/subscriptions/s/resourceGroups/g/providers';

function resource(type: string, rest: object = {}, name = 'one'): Predicted {
  return { id: `${scope}/${type}/${name}`, type, name, ...rest };
}

const image = { publisher: 'MicrosoftWindowsServer', offer: 'WindowsServer', sku: '2025' };
const osDisk = { diskSizeGB: 128, managedDisk: { storageAccountType: 'Premium_LRS' } };
const vm = (properties: object = {}, rest: object = {}): Predicted =>
  resource('Microsoft.Compute/virtualMachines', {
    properties: {
      hardwareProfile: { vmSize: 'Standard_D4s_v5' },
      storageProfile: { imageReference: image, osDisk },
      ...properties,
    },
    ...rest,
  });

/** What each charge is for, with its least and most in cents; `?` is unknown. */
function told(...resources: readonly Predicted[]): readonly string[] {
  const cents = (usd: number | undefined): string => (usd === undefined ? '?' : String(Math.round(usd * 100)));
  return billOf(new Estate(resources)).rows.map(
    (row) => `${row.by} ${row.what} ${cents(row.least)} ${cents(row.most)}`,
  );
}
const first = (...resources: readonly Predicted[]): string => told(...resources)[0] ?? '';

const stop = (more: object = {}): Predicted =>
  resource('Microsoft.DevTestLab/schedules', {
    properties: {
      status: 'Enabled',
      taskType: 'ComputeVmShutdownTask',
      dailyRecurrence: { time: '1900' },
      targetResourceId: vm().id,
      ...more,
    },
  });

describe('a VM', () => {
  it.each([
    ['with a Windows license', vm(), 'time VM, Standard_D4s_v5 with a Windows license 30222 30222'],
    [
      'with Azure Hybrid Benefit',
      vm({ licenseType: 'Windows_Server' }),
      'time VM, Standard_D4s_v5 with Azure Hybrid Benefit 16790 16790',
    ],
    [
      'with Linux',
      vm({
        osProfile: { linuxConfiguration: { a: 1 } },
        storageProfile: { osDisk, imageReference: { publisher: 'Canonical', offer: 'ubuntu-24_04-lts' } },
      }),
      'time VM, Standard_D4s_v5 16790 16790',
    ],
  ])('is charged for by size and license: %s', (_, one, text) => expect(first(one)).toBe(text));

  it.each([
    ['Spot', vm({ priority: 'Spot' })],
    ['a plan of the marketplace', vm({}, { plan: { name: 'x' } })],
    ['a dedicated host', vm({ host: { id: 'x' } })],
    ['an image with a fee', vm({ storageProfile: { osDisk, imageReference: { publisher: 'MicrosoftSQLServer' } } })],
    ['Ultra Disk', vm({ additionalCapabilities: { ultraSSDEnabled: true } })],
    ['a size without a quote', vm({ hardwareProfile: { vmSize: 'Standard_E4as_v5' } })],
    ['a computed size', vm({ hardwareProfile: { vmSize: '[parameters(1)]' } })],
  ])('has an unknown price: %s', (_, one) => expect(told(one).at(1)).toMatch(/^time VM, .* 0 \?$/));

  it.each([
    ['every day', {}, 0],
    ['once a week', { dailyRecurrence: undefined, weeklyRecurrence: { weekdays: ['Friday'] } }, 0],
    ['that a deployment determines', { targetResourceId: '[reference(1)]' }, 0],
    ['that is off', { status: 'Disabled' }, 30_222],
    ['of another VM', { targetResourceId: 'x' }, 30_222],
  ])('that a schedule stops may cost nothing: %s', (_, more, least) => {
    expect(first(vm(), stop(more))).toBe(`time VM, Standard_D4s_v5 with a Windows license ${least} 30222`);
  });

  it('has disks: the OS disk, and data disks that are no resources', () => {
    const dataDisks = [
      { managedDisk: { id: 'x' } },
      { diskSizeGB: 32, managedDisk: { storageAccountType: 'Standard_LRS' } },
    ];
    const one = vm({ storageProfile: { imageReference: image, osDisk, dataDisks } });
    expect(told(one).slice(1)).toEqual([
      'time OS disk, 128 GiB Premium_LRS 2168 2168',
      'time data disk, 32 GiB Standard_LRS 154 154',
      'use operations of Standard disks 0 ?',
    ]);
    const ephemeral = { ...osDisk, diffDiskSettings: { option: 'Local' } };
    expect(told(vm({ storageProfile: { imageReference: image, osDisk: ephemeral } }))).toHaveLength(1);
  });

  it('is backed up for the size of its data, at most that of its disks', () => {
    const path = 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems';
    const item = resource(path, { properties: { sourceResourceId: vm().id } });
    expect(told(vm(), item)).toContain('time backup of a VM, for each 500 GB of its data 500 1000');
    expect(told(item)).toContain('time backup of a VM, for each 500 GB of its data 500 ?');
  });
});

const disk = (properties: object): Predicted =>
  resource('Microsoft.Compute/disks', { sku: { name: 'Premium_LRS' }, properties: { diskSizeGB: 200, ...properties } });
const metric = (criterion: object, rest: object = {}): Predicted =>
  resource('Microsoft.Insights/metricAlerts', {
    properties: {
      scopes: ['a', 'b'],
      criteria: { allOf: [{ criterionType: 'StaticThresholdCriterion', ...criterion }] },
      ...rest,
    },
  });
const query = (evaluationFrequency: string, dimensions: readonly object[] = []): Predicted =>
  resource('Microsoft.Insights/scheduledQueryRules', {
    properties: { evaluationFrequency, criteria: { allOf: [{ dimensions }] } },
  });
const logs = (dailyQuotaGb: unknown, sku = 'PerGB2018'): Predicted =>
  resource('Microsoft.OperationalInsights/workspaces', {
    properties: { sku: { name: sku }, workspaceCapping: { dailyQuotaGb } },
  });
const network = (type: string, rest: object = {}): Predicted => resource(`Microsoft.Network/${type}`, rest);

it.each([
  ['a disk', disk({}), 'time data disk, 200 GiB Premium_LRS 4181 4181'],
  ['a faster disk', disk({ tier: 'P40' }), 'time data disk with a performance tier, bursting, or several VMs 0 ?'],
  ['a disk of unknown size', disk({ diskSizeGB: undefined }), 'time data disk 0 ?'],
  ['a metric alert', metric({}), 'time metric alert rule 20 20'],
  ['one with dimensions', metric({ dimensions: [{}] }), 'use time series of metric alerts with dimensions 0 ?'],
  [
    'a dynamic one',
    metric({ criterionType: 'DynamicThresholdCriterion' }),
    'use time series of metric alerts with dimensions 0 ?',
  ],
  ['one that is off', metric({}, { enabled: false }), ''],
  ['a log alert', query('PT5M'), 'time log search alert rule 150 150'],
  ['an hourly one', query('PT1H'), 'time log search alert rule 50 50'],
  ['one of unknown frequency', query('[parameters(1)]'), 'time log search alert rule 0 ?'],
  ['logs with a cap', logs(2), 'use logs, with a daily cap of 2 GB 0 17112'],
  ['logs without', logs(-1), 'use logs without a daily cap 0 ?'],
  ['reserved capacity', logs(-1, 'CapacityReservation'), 'time Log Analytics workspace, CapacityReservation 0 ?'],
  [
    'Bastion Standard',
    network('bastionHosts', { sku: { name: 'Standard' } }),
    'time Azure Bastion, Standard 21170 21170',
  ],
  ['Bastion Basic', network('bastionHosts', { sku: { name: 'Basic' } }), 'time Azure Bastion, Basic 13870 13870'],
  ['Bastion Premium', network('bastionHosts', { sku: { name: 'Premium' } }), 'time Azure Bastion, Premium 0 ?'],
  ['a NAT gateway', network('natGateways', { sku: { name: 'Standard' } }), 'time NAT gateway 3285 3285'],
  ['another NAT gateway', network('natGateways', { sku: { name: 'StandardV2' } }), 'time NAT gateway, StandardV2 0 ?'],
  ['an address', network('publicIPAddresses', { sku: { name: 'Standard' } }), 'time public IP address 365 365'],
  [
    'a global one',
    network('publicIPAddresses', { sku: { name: 'Standard', tier: 'Global' } }),
    'time public IP address, Standard 0 ?',
  ],
  ['a private endpoint', network('privateEndpoints'), 'time private endpoint 730 730'],
  ['a zone', network('privateDnsZones'), 'time private DNS zone 50 50'],
  ['a load balancer', network('loadBalancers'), 'time rules of a load balancer 0 ?'],
  ['a network', network('virtualNetworks'), ''],
  [
    'an HSM key',
    resource('Microsoft.KeyVault/vaults/keys', { properties: { kty: 'RSA-HSM' } }),
    'use versions of HSM-protected keys 0 ?',
  ],
  ['another key', resource('Microsoft.KeyVault/vaults/keys', { properties: { kty: 'RSA' } }), ''],
  [
    'premium shares',
    resource('Microsoft.Storage/storageAccounts', { kind: 'FileStorage' }),
    'time provisioned file shares 0 ?',
  ],
  ['an unknown type', resource('Contoso.Things/things'), 'time Contoso.Things/things 0 ?'],
])('%s', (_, one, text) => expect(first(one)).toBe(text));

it('names the scale units of Azure Bastion that have no quoted price', () => {
  const host = network('bastionHosts', { sku: { name: 'Standard' }, properties: { scaleUnits: 4 } });
  expect(told(host)).toContain('time additional scale units of Azure Bastion 0 ?');
});

it('names what an address and an account have on by the hour', () => {
  const sku = { name: 'Standard' };
  const protectedAddress = { sku, properties: { ddosSettings: { protectionMode: 'Enabled' } } };
  expect(told(network('publicIPAddresses', protectedAddress))).toContain(
    'time DDoS protection of a public IP address 0 ?',
  );
  const sftp = resource('Microsoft.Storage/storageAccounts', { properties: { isSftpEnabled: true } });
  expect(first(sftp)).toBe('time SFTP of a storage account 0 ?');
});

it('counts equal charges together, those with an amount first', () => {
  const endpoints = ['a', 'b'].map((name) => resource('Microsoft.Network/privateEndpoints', {}, name));
  const bill = billOf(new Estate([...endpoints, network('loadBalancers'), vm()]));
  expect(bill.rows.map(({ count, what }) => `${count} ${what}`)).toEqual([
    '1 VM, Standard_D4s_v5 with a Windows license',
    '1 OS disk, 128 GiB Premium_LRS',
    '2 private endpoint',
    '1 rules of a load balancer',
    '1 data that load balancers process',
    '2 data that private endpoints process',
  ]);
  expect([Math.round(bill.least), bill.most]).toEqual([339, undefined]);
});

describe('the limit', () => {
  const check = (limit: number | null, ...resources: readonly Predicted[]): readonly string[] =>
    withinLimit(new Estate(resources), limit).map(
      ({ untold = false, what }) => `${untold ? 'untold' : 'broken'}: ${what}`,
    );

  it('is none if it is null', () => expect(check(null, vm())).toEqual([]));
  it('is met if everything by time has a price', () => expect(check(324, vm())).toEqual([]));
  it('is broken above it, whatever else has no price', () => {
    expect(check(300, vm(), network('loadBalancers'))).toEqual([
      'broken: charges by time are at least 320 USD a month, most of it for VM, Standard_D4s_v5 with a Windows license and OS disk, 128 GiB Premium_LRS, and the limit is 300 USD',
    ]);
  });
  it('is undecided below it if something has no price', () => {
    expect(check(400, vm(), network('loadBalancers'))).toEqual([
      'untold: charges by time are at least 320 USD a month, without rules of a load balancer of unknown price, and the limit is 400 USD',
    ]);
  });
  it('is undecided within a range', () => {
    expect(check(100, vm(), stop())).toEqual([
      'untold: charges by time are between 22 and 320 USD a month, and the limit is 100 USD',
    ]);
    expect(check(324, vm(), stop())).toEqual([]);
  });
  it('is stated by environment', () => {
    expect(limitWords({ environments: ['prod'], usd: 500, usdElsewhere: null })).toBe(
      '500 USD in prod, and no limit elsewhere',
    );
  });
});

it.each([
  [0, 0, 'none'],
  [3, 3, 'less than 10 USD'],
  [10, 10, 'tens of USD'],
  [361, 366, 'hundreds of USD'],
  [95, 120, 'tens to hundreds of USD'],
  [0, 855, 'up to hundreds of USD'],
  [127, undefined, 'at least hundreds of USD'],
  [2, undefined, 'unknown'],
  [12_000, 12_000, 'tens of thousands of USD'],
  [5e7, 5e7, 'millions of USD'],
])('%s to %s USD are %s', (least, most, text) =>
  expect(magnitude({ least, ...(most === undefined ? {} : { most }) })).toBe(text),
);

it.each([
  [0, '0'],
  [7.3, '7'],
  [123.9, '120'],
  [1249, '1,200'],
  [1_234_567, '1,200,000'],
])('%d is rounded to %s', (usd, text) => expect(rounded(usd)).toBe(text));

describe('replication', () => {
  const intent = (fabricObjectId: string, ...disks: readonly string[]): Predicted =>
    resource('Microsoft.RecoveryServices/vaults/replicationProtectionIntents', {
      properties: {
        providerSpecificDetails: { fabricObjectId, vmManagedDisks: disks.map((diskId) => ({ diskId })) },
      },
    });
  const disk = resource('Microsoft.Compute/disks', { sku: { name: 'Premium_LRS' }, properties: { diskSizeGB: 64 } });
  const charged = (...resources: readonly Predicted[]): readonly string[] =>
    told(...resources).filter((one) => /replica/.test(one));

  it('is charged for by VM, with a replica of each disk', () => {
    expect(charged(vm(), disk, intent(vm().id, `${scope}/Microsoft.Compute/disks/os`, disk.id))).toEqual([
      'time replication of a VM to another region, after 31 days 2500 2500',
      'time replica of a disk in another region, 128 GiB Premium_LRS 2168 2168',
      'time replica of a disk in another region, 64 GiB Premium_LRS 1123 1123',
      'use data that is replicated, and its recovery points 0 ?',
    ]);
  });

  it('of a VM outside the template has replicas of unknown price', () => {
    expect(charged(intent('/other'))[1]).toBe('time replica of a disk in another region 0 ?');
  });
});
