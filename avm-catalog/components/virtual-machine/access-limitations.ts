import { md } from '../../../src/text/markdown.ts';
import type { Limitation } from '../../kernel/docs.ts';
import { limited } from '../../kernel/documents.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { sidesWhere } from './each-vm.ts';
import { virtualMachineInputs } from './inputs.ts';

export function accessLimitations(workspace: DocumentedWorkspace): readonly Limitation[] {
  const because = workspace.reason(['machine', 'SEC-031', 'SEC-032'], 'virtual-machine');
  const on = (holds: (side: Environment) => boolean) => workspace.among(sidesWhere(workspace, holds), because);
  const isJoined = (side: Environment): boolean => virtualMachineInputs.of(side).entraSignIn.enabled;
  return [
    ...limited(
      61,
      on((side) => virtualMachineInputs.of(side).guestAttestation),
      (where) =>
        md`The deployment fails in ${where} if a firewall or a hub blocks [Azure Attestation](https://learn.microsoft.com/azure/virtual-machines/boot-integrity-monitoring-overview) (service tag AzureAttestation, port 443).`,
    ),
    ...limited(
      62,
      on(isJoined),
      (where) =>
        md`A VM that is joined to Microsoft Entra ID (${where}) can’t join a domain. Azure still requires a local administrator, so its password remains a second way to sign in.`,
    ),
    ...limited(
      63,
      on((side) => isJoined(side) && groupsOf(side) === 0),
      (where) => md`This workspace lets no group sign in with Microsoft Entra ID in ${where}.`,
    ),
  ];
}

function groupsOf(side: Environment): number {
  const { administratorGroups, userGroups } = virtualMachineInputs.of(side).entraSignIn;
  return administratorGroups.length + userGroups.length;
}
