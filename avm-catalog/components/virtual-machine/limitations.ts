import { code, md } from '../../../src/text/markdown.ts';
import { image } from '../../azure/images.ts';
import { hasZones } from '../../azure/regions.ts';
import type { Limitation } from '../../kernel/docs.ts';
import { limited } from '../../kernel/documents.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { isShutDown, machinesIn, virtualMachineInputs } from './inputs.ts';
import { accessLimitations } from './access-limitations.ts';
import { eachVm, sidesWhere } from './each-vm.ts';

export function machineLimitations(workspace: DocumentedWorkspace): readonly Limitation[] {
  const because = workspace.reason(['machine', 'SEC-004', 'TST-003'], 'virtual-machine');
  const on = (holds: (side: Environment) => boolean) => workspace.among(sidesWhere(workspace, holds), because);
  return [
    ...oneMachine(workspace),
    ...limited(
      40,
      on((side) => !workspace.isIn('bastion', side) && !workspace.isIn('hub-peering', side)),
      (where) => md`Administrators can’t connect to the VM in ${where}, because there is no Azure Bastion and no hub.`,
    ),
    ...limited(
      60,
      on((side) => !virtualMachineInputs.of(side).trustedLaunch),
      (where) =>
        md`The template doesn’t enable Trusted Launch in ${where}. If the subscription uses [Trusted Launch as default](https://learn.microsoft.com/azure/virtual-machines/trusted-launch), new generation 2 VMs still get it.`,
    ),
    ...limited(
      190,
      on(({ core: { location } }) => hasZones(location.region) && location.zone === null),
      (where) => md`The VM isn’t in an availability zone in ${where}, although the region has zones.`,
    ),
    ...limited(
      50,
      on((side) => isShutDown(virtualMachineInputs.of(side))),
      (where) =>
        md`In ${where}, the VM is shut down every day at the time in ${code('virtualMachine.autoShutdown')}, and stays off until someone starts it. Nobody is notified of a VM there that is stopped or sends no heartbeat.`,
    ),
    ...limited(
      55,
      workspace.on('SEC-021') ? on(() => true) : null,
      (where) =>
        md`The OS disk of a VM in ${where} can be exported over a public network until you deny it after the first deployment. A template can’t.`,
    ),
    ...oldImages(workspace),
    ...accessLimitations(workspace),
  ];
}

function oneMachine(workspace: DocumentedWorkspace): readonly Limitation[] {
  if (!workspace.has('virtual-machine')) return [];
  const reason = workspace.because('virtual-machine');
  return [
    {
      order: 30,
      text: several(workspace)
        ? md`Each VM is a single instance. The application on it is unavailable while the VM restarts or if its zone fails.`
        : md`The application runs on a single VM. It is unavailable while the VM restarts or if its zone fails.`,
      reason,
    },
    {
      order: 31,
      text: md`You can’t change the administrator’s user name, the zone, or the image of an existing VM. A change requires a new VM.`,
      reason,
    },
  ];
}

function several(workspace: DocumentedWorkspace): boolean {
  return workspace.sides.some((side) => machinesIn(side).length > 1);
}

/** Support of Windows Server 2016 ends within the life of a new workload. */
function oldImages(workspace: DocumentedWorkspace): readonly Limitation[] {
  const imageOf = (side: Environment) => image(virtualMachineInputs.of(side).image);
  const isOld = (side: Environment): boolean => imageOf(side)?.year === 2016;
  const old = sidesWhere(workspace, isOld);
  const [machine] = eachVm(workspace).filter(isOld);
  const first = machine && imageOf(machine);
  if (!first) return [];
  return limited(
    220,
    workspace.among(old, workspace.reason(['machine', 'TST-003'], 'virtual-machine')),
    (where) =>
      md`Support for Windows Server ${first.year} (${where}) ends on ${first.supportEnds}. Plan an upgrade before that date.`,
  );
}
