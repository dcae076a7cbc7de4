import { ownValue } from '../../../src/bicep/own.ts';
import { separated } from '../../../src/text/commas.ts';
import type { Planned } from '../../kernel/planned.ts';
import type { View } from '../../kernel/view.ts';
import type { DocumentedWorkspace } from '../../kernel/workspace.ts';
import { hardeningInputs } from '../hardening/inputs.ts';
import { monitoringAgentInputs } from '../monitoring-agent/inputs.ts';

/** Something that the machine's module can do, by one of its parameters. */
interface Ability {
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

interface Extension extends Ability {
  /** The module has it by itself. */
  readonly usual?: true;
  readonly isOn: (view: View) => boolean;
}

/** Each of them runs on every Windows Server of the catalog: Microsoft supports them from 2012 R2 on, at the latest from 2016. */
export const extensions: readonly Extension[] = [
  {
    parameter: 'extensionMonitoringAgentConfig',
    what: 'Azure Monitor Agent',
    isOn: (view) => monitoringAgentInputs.of(view).enabled,
  },
  { parameter: 'extensionAntiMalwareConfig', what: 'antimalware', usual: true, isOn: () => true },
  {
    parameter: 'extensionGuestConfigurationExtension',
    what: 'guest configuration',
    isOn: (view) => hardeningInputs.of(view).guestConfiguration,
  },
];

/** What the machine's module does here by its parameters, and which extensions it installs. */
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
    reason: workspace.reason(one.reason.ids, one.component),
  };
}
