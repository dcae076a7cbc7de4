/** A resource that Azure creates together with another one, which has its name. */
interface ImpliedResource {
  readonly type: string;
  readonly by: string;
  /** Path of its name. */
  readonly name: string;
  readonly source: string;
}

export const impliedResources: readonly ImpliedResource[] = [
  {
    type: 'Microsoft.Compute/disks',
    by: 'Microsoft.Compute/virtualMachines',
    name: 'properties.storageProfile.osDisk.name',
    source: 'https://learn.microsoft.com/azure/virtual-machines/managed-disks-overview#os-disk',
  },
];
