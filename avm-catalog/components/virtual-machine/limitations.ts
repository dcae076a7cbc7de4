import { md } from '../../../src/text/markdown.ts';
import { image } from '../../azure/images.ts';
import { hasZones } from '../../azure/regions.ts';
import type { Limitation } from '../../kernel/docs.ts';
import { limited } from '../../kernel/documents.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { virtualMachineInputs } from './inputs.ts';

export function machineLimitations(workspace: DocumentedWorkspace): readonly Limitation[] {
  const sides = workspace.with('virtual-machine');
  const because = workspace.reason(['machine', 'SEC-004', 'TST-003'], 'virtual-machine');
  const on = (holds: (side: Environment) => boolean) => workspace.among(sides.filter(holds), because);
  return [
    ...oneMachine(workspace),
    ...limited(
      40,
      on((side) => !workspace.isIn('bastion', side) && !workspace.isIn('hub-peering', side)),
      (where) => md`Administrators have no access (${where}): there is no Bastion and no hub.`,
    ),
    ...limited(
      60,
      on((side) => !virtualMachineInputs.of(side).trustedLaunch),
      (where) =>
        md`Trusted Launch is not asked for in ${where}. A subscription with Trusted Launch as default gives it to new generation 2 VMs all the same: see [Trusted Launch as default](https://learn.microsoft.com/azure/virtual-machines/trusted-launch).`,
    ),
    ...limited(
      190,
      on(({ core: { location } }) => hasZones(location.region) && location.zone === null),
      (where) => md`The machine is in no chosen zone in ${where}, although the region has zones.`,
    ),
    ...oldImages(workspace, sides),
  ];
}

function oneMachine(workspace: DocumentedWorkspace): readonly Limitation[] {
  if (!workspace.has('virtual-machine')) return [];
  const reason = workspace.because('virtual-machine');
  return [
    {
      order: 30,
      text: md`There is one machine. While it restarts, or its zone fails, the application is away.`,
      reason,
    },
    {
      order: 31,
      text: md`The administrator’s user name, the zone and the image of a machine that exists cannot be changed by deploying; that takes a new machine.`,
      reason,
    },
  ];
}

/** Windows Server 2016 is the one whose support ends within the life of a workload that is made now. */
function oldImages(workspace: DocumentedWorkspace, sides: readonly Environment[]): readonly Limitation[] {
  const imageOf = (side: Environment) => image(virtualMachineInputs.of(side).image);
  const old = sides.filter((side) => imageOf(side)?.year === 2016);
  const first = old[0] && imageOf(old[0]);
  if (!first) return [];
  return limited(
    220,
    workspace.among(old, workspace.reason(['machine', 'TST-003'], 'virtual-machine')),
    (where) => md`Windows Server ${first.year} (${where}) is supported until ${first.supportEnds}; plan its successor.`,
  );
}
