import { providerOf } from '../../../avm-catalog/azure/module-types.ts';
import type { JustInTimeParameters } from '../../../avm-catalog/kernel/rule-parameters.ts';
import { enumerate } from '../../resolve/enumerate.ts';
import { mirrorFacts } from '../mirror.ts';
import { lastPart } from '../../../avm-catalog/azure/resource-ids.ts';
import { groupBody, groupUrl, isWord } from './resource-group.ts';
import { packages } from './first-deployment.ts';
import type { Workspace } from './sides.ts';
import type { Environment, Tag } from '../../../avm-catalog/kernel/workspace.ts';

/** Version of the Bicep compiler that a workspace is checked with. */
export const bicepVersion = '0.49.2';

/** What must exist before the first deployment; null where this workspace does not need it. */
export function needs(workspace: Workspace) {
  const { plan, spec, sides } = workspace;
  const on = (holds: (side: Environment) => boolean, ids: readonly string[], component?: string) =>
    workspace.among(sides.filter(holds), workspace.reason(ids, component));
  const peered = workspace.with('hub-peering');
  const zones = on(
    (side) =>
      side.inputs.privateDns.zones === 'existing' && plan.parameters.some((one) => one.name === 'privateDnsZoneNames'),
    ['SEC-008'],
    'private-dns',
  );
  const fetched = workspace.among(workspace.with('application'), workspace.because('application'));
  return {
    bicepVersion,
    mirror: spec.mirror ? { ...mirrorFacts(spec.mirror), reason: workspace.reason(['ARC-002', 'ARC-003']) } : null,
    providers: { names: providers(workspace), reason: workspace.reason(['modules']) },
    locks: on((side) => side.core.lock !== 'none', ['locks']),
    encryptionAtHost: on((side) => side.inputs.virtualMachine.encryptionAtHost, ['SEC-010'], 'virtual-machine'),
    defender: workspace.among(workspace.with('just-in-time'), workspace.because('just-in-time')),
    vaults: { ...vaults(sides), reason: workspace.reason(['administrator-credentials', 'SEC-012'], 'virtual-machine') },
    hubs:
      peered.length === 0
        ? null
        : {
            reason: workspace.because('hub-peering'),
            where: workspace.where(peered),
            each: peered.map(hub),
            bastion: workspace.on('SEC-004'),
          },
    zones: zones && {
      ...zones,
      groups: [...new Set(zones.sides.map((side) => side.inputs.privateDns.resourceGroupId))],
      names: zoneNames(plan),
      linkedHere: enumerate(
        zones.sides.filter(({ core }) => core.network.dnsServers.length === 0).map(({ environment }) => environment),
      ),
      linkedElsewhere: enumerate(
        zones.sides.filter(({ core }) => core.network.dnsServers.length > 0).map(({ environment }) => environment),
      ),
    },
    package: fetched && { ...fetched, each: packages(workspace) },
  };
}

/** Namespaces of everything that is made. */
function providers({ plan }: Workspace): readonly string[] {
  const types = [
    ...plan.names.map((one) => one.type),
    ...plan.resources.flatMap((one) => (one.kind === 'native' ? [one.type] : [])),
  ];
  const modules = plan.resources.flatMap((one) => (one.kind === 'module' ? (providerOf(one.module) ?? []) : []));
  const further = plan.components.some((one) => one.name === 'hardening') ? ['Microsoft.GuestConfiguration'] : [];
  const named = types.filter((type) => type.includes('/')).map((type) => type.slice(0, type.indexOf('/')));
  return [...new Set([...named, ...modules, ...further])].filter((one) => !always.includes(one)).toSorted();
}

/** Registered in every subscription: azure-docs resource-providers-and-types.md. */
const always = ['Microsoft.Authorization', 'Microsoft.Resources'];

function zoneNames({ parameters }: Workspace['plan']): readonly string[] {
  const values = Object.values(parameters.find((one) => one.name === 'privateDnsZoneNames')?.values ?? {});
  return [...new Set(values.flatMap((value) => Object.values((value ?? {}) as Record<string, string>)))].toSorted();
}

/** Vaults with the administrator's password, each once, with the environments that read from it. */
function vaults(sides: readonly Environment[]) {
  const asRequest = sides.some((side) => !side.groupTags.every(isWord));
  const each = eachVault(sides).map(({ tags, ...vault }) => ({
    ...vault,
    given: asRequest ? [groupBody(vault.region, tags)] : tags.map(({ name, value }) => `${name}=${value}`),
  }));
  return { each, vaultUrl: asRequest ? groupUrl('$vault_group') : '' };
}

function eachVault(sides: readonly Environment[]) {
  const keyOf = ({
    inputs: {
      virtualMachine: { administrator: is },
    },
  }: Environment): string => JSON.stringify([is.vaultName, is.vaultResourceGroup, is.secretName]);
  return [...new Set(sides.map(keyOf))].flatMap((key) => {
    const users = sides.filter((side) => keyOf(side) === key);
    const [first] = users;
    if (!first) return [];
    const { vaultName, vaultResourceGroup, secretName } = first.inputs.virtualMachine.administrator;
    return [
      {
        vaultName,
        vaultResourceGroup,
        secretName,
        region: first.region,
        tags: tagsOf(users),
        environments: users.map((side) => side.environment).join(', '),
      },
    ];
  });
}

/** Tags that all of them have alike: a vault for two environments belongs to neither of them. */
function tagsOf([first, ...others]: readonly Environment[]): readonly Tag[] {
  const has = ({ groupTags: tags }: Environment, { name, value }: Tag): boolean =>
    tags.some((tag) => tag.name === name && tag.value === value);
  return (first?.groupTags ?? []).filter((tag) => others.every((side) => has(side, tag)));
}

function hub(side: Environment) {
  const { virtualNetworkId, useRemoteGateways, peerBack } = side.core.network.hub;
  return {
    environment: side.environment,
    id: virtualNetworkId,
    name: lastPart(virtualNetworkId),
    network: side.names['virtualNetwork'] ?? '',
    useRemoteGateways,
    peerBack,
  };
}

export function hoursOfAccess({ spec }: Workspace): number {
  return spec.settings.on('SEC-005') ? spec.settings.parameters<JustInTimeParameters>('SEC-005').maxHours : 3;
}
