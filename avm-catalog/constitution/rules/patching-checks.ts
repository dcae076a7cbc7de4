import {
  read,
  readText,
  referencesBelow,
  untoldReferences,
  where,
  type Estate,
  type Predicted,
  type Reference,
  type Violation,
} from '../estate.ts';
import { windowsVms } from '../subject.ts';

const vmType = 'Microsoft.Compute/virtualMachines';
const windows = 'properties.osProfile.windowsConfiguration';

export function patchedByPlatform(estate: Estate): readonly Violation[] {
  const byPlatform = (one: Predicted): boolean =>
    read(one, `${windows}.enableAutomaticUpdates`) === true &&
    ['patchMode', 'assessmentMode'].every(
      (key) => readText(one, `${windows}.patchSettings.${key}`).toLowerCase() === 'automaticbyplatform',
    );
  return where(
    windowsVms.in(estate),
    (one) => !byPlatform(one),
    'Azure neither assesses the VM for missing updates nor installs them',
    'set patchMode and assessmentMode to AutomaticByPlatform',
  );
}

const bypass = `${windows}.patchSettings.automaticByPlatformSettings.bypassPlatformSafetyChecksOnUserSchedule`;

/**
 * A schedule applies if its scope is the guest, and if the VM opts out of the schedule of the platform.
 * Source: azure-docs articles/virtual-machines/automatic-vm-guest-patching.md, "Customer Managed Schedules".
 */
export function inMaintenanceWindow(estate: Estate): readonly Violation[] {
  const configurationsOf = (one: Predicted): readonly Reference[] =>
    referencesBelow(
      estate,
      one,
      'Microsoft.Maintenance/configurationAssignments',
      'properties.maintenanceConfigurationId',
    );
  const isOfGuest = ([, id]: Reference): boolean =>
    readText(estate.byId(id), 'properties.maintenanceScope') === 'InGuestPatch';
  const all = estate.ofType(vmType);
  const assigned = all.filter((one) => configurationsOf(one).length > 0);
  const others = assigned.filter((one) => !configurationsOf(one).some(isOfGuest));
  const instead = 'set maintenanceScope to InGuestPatch';
  return [
    ...where(
      all,
      (one) => !assigned.includes(one),
      'the VM can restart for updates at any time',
      'assign a maintenance configuration',
    ),
    ...where(
      others,
      (one) => configurationsOf(one).every(([, id]) => estate.byId(id)),
      'its maintenance configuration doesn’t cover guest patches',
      instead,
    ),
    ...untoldReferences(estate, others.flatMap(configurationsOf), 'maintenance configuration', instead),
    ...where(
      windowsVms.in(estate).filter((one) => assigned.includes(one)),
      (one) => read(one, bypass) !== true,
      'Azure patches the VM on its own schedule, and not in the maintenance window',
      'set bypassPlatformSafetyChecksOnUserSchedule to true',
    ),
  ];
}
