import {
  anyObject,
  bool,
  list,
  object,
  oneOf,
  optional,
  partial,
  secret,
  string,
  tags,
  type Overlay,
} from './types.ts';
import type { TypeNode } from '../interface.ts';

const unnamed = {
  typeHandlerVersion: optional(string),
  autoUpgradeMinorVersion: optional(bool),
  enableAutomaticUpgrade: optional(bool),
  supressFailures: optional(bool),
  tags: optional(tags),
};
const common = { name: optional(string), ...unnamed };
const settings = { settings: optional(anyObject) };
const forceUpdateTag = { forceUpdateTag: optional(string) };

/** The module reads `enabled` of every extension it is given, present or not. */
const extension = (more: Record<string, TypeNode> = {}): TypeNode => object({ enabled: bool, ...common, ...more });

/** With a name, the module takes it for a truth value and the deployment fails. */
const guestConfigurationExtension = object({ enabled: bool, ...unnamed, ...forceUpdateTag, ...settings });

const domainJoin = object({
  enabled: optional(bool),
  ...common,
  ...settings,
  ...partial({ domainName: string, ouPath: string, user: string, restart: bool, options: { type: 'int' } }).properties,
});

/** Read by the module even where the agent is not enabled. */
const dataCollectionRuleAssociations = list(object({ name: string, dataCollectionRuleResourceId: string }));

const antiMalwareSettings = partial({
  AntimalwareEnabled: {},
  Exclusions: partial({ Extensions: string, Paths: string, Processes: string }),
  RealtimeProtectionEnabled: {},
  ScheduledScanSettings: partial({ day: {}, isEnabled: {}, scanType: oneOf('Full', 'Quick'), time: {} }),
  SignatureUpdates: anyObject,
});

const guestConfiguration = partial({
  name: string,
  version: string,
  kind: oneOf('DSC'),
  contentUri: string,
  contentHash: string,
  contentManagedIdentity: string,
  assignmentType: oneOf('ApplyAndAutoCorrect', 'ApplyAndMonitor', 'Audit', 'DeployAndAutoCorrect'),
  configurationParameter: list(object({ name: string, value: string })),
  configurationProtectedParameter: list(object({ name: string, value: secret(string) })),
});

export const virtualMachine: Overlay = {
  'parameters.imageReference': partial({
    publisher: string,
    offer: string,
    sku: string,
    version: string,
    id: string,
    communityGalleryImageId: string,
    sharedGalleryImageId: string,
  }),
  'parameters.extensionDomainJoinConfig': domainJoin,
  'parameters.extensionAadJoinConfig': extension(settings),
  'parameters.extensionAntiMalwareConfig': extension({ settings: optional(antiMalwareSettings) }),
  'parameters.extensionMonitoringAgentConfig': extension({ ...settings, dataCollectionRuleAssociations }),
  'parameters.extensionDependencyAgentConfig': extension({ enableAMA: optional(bool) }),
  'parameters.extensionNetworkWatcherAgentConfig': extension(),
  'parameters.extensionAzureDiskEncryptionConfig': extension({ ...settings, ...forceUpdateTag }),
  'parameters.extensionDSCConfig': extension({ ...settings, protectedSettings: optional(anyObject) }),
  'parameters.extensionNvidiaGpuDriverWindows': extension(),
  'parameters.extensionGuestConfigurationExtension': guestConfigurationExtension,
  'parameters.guestConfiguration': guestConfiguration,
};
