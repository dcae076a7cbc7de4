import { image } from '../../../avm-catalog/azure/images.ts';
import { hasZones } from '../../../avm-catalog/azure/regions.ts';
import type { Side, Workspace } from './sides.ts';

/** Limitations that are true of this workspace; null where one is not. */
export function limits(workspace: Workspace) {
  const { sides } = workspace;
  const on = (holds: (side: Side) => boolean, ids: readonly string[], component?: string) => workspace.among(sides.filter(holds), workspace.reason(ids, component));
  const of = (component: string, holds: (side: Side) => boolean = () => true) => workspace.among(workspace.with(component).filter(holds), workspace.because(component));
  const isWith = (side: Side, component: string): boolean => workspace.with(component).includes(side);
  const closed = (side: Side): boolean => workspace.on('SEC-006') && !isWith(side, 'nat-gateway');
  return {
    notDeployed: { reason: workspace.reason(['TST-003', 'FR-017']) },
    purgeProtection: of('key-vault'),
    justInTime: of('just-in-time'),
    roleDelay: on((side) => isWith(side, 'customer-managed-keys') || isWith(side, 'application'), ['FR-007', 'FR-019', 'SEC-009'], 'managed-identity'),
    metrics: workspace.on('OPS-002') ? { reason: workspace.reason(['FR-012', 'OPS-002']), nat: workspace.has('nat-gateway') } : null,
    silentAlerts: of('alerts', (side) => side.inputs.alerts.emails.length === 0),
    noAlerts: on((side) => !side.inputs.alerts.enabled, ['FR-015'], 'alerts'),
    closed: on((side) => closed(side) && side.core.network.topology === 'simple', ['SEC-006'], 'virtual-network'),
    hubRoutes: on((side) => closed(side) && side.core.network.topology === 'hub', ['SEC-006', 'FR-006'], 'hub-peering'),
    package: of('application', (side) => isWith(side, 'storage-account')),
    redundancy: of('backup'),
    supportEnds: oldImages(workspace),
    noZones: on((side) => !hasZones(side.core.location.region), ['TST-003'], 'virtual-machine'),
    unzoned: on((side) => hasZones(side.core.location.region) && side.core.location.zone === null, ['TST-003'], 'virtual-machine'),
    zoneLinks: on((side) => side.inputs.privateDns.zones === 'existing' && (isWith(side, 'key-vault') || isWith(side, 'storage-account')), ['SEC-008'], 'private-dns'),
    untagged: workspace.on('TAG-001') ? { reason: workspace.reason(['TAG-001']), backup: workspace.has('backup') } : null,
    oneMachine: { reason: workspace.because('virtual-machine') },
    whatIf: { reason: workspace.reason(['FR-001']) },
  };
}

/** Windows Server 2016 loses support first; an image is named where its support ends within the life of a workload. */
function oldImages(workspace: Workspace) {
  const old = workspace.sides.flatMap((side) => {
    const found = image(side.inputs.virtualMachine.image);
    return found && found.year <= 2016 ? [{ environment: side.environment, year: found.year, supportEnds: found.supportEnds }] : [];
  });
  const [first] = old;
  return first ? { reason: workspace.reason(['FR-002', 'TST-003'], 'virtual-machine'), where: workspace.where(workspace.sides.filter((side) => old.some((one) => one.environment === side.environment))), year: first.year, supportEnds: first.supportEnds } : null;
}
