import { image } from '../../../avm-catalog/azure/images.ts';
import { alertIn } from '../../../avm-catalog/components/alerts/settings.ts';
import { bastionZones } from '../../../avm-catalog/components/bastion/zones.ts';
import { hasZones } from '../../../avm-catalog/azure/regions.ts';
import { receivers } from '../../../avm-catalog/components/alerts/inputs.ts';
import { quietTimes } from '../../../avm-catalog/kernel/alerts/quiet-time.ts';
import type { Workspace } from './sides.ts';
import type { Environment } from '../../../avm-catalog/kernel/workspace.ts';

/** Limitations that are true of this workspace; null where one is not. */
export function limits(workspace: Workspace) {
  return {
    notDeployed: { reason: workspace.reason(['TST-003', 'environments']) },
    whatIf: { reason: workspace.reason(['modules']) },
    ...machineLimits(workspace),
    ...networkLimits(workspace),
    ...dataLimits(workspace),
    ...monitoringLimits(workspace),
  };
}

function machineLimits(workspace: Workspace) {
  const zoned = (side: Environment): boolean => hasZones(side.core.location.region);
  const because = workspace.reason(['machine', 'SEC-004', 'TST-003'], 'virtual-machine');
  const on = (holds: (side: Environment) => boolean) => workspace.among(workspace.sides.filter(holds), because);
  return {
    oneMachine: { reason: workspace.because('virtual-machine') },
    subscriptionLaunch: on((side) => !side.inputs.virtualMachine.trustedLaunch),
    sessionRecording: of(workspace, 'bastion', (side) => side.inputs.bastion.sessionRecording),
    noWayIn: on((side) => !isWith(workspace, side, 'bastion') && !isWith(workspace, side, 'hub-peering')),
    noZones: on((side) => !zoned(side)),
    unzoned: on((side) => zoned(side) && side.core.location.zone === null),
    ...bastionLimits(workspace),
    supportEnds: oldImages(workspace),
    justInTime: of(workspace, 'just-in-time'),
  };
}

/** Zones of Bastion are a preview; where it has none although the region has zones, that is said too. */
function bastionLimits(workspace: Workspace) {
  const sides = workspace.with('bastion');
  const inZones = (side: Environment): boolean => bastionZones(side).length > 0;
  const without = sides.filter((side) => hasZones(side.core.location.region) && !inZones(side));
  const because = workspace.because('bastion');
  const unzoned = workspace.among(without, because);
  return {
    bastionZones: workspace.among(sides.filter(inZones), because),
    bastionUnzoned: unzoned && { ...unzoned, chosen: without.every((side) => side.inputs.bastion.zones === 'none') },
  };
}

function networkLimits(workspace: Workspace) {
  const closed = (topology: string, ids: readonly string[], component: string) => {
    const holds = (side: Environment): boolean =>
      workspace.on('SEC-006') && !isWith(workspace, side, 'nat-gateway') && side.core.network.topology === topology;
    return workspace.among(workspace.sides.filter(holds), workspace.reason(ids, component));
  };
  const isLinked = (side: Environment): boolean =>
    side.inputs.privateDns.zones === 'existing' &&
    (isWith(workspace, side, 'key-vault') || isWith(workspace, side, 'storage-account'));
  return {
    closed: closed('simple', ['SEC-006'], 'virtual-network'),
    hubRoutes: closed('hub', ['SEC-006', 'hub'], 'hub-peering'),
    zoneLinks: workspace.among(workspace.sides.filter(isLinked), workspace.because('private-dns')),
  };
}

function dataLimits(workspace: Workspace) {
  const waits = (side: Environment): boolean =>
    isWith(workspace, side, 'customer-managed-keys') || isWith(workspace, side, 'application');
  return {
    purgeProtection: of(workspace, 'key-vault'),
    redundancy: of(workspace, 'backup'),
    roleDelay: workspace.among(
      workspace.sides.filter(waits),
      workspace.reason(['identity', 'SEC-009'], 'managed-identity'),
    ),
  };
}

function monitoringLimits(workspace: Workspace) {
  const silent = workspace.sides.filter((side) => !side.inputs.alerts.enabled);
  const alerting = (holds: (side: Environment) => boolean) =>
    of(workspace, 'alerts', (side) => isWith(workspace, side, 'maintenance') && holds(side));
  const isMuted = ({ inputs: { alerts, maintenance } }: Environment): boolean =>
    alerts.muteMaintenance && quietTimes(maintenance) !== undefined;
  const hasHeartbeat = (side: Environment): boolean =>
    isWith(workspace, side, 'monitoring-agent') && alertIn(side, 'heartbeat-lost').enabled;
  return {
    loudMaintenance: alerting((side) => side.inputs.alerts.muteMaintenance && !isMuted(side)),
    mutedForGood: alerting((side) => isMuted(side) && !hasHeartbeat(side)),
    silentAlerts: of(workspace, 'alerts', (side) => receivers(side.inputs.alerts).length === 0),
    noAlerts: workspace.among(silent, workspace.reason(['logs'], 'alerts')),
    metrics: workspace.on('OPS-002')
      ? { reason: workspace.reason(['logs', 'OPS-002']), nat: workspace.has('nat-gateway') }
      : null,
    untagged: workspace.on('TAG-001')
      ? { reason: workspace.reason(['TAG-001']), backup: workspace.has('backup') }
      : null,
  };
}

/** The environments with a component in which something holds. */
function of(workspace: Workspace, component: string, holds: (side: Environment) => boolean = () => true) {
  return workspace.among(workspace.with(component).filter(holds), workspace.because(component));
}

function isWith(workspace: Workspace, side: Environment, component: string): boolean {
  return workspace.with(component).includes(side);
}

/** Windows Server 2016 is the one whose support ends within the life of a workload that is made now. */
function oldImages(workspace: Workspace) {
  const found = workspace.sides.map((side) => ({ side, image: image(side.inputs.virtualMachine.image) }));
  const old = found.filter((one) => one.image?.year === 2016);
  const among = workspace.among(
    old.map((one) => one.side),
    workspace.reason(['machine', 'TST-003'], 'virtual-machine'),
  );
  const first = old[0]?.image;
  return among && first ? { ...among, year: first.year, supportEnds: first.supportEnds } : null;
}
