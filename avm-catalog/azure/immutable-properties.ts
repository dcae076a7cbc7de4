/** A property that Azure refuses to change: the resource must be deleted and created again. */
interface ImmutableProperty {
  /** Resource type; `*` for any. */
  readonly type: string;
  readonly path: string;
  /** Where Azure’s refusal is quoted. */
  readonly source: string;
}

const vm = 'Microsoft.Compute/virtualMachines';

const immutable: readonly ImmutableProperty[] = [
  { type: '*', path: 'location', source: 'https://github.com/MicrosoftDocs/azure-docs/issues/70422' },
  { type: vm, path: 'zones', source: 'https://github.com/hashicorp/terraform-provider-azurerm/issues/3277' },
  {
    type: vm,
    path: 'properties.osProfile.adminUsername',
    source: 'https://github.com/Azure/azure-rest-api-specs/pull/7823',
  },
  {
    type: vm,
    path: 'properties.osProfile.windowsConfiguration.winRM.listeners',
    source: 'https://github.com/MicrosoftDocs/azure-docs/issues/39709',
  },
  {
    type: vm,
    path: 'properties.storageProfile.imageReference',
    source: 'https://github.com/mspnp/template-building-blocks/issues/345',
  },
  {
    type: vm,
    path: 'properties.storageProfile.osDisk.createOption',
    source: 'https://github.com/Azure/azure-powershell/issues/7621',
  },
];

/** The property that a change of a path would change, if Azure refuses it. */
export function immutableAt(type: string, path: string): ImmutableProperty | undefined {
  const wanted = path.toLowerCase();
  return immutable.find((one) => {
    if (one.type !== '*' && one.type.toLowerCase() !== type.toLowerCase()) return false;
    const start = one.path.toLowerCase();
    return wanted === start || (wanted.startsWith(start) && /^[.[]/.test(wanted.slice(start.length)));
  });
}
