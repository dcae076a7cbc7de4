import { ownValue } from '../../../src/bicep/own.ts';
import { separated } from '../../../src/text/commas.ts';
import type { Planned } from '../../kernel/planned.ts';
import type { View } from '../../kernel/view.ts';
import type { DocumentedWorkspace } from '../../kernel/workspace.ts';
import { hardeningInputs } from '../hardening/inputs.ts';
import { virtualMachineInputs } from './inputs.ts';
import { monitoringAgentInputs } from '../monitoring-agent/inputs.ts';

/** A feature of the VM module, with the parameter that configures it. */
interface Ability {
  readonly parameter: string;
  readonly what: string;
}

export const abilities: readonly Ability[] = [
  { parameter: 'managedIdentities', what: 'the managed identity' },
  { parameter: 'securityType', what: 'Trusted Launch' },
  { parameter: 'encryptionAtHost', what: 'encryption at host' },
  { parameter: 'patchMode', what: 'automatic patching by Azure' },
  { parameter: 'maintenanceConfigurationResourceId', what: 'the maintenance window' },
  { parameter: 'backupPolicyName', what: 'backup' },
  { parameter: 'bootDiagnostics', what: 'boot diagnostics' },
];

interface Extension extends Ability {
  /** The module installs it by default. */
  readonly usual?: true;
  readonly isOn: (view: View) => boolean;
}

/** Microsoft supports each of the first three on every Windows Server version in the catalog, which begin with 2016. */
export const extensions: readonly Extension[] = [
  {
    parameter: 'extensionMonitoringAgentConfig',
    what: 'Azure Monitor Agent',
    isOn: (view) => monitoringAgentInputs.of(view).enabled,
  },
  { parameter: 'extensionAntiMalwareConfig', what: 'antimalware', usual: true, isOn: () => true },
  {
    parameter: 'extensionGuestConfigurationExtension',
    what: 'Azure machine configuration',
    isOn: (view) => hardeningInputs.of(view).guestConfiguration,
  },
  {
    parameter: 'extensionAadJoinConfig',
    what: 'Microsoft Entra sign-in',
    isOn: (view) => virtualMachineInputs.of(view).entraSignIn.enabled,
  },
];

/** The features that the VM module configures here, and the extensions that it installs. */
export function machineModule(workspace: DocumentedWorkspace, { resources }: Planned) {
  const one = resources.find(({ kind, symbol }) => kind === 'module' && symbol === 'virtualMachine');
  if (!one) return null;
  const isGiven = (parameter: string): boolean => ownValue(one.params, parameter) !== undefined;
  const installed = extensions.flatMap(({ parameter, what, usual, isOn }) => {
    const sides = workspace.sides.filter(isOn);
    if (sides.length === 0) return [];
    const limited = sides.length === workspace.sides.length ? '' : workspace.where(sides);
    return [{ parameter, what, limited, usual: usual === true && !isGiven(parameter) }];
  });
  return {
    module: one.module,
    version: one.version,
    abilities: separated(abilities.filter(({ parameter }) => isGiven(parameter))),
    extensions: separated(installed),
    joined: workspace.sides.some((view) => virtualMachineInputs.of(view).entraSignIn.enabled),
    reason: workspace.reason(one.reason.ids, one.reason.component),
  };
}
