import { type Estate, read, readList, readText, where, type Predicted, type Violation } from '../estate.ts';
import { windowsVms } from '../subject.ts';

const vmType = 'Microsoft.Compute/virtualMachines';
const disks = 'Microsoft.Compute/disks';

export function encryptionAtHost(estate: Estate): readonly Violation[] {
  return where(
    estate.ofType(vmType),
    (one) => read(one, 'properties.securityProfile.encryptionAtHost') !== true,
    'encryption at host is disabled',
    'set encryptionAtHost to true',
  );
}

export function trustedLaunch(estate: Estate): readonly Violation[] {
  const safe = (one: Predicted): boolean =>
    readText(one, 'properties.securityProfile.securityType') === 'TrustedLaunch' &&
    ['secureBootEnabled', 'vTpmEnabled'].every(
      (key) => read(one, `properties.securityProfile.uefiSettings.${key}`) === true,
    );
  return where(
    estate.ofType(vmType),
    (one) => !safe(one),
    'the VM doesn’t use Secure Boot and a virtual TPM',
    'set securityType to TrustedLaunch, with secureBootEnabled and vTpmEnabled',
  );
}

export function hardened(estate: Estate, methods: readonly string[]): readonly Violation[] {
  return [
    ...(methods.includes('guestConfiguration') ? withoutBaseline(estate) : []),
    ...(methods.includes('script') ? withoutScript(estate) : []),
  ];
}

function withoutBaseline(estate: Estate): readonly Violation[] {
  const assigned = (one: Predicted): boolean =>
    estate
      .below(one, 'Microsoft.GuestConfiguration/guestConfigurationAssignments')
      .some((assignment) => readText(assignment, 'properties.guestConfiguration.name') === 'AzureWindowsBaseline');
  return [
    ...where(
      windowsVms.in(estate),
      (one) => !assigned(one),
      'no security baseline is assigned to the VM',
      'assign the Azure security baseline',
    ),
    ...where(
      windowsVms.in(estate),
      (one) => !hasExtension(estate, one, 'ConfigurationforWindows'),
      'the VM lacks the extension that audits the baseline',
      'install the Azure vm configuration extension',
    ),
  ];
}

function withoutScript(estate: Estate): readonly Violation[] {
  const runs = (one: Predicted): boolean =>
    estate
      .below(one, `${vmType}/runCommands`)
      // The command that installs the application isn’t a hardening script.
      .filter((command) => !command.name.endsWith('install-application'))
      .some((command) =>
        ['script', 'scriptUri'].some((key) => readText(command, `properties.source.${key}`).trim() !== ''),
      );
  return where(
    windowsVms.in(estate),
    (one) => !runs(one),
    'no hardening script runs on the VM',
    'run the hardening script',
  );
}

/** `type` is the type that the publisher defines, not the name of the resource. */
export function extensionsOf(estate: Estate, vm: Predicted, type: string): readonly Predicted[] {
  return estate
    .below(vm, `${vmType}/extensions`)
    .filter((extension) => readText(extension, 'properties.type') === type);
}

export function hasExtension(estate: Estate, vm: Predicted, type: string): boolean {
  return extensionsOf(estate, vm, type).length > 0;
}

const ownKey = (disk: Predicted | undefined): boolean =>
  Boolean(read(disk, 'properties.encryption.diskEncryptionSetId'));

const disksOf = (one: Predicted): readonly unknown[] => [
  read(one, 'properties.storageProfile.osDisk'),
  ...readList(one, 'properties.storageProfile.dataDisks'),
];

const keyOf = (one: Predicted): boolean =>
  readText(one, 'properties.encryption.keySource').toLowerCase() === 'microsoft.keyvault' &&
  readText(one, 'properties.encryption.keyvaultproperties.keyname') !== '';

/** No resource uses a customer-managed key. */
export function platformKeys(estate: Estate): readonly Violation[] {
  const what = 'it’s encrypted with a customer-managed key, but the rule requires platform-managed keys';
  const instead = 'set the mode of the rule to optional, or remove the key';
  const isBound = (disk: unknown): boolean => Boolean(read(disk, 'managedDisk.diskEncryptionSet.id'));
  return [
    ...where(estate.ofType(vmType), (one) => disksOf(one).some(isBound), what, instead),
    ...where(estate.ofType(disks), ownKey, what, instead),
    ...where(estate.ofType('Microsoft.Storage/storageAccounts'), keyOf, what, instead),
  ];
}

export function managedKeys(estate: Estate): readonly Violation[] {
  const bound = (disk: unknown): boolean =>
    Boolean(read(disk, 'managedDisk.diskEncryptionSet.id')) || ownKey(estate.byId(read(disk, 'managedDisk.id')));
  return [
    ...where(
      estate.ofType(vmType),
      (one) => !disksOf(one).every(bound),
      'a disk of the VM is encrypted with a platform-managed key',
      'use the disk encryption set',
    ),
    ...where(
      estate.ofType(disks),
      (one) => !ownKey(one),
      'the disk is encrypted with a platform-managed key',
      'use the disk encryption set',
    ),
    ...where(
      estate.ofType('Microsoft.Storage/storageAccounts'),
      (one) => !keyOf(one),
      'the storage account is encrypted with a platform-managed key',
      'use the key in the key vault',
    ),
  ];
}
