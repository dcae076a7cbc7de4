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
import { windowsMachines } from '../subject.ts';

const machines = 'Microsoft.Compute/virtualMachines';
const windows = 'properties.osProfile.windowsConfiguration';

export function patchedByPlatform(estate: Estate): readonly Violation[] {
  const byPlatform = (one: Predicted): boolean =>
    read(one, `${windows}.enableAutomaticUpdates`) === true &&
    ['patchMode', 'assessmentMode'].every(
      (key) => readText(one, `${windows}.patchSettings.${key}`).toLowerCase() === 'automaticbyplatform',
    );
  return where(
    windowsMachines.in(estate),
    (one) => !byPlatform(one),
    'Azure neither looks for missing updates of the machine nor installs them',
    'set patchMode and assessmentMode to AutomaticByPlatform',
  );
}

const bypass = `${windows}.patchSettings.automaticByPlatformSettings.bypassPlatformSafetyChecksOnUserSchedule`;

/**
 * A schedule counts where its scope is the guest, and where the VM gives up the platform's own schedule.
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
  const all = estate.ofType(machines);
  const assigned = all.filter((one) => configurationsOf(one).length > 0);
  const others = assigned.filter((one) => !configurationsOf(one).some(isOfGuest));
  const instead = 'set maintenanceScope to InGuestPatch';
  return [
    ...where(
      all,
      (one) => !assigned.includes(one),
      'the VM may restart for updates at any time',
      'assign a maintenance configuration to it',
    ),
    ...where(
      others,
      (one) => configurationsOf(one).every(([, id]) => estate.byId(id)),
      'its maintenance configuration is not about guest patches',
      instead,
    ),
    ...untoldReferences(estate, others.flatMap(configurationsOf), 'maintenance configuration', instead),
    ...where(
      windowsMachines.in(estate).filter((one) => assigned.includes(one)),
      (one) => read(one, bypass) !== true,
      'Azure patches the VM by its own schedule, not in the window',
      'set bypassPlatformSafetyChecksOnUserSchedule',
    ),
  ];
}
