import type { View } from '../../kernel/view.ts';

/** Something that the machine's module can do, by one of its parameters. */
export interface Ability {
  readonly parameter: string;
  readonly what: string;
}

export const abilities: readonly Ability[] = [
  { parameter: 'managedIdentities', what: 'identity' },
  { parameter: 'securityType', what: 'Trusted Launch' },
  { parameter: 'encryptionAtHost', what: 'encryption at host' },
  { parameter: 'patchMode', what: 'patching by the platform' },
  { parameter: 'maintenanceConfigurationResourceId', what: 'the maintenance window' },
  { parameter: 'backupPolicyName', what: 'backup' },
  { parameter: 'bootDiagnostics', what: 'boot diagnostics' },
];

export interface Extension extends Ability {
  /** The module has it by itself. */
  readonly usual?: true;
  readonly isOn: (view: View) => boolean;
}

/** Each of them runs on every Windows Server of the catalog: Microsoft supports them from 2012 R2 on, at the latest from 2016. */
export const extensions: readonly Extension[] = [
  {
    parameter: 'extensionMonitoringAgentConfig',
    what: 'Azure Monitor Agent',
    isOn: ({ inputs }) => inputs.monitoringAgent.enabled,
  },
  { parameter: 'extensionAntiMalwareConfig', what: 'antimalware', usual: true, isOn: () => true },
  {
    parameter: 'extensionGuestConfigurationExtension',
    what: 'guest configuration',
    isOn: ({ inputs }) => inputs.hardening.guestConfiguration,
  },
];
