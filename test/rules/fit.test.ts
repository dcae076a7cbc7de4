import { expect, it } from 'vitest';
import { Estate, type Predicted } from '../../avm-catalog/constitution/estate.ts';
import { vmsFit } from '../../avm-catalog/constitution/rules/fit-checks.ts';
import type { View } from '../../avm-catalog/kernel/view.ts';

const providers = '/subscriptions/s/resourceGroups/g/providers';
const view = {
  inputs: {
    virtualMachine: {
      size: 'Standard_D2s_v5',
      customSizes: [
        {
          name: 'Standard_D2_v5',
          vCpus: 2,
          memoryGiB: 8,
          maxDataDisks: 4,
          generations: [1, 2],
          diskControllers: ['SCSI'],
          acceleratedNetworking: true,
          premiumStorage: false,
          encryptionAtHost: true,
          trustedLaunch: true,
        },
      ],
    },
  },
} as unknown as View;

interface Given {
  readonly size?: string;
  readonly region?: string;
  readonly image?: unknown;
  readonly osDisk?: object;
  readonly dataDisks?: unknown;
}

const windows = { publisher: 'MicrosoftWindowsServer', offer: 'WindowsServer', sku: '2022-datacenter-g2' };

function machine({ size = 'Standard_D2s_v5', region = 'westeurope', image = windows, ...is }: Given): Predicted {
  const osDisk = { managedDisk: { storageAccountType: 'StandardSSD_LRS' }, caching: 'ReadWrite', ...is.osDisk };
  return {
    id: `${providers}/Microsoft.Compute/virtualMachines/vm`,
    type: 'Microsoft.Compute/virtualMachines',
    name: 'vm',
    location: region,
    properties: {
      hardwareProfile: { vmSize: size },
      storageProfile: { imageReference: image, osDisk, dataDisks: is.dataDisks ?? [] },
    },
  };
}

const diskId = `${providers}/Microsoft.Compute/disks/data`;

function disk(name: string, diskSizeGB: unknown = 64): Predicted {
  const type = 'Microsoft.Compute/disks';
  return { id: diskId, type, name: 'data', sku: { name }, properties: { diskSizeGB } };
}

function verdicts(is: Given, ...others: readonly Predicted[]): readonly string[] {
  return vmsFit(new Estate([machine(is), ...others]), {}, view).map(
    ({ what, untold }) => `${untold ? 'untold' : 'broken'}: ${what}`,
  );
}

const attached = (caching = 'None', id = diskId.toUpperCase()): Given => ({
  dataDisks: [{ lun: 0, caching, managedDisk: { id } }],
});

it.each<[string, Given, readonly Predicted[]]>([
  ['an image of the catalog', {}, []],
  ['an image of the catalog, in other letters', { image: { ...windows, publisher: 'microsoftwindowsserver' } }, []],
  ['a Premium disk on a size with Premium storage', attached('ReadOnly'), [disk('Premium_LRS', 4095)]],
  ['a large disk without a cache', attached(), [disk('Premium_LRS', 8192)]],
  ['a ZRS disk where there is any', attached(), [disk('Premium_ZRS')]],
  ['a disk of a computed type, where there are all', attached(), [disk("[parameters('type')]")]],
])('%s goes together', (_, is, others) => {
  expect(verdicts(is, ...others)).toEqual([]);
});

it.each<[string, Given, readonly Predicted[], RegExp]>([
  [
    'a Premium data disk',
    { ...attached(), size: 'Standard_D2_v5' },
    [disk('Premium_LRS')],
    /doesn’t support Premium disks/,
  ],
  [
    'a Premium OS disk',
    { size: 'Standard_D2_v5', osDisk: { managedDisk: { storageAccountType: 'Premium_LRS' } } },
    [],
    /doesn’t support Premium disks/,
  ],
  [
    'a data disk made with the machine',
    { size: 'Standard_D2_v5', dataDisks: [{ managedDisk: { storageAccountType: 'Premium_LRS' } }] },
    [],
    /doesn’t support Premium disks/,
  ],
  ['a ZRS disk', { ...attached(), region: 'northcentralus' }, [disk('StandardSSD_ZRS')], /zone-redundant disks/],
  ['a large disk with a cache', attached('ReadOnly'), [disk('Premium_LRS', 4096)], /4096 GiB has caching/],
])('%s may be more than a size, a region or Azure has', (_, is, others, what) => {
  const found = verdicts(is, ...others);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^broken/);
  expect(found[0]).toMatch(what);
});

it.each<[string, Given, readonly Predicted[], RegExp]>([
  ['an image of a gallery', { image: { id: '/gallery/image' } }, [], /custom image or disk/],
  ['no image', { image: null }, [], /custom image or disk/],
  ['an image of another publisher', { image: { ...windows, publisher: 'Contoso' } }, [], /image Contoso:Windows/],
  [
    'a computed sku',
    { image: { ...windows, sku: "[parameters('sku')]" } },
    [],
    /only a deployment determines the image/,
  ],
  ['a computed image', { image: "[reference('x').image]" }, [], /only a deployment determines the image/],
  ['a disk elsewhere', attached('None', '/elsewhere'), [], /isn’t part of this workspace/],
  ['a computed disk', attached('None', "[reference('x').id]"), [], /only a deployment determines which disks/],
  ['computed disks', { dataDisks: "[reference('x').disks]" }, [], /only a deployment determines which disks/],
  [
    'a ZRS disk in an unknown region',
    { ...attached(), region: '[here]' },
    [disk('Premium_ZRS')],
    /doesn’t know whether/,
  ],
  [
    'a disk of a computed type, where not all are',
    { ...attached(), size: 'Standard_D2_v5' },
    [disk("[parameters('type')]")],
    /determines the type/,
  ],
  ['a cached disk of a computed size', attached('ReadOnly'), [disk('Premium_LRS', '[x()]')], /determines the size/],
])('%s is untold', (_, is, others, what) => {
  const found = verdicts(is, ...others);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^untold/);
  expect(found[0]).toMatch(what);
});
