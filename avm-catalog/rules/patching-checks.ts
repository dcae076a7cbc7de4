import { read, readText, where, type Estate, type Predicted, type Violation } from '../estate.ts';

const machines = 'Microsoft.Compute/virtualMachines';
const windows = 'properties.osProfile.windowsConfiguration';

export function patchedByPlatform(estate: Estate): readonly Violation[] {
  const byPlatform = (one: Predicted): boolean =>
    read(one, `${windows}.enableAutomaticUpdates`) === true &&
    ['patchMode', 'assessmentMode'].every(
      (key) => readText(one, `${windows}.patchSettings.${key}`).toLowerCase() === 'automaticbyplatform',
    );
  return where(
    estate.ofType(machines).filter((one) => !read(one, 'properties.osProfile.linuxConfiguration')),
    (one) => !byPlatform(one),
    'Azure neither looks for missing updates of the machine nor installs them',
    'set patchMode and assessmentMode to AutomaticByPlatform',
  );
}

export function inMaintenanceWindow(estate: Estate): readonly Violation[] {
  const assigned = (one: Predicted): boolean =>
    estate
      .below(one, 'Microsoft.Maintenance/configurationAssignments')
      .some((assignment) => readText(assignment, 'properties.maintenanceConfigurationId') !== '');
  return where(
    estate.ofType(machines),
    (one) => !assigned(one),
    'the machine may restart for updates at any time',
    'assign a maintenance configuration to it',
  );
}
