import { lastPart, networkOfSubnet, sameId } from '../../../avm-catalog/azure/resource-ids.ts';
import { roles } from '../../../avm-catalog/azure/roles.ts';
import { keyReaders, type TimingEffect } from '../../../avm-catalog/azure/timing.ts';
import { Estate, read, readItems, readText } from '../../../avm-catalog/constitution/estate.ts';
import { networkIds } from '../../../avm-catalog/constitution/rules/network-encryption-checks.ts';
import { parentOf } from './mentions.ts';
import type { Placed, Placement } from './place.ts';
import { Precedence } from './precedence.ts';

/** Where an effect can strike that only time decides. */
export interface TimingRow {
  readonly environment: string;
  /** ID of the resource that can fail. */
  readonly resource: string;
  readonly effect: TimingEffect;
  /** Scope of the role assignment, ID of the private endpoint, or name of the feature. */
  readonly cause: string;
}

/** Resources of an environment that right order doesn’t keep from failing in the first deployment. */
export function timingOf(placement: Placement, environment: string): readonly TimingRow[] {
  const { placed } = placement;
  const precedence = new Precedence(placement);
  const rowOf = ({ resource }: Placed, effect: TimingEffect, cause: string): TimingRow => ({
    environment,
    resource: resource.id,
    effect,
    cause,
  });
  const assignments = placed.filter(({ resource }) => isType(resource.type, 'Microsoft.Authorization/roleAssignments'));
  const roleRows = placed.flatMap((one) =>
    assignments
      .filter((assignment) => readsBy(assignment, one) && precedence.precedes(assignment, one))
      .map(({ resource }) => rowOf(one, 'role-assignment', parentOf(resource) ?? '')),
  );
  const featureRows = placed
    .filter(({ resource }) => isType(resource.type, 'Microsoft.Compute/virtualMachines'))
    .filter(({ resource }) => read(resource, 'properties.securityProfile.encryptionAtHost') === true)
    .map((one) => rowOf(one, 'feature-registration', 'Microsoft.Compute/EncryptionAtHost'));
  const rows = [...roleRows, ...dnsRows(placed, precedence, rowOf), ...featureRows];
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

/** VMs that can start before the DNS record of a private endpoint in their virtual network exists. */
function dnsRows(
  placed: readonly Placed[],
  precedence: Precedence,
  rowOf: (one: Placed, effect: TimingEffect, cause: string) => TimingRow,
): readonly TimingRow[] {
  const estate = new Estate(placed.map(({ resource }) => resource));
  const records = placed
    .filter(({ resource }) => isType(resource.type, 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups'))
    .map((record) => {
      const endpoint = parentOf(record.resource) ?? '';
      const network = networkOfSubnet(readText(estate.byId(endpoint), 'properties.subnet.id'));
      return { record, endpoint, network };
    });
  return placed
    .filter(({ resource }) => isType(resource.type, 'Microsoft.Compute/virtualMachines'))
    .flatMap((vm) => {
      const own = readItems(vm.resource, 'properties.networkProfile.networkInterfaces').flatMap((one) => {
        const card = estate.byId(readText(one, 'id'));
        return card ? networkIds(card) : [];
      });
      return records
        .filter(({ network }) => own.some((one) => sameId(one, network)))
        .filter(({ record }) => !precedence.precedes(record, vm))
        .map(({ endpoint }) => rowOf(vm, 'endpoint-record', endpoint));
    });
}

/** True if a resource reads its key by a role assignment: that of its identity, with the role for keys. */
function readsBy({ resource: assignment }: Placed, { resource }: Placed): boolean {
  const fact = keyReaders.find(({ type }) => isType(type, resource.type));
  if (!fact || read(resource, fact.path) === undefined) return false;
  const role = lastPart(readText(assignment, 'properties.roleDefinitionId').replace(/['")\]]+$/, ''));
  const identities = Object.keys(read(resource, 'identity.userAssignedIdentities') ?? {});
  const principal = readText(assignment, 'properties.principalId').toLowerCase();
  return (
    sameId(role, roles['Key Vault Crypto Service Encryption User']) &&
    identities.some((id) => principal.includes(id.toLowerCase()))
  );
}

const isType = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
