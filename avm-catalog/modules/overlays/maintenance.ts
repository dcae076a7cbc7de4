import { bool, list, oneOf, partial, string, type Overlay } from './types.ts';

const windows = oneOf(
  'Critical',
  'Definition',
  'FeaturePack',
  'Security',
  'ServicePack',
  'Tools',
  'UpdateRollup',
  'Updates',
);

export const maintenanceConfiguration: Overlay = {
  'parameters.extensionProperties': { type: 'object', additionalProperties: string },
  'parameters.maintenanceWindow': partial({
    startDateTime: string,
    expirationDateTime: string,
    duration: string,
    timeZone: string,
    recurEvery: string,
  }),
  'parameters.installPatches': partial({
    rebootSetting: oneOf('Always', 'IfRequired', 'Never'),
    windowsParameters: partial({
      classificationsToInclude: list(windows),
      excludeKbsRequiringReboot: bool,
      kbNumbersToExclude: list(string),
      kbNumbersToInclude: list(string),
    }),
    linuxParameters: partial({
      classificationsToInclude: list(oneOf('Critical', 'Other', 'Security')),
      packageNameMasksToExclude: list(string),
      packageNameMasksToInclude: list(string),
    }),
  }),
};
