import { all, any, has, is, lacks, none, not, type PsCondition } from './condition.ts';
import { because, cannot, expressed, type PsForm, type ToForm } from './form.ts';
import { subnetsWithoutGroup } from '../rules/network-checks.ts';

const networks = 'Microsoft.Network/virtualNetworks';

/** A subnet is a resource, or declared in its network. */
function onSubnets(must: PsCondition, exempt: readonly string[] = []): PsForm {
  const unless = (field: PsCondition): PsCondition => (exempt.length === 0 ? must : any(must, field));
  return expressed(
    {
      part: 'Subnets',
      types: [`${networks}/subnets`],
      must: unless({ field: 'name', endsWith: exempt.map((name) => `/${name}`) }),
    },
    {
      part: 'Networks',
      types: [networks],
      must: none('properties.subnets', has('name'), not(unless({ field: 'name', in: exempt }))),
    },
  );
}

/** Forms of rules about networks and access. */
export const networkForms = {
  'NET-001': cannot(because.ranges),
  'SEC-001': () => onSubnets(has('properties.networkSecurityGroup.id'), subnetsWithoutGroup),
  'SEC-002': cannot(because.ranges),
  'SEC-003': cannot('It compares the priorities of security rules with each other.'),
  'SEC-004': cannot(because.others),
  'SEC-005': cannot(because.others),
  'SEC-006': () => onSubnets(is('properties.defaultOutboundAccess', false)),
  'SEC-008': cannot(because.others),
  // The identity of a policy assignment may have a role on the resource group.
  'SEC-018': cannot('It asks whose identity has a role, which only a deployment knows.'),
  'SEC-020': cannot(because.ranges),
  'SEC-023': cannot(because.others),
  'SEC-027': cannot(because.others),
  'SEC-033': cannot(because.others),
  'SEC-034': cannot(because.others),
  'SEC-035': cannot(because.missing),
  'SEC-041': cannot(because.changes),
  'RES-004': () =>
    expressed({
      types: ['Microsoft.Network/publicIPAddresses'],
      must: all(
        { field: 'sku.name', startsWith: 'Standard' },
        any(lacks('zones'), { field: 'zones', greaterOrEquals: 2 }),
      ),
    }),
  'RES-005': () =>
    expressed({ types: ['Microsoft.Network/bastionHosts'], must: { field: 'zones', greaterOrEquals: 2 } }),
} satisfies Readonly<Record<string, ToForm<never>>>;
