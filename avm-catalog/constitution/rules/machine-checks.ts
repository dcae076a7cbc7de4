import { type Estate, read, readList, readText, where, type Predicted, type Violation } from '../estate.ts';
import { windowsMachines } from '../subject.ts';

const machines = 'Microsoft.Compute/virtualMachines';
const disks = 'Microsoft.Compute/disks';

export function encryptionAtHost(estate: Estate): readonly Violation[] {
  return where(
    estate.ofType(machines),
    (one) => read(one, 'properties.securityProfile.encryptionAtHost') !== true,
    'the machine is not encrypted at its host',
    'set encryptionAtHost',
  );
}

export function trustedLaunch(estate: Estate): readonly Violation[] {
  const safe = (one: Predicted): boolean =>
    readText(one, 'properties.securityProfile.securityType') === 'TrustedLaunch' &&
    ['secureBootEnabled', 'vTpmEnabled'].every(
      (key) => read(one, `properties.securityProfile.uefiSettings.${key}`) === true,
    );
  return where(
    estate.ofType(machines),
    (one) => !safe(one),
    'the machine does not start with secure boot and a virtual TPM',
    'set securityType to TrustedLaunch, and both',
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
      windowsMachines.in(estate),
      (one) => !assigned(one),
      'no baseline is assigned to the machine',
      'assign the Azure security baseline',
    ),
    ...where(
      windowsMachines.in(estate),
      (one) => !hasExtension(estate, one, 'ConfigurationforWindows'),
      'nothing on the machine watches the baseline',
      'install the extension of guest configuration',
    ),
  ];
}

function withoutScript(estate: Estate): readonly Violation[] {
  const runs = (one: Predicted): boolean =>
    estate
      .below(one, `${machines}/runCommands`)
      // What installs the application hardens nothing.
      .filter((command) => !command.name.endsWith('install-application'))
      .some((command) =>
        ['script', 'scriptUri'].some((key) => readText(command, `properties.source.${key}`).trim() !== ''),
      );
  return where(windowsMachines.in(estate), (one) => !runs(one), 'no hardening script runs on the machine', 'run it');
}

/** `type` is the publisher’s name of the extension, not the name it was given here. */
export function extensionsOf(estate: Estate, machine: Predicted, type: string): readonly Predicted[] {
  return estate
    .below(machine, `${machines}/extensions`)
    .filter((extension) => readText(extension, 'properties.type') === type);
}

export function hasExtension(estate: Estate, machine: Predicted, type: string): boolean {
  return extensionsOf(estate, machine, type).length > 0;
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

/** Nothing is encrypted with a customer-managed key. */
export function platformKeys(estate: Estate): readonly Violation[] {
  const what = 'it is encrypted with a customer-managed key, and the rule asks for platform-managed ones';
  const instead = 'set the mode of the rule to optional, or leave the key out';
  const isBound = (disk: unknown): boolean => Boolean(read(disk, 'managedDisk.diskEncryptionSet.id'));
  return [
    ...where(estate.ofType(machines), (one) => disksOf(one).some(isBound), what, instead),
    ...where(estate.ofType(disks), ownKey, what, instead),
    ...where(estate.ofType('Microsoft.Storage/storageAccounts'), keyOf, what, instead),
  ];
}

export function managedKeys(estate: Estate): readonly Violation[] {
  const bound = (disk: unknown): boolean =>
    Boolean(read(disk, 'managedDisk.diskEncryptionSet.id')) || ownKey(estate.byId(read(disk, 'managedDisk.id')));
  return [
    ...where(
      estate.ofType(machines),
      (one) => !disksOf(one).every(bound),
      'a disk of the machine is encrypted with a key of Microsoft’s',
      'give it the disk encryption set',
    ),
    ...where(
      estate.ofType(disks),
      (one) => !ownKey(one),
      'the disk is encrypted with a key of Microsoft’s',
      'give it the disk encryption set',
    ),
    ...where(
      estate.ofType('Microsoft.Storage/storageAccounts'),
      (one) => !keyOf(one),
      'the storage account is encrypted with a key of Microsoft’s',
      'bind it to the key in the vault',
    ),
  ];
}
