import { read, readText, where, type Estate, type Violation } from '../estate.ts';
import { hasExtension } from './machine-checks.ts';
import { isInternet, securityGroups, subnetsOf, type SecurityRule } from './security-groups.ts';

export function noOpenWayOut(estate: Estate): readonly Violation[] {
  return securityGroups(estate).flatMap((group) =>
    group.rules.filter(letsEverythingOut).map((rule) => ({
      resource: group.id,
      what: `the rule ${rule.name} lets everything out to the internet`,
      instead: 'name ports, or a service tag',
    })),
  );
}

function letsEverythingOut({ inbound, allow, destinations, ports }: SecurityRule): boolean {
  return (
    !inbound &&
    allow &&
    destinations.some(isInternet) &&
    ports.some((port) => port === '*' || /^[01]-65535$/.test(port))
  );
}

const ruled = new Set(['enabled', 'networksecuritygroupenabled']);

export function groupsRuleEndpoints(estate: Estate): readonly Violation[] {
  const used = new Set(
    estate
      .ofType('Microsoft.Network/privateEndpoints')
      .map((one) => readText(one, 'properties.subnet.id').toLowerCase()),
  );
  return where(
    subnetsOf(estate).filter((one) => used.has(one.id.toLowerCase())),
    (one) => !ruled.has(readText(one, 'properties.privateEndpointNetworkPolicies').toLowerCase()),
    'the rules of the subnet’s group do not hold for its private endpoints',
    'set privateEndpointNetworkPolicies to Enabled',
  );
}

export function antimalware(estate: Estate): readonly Violation[] {
  return where(
    estate.ofType('Microsoft.Compute/virtualMachines').filter(isWindows),
    (one) => !hasExtension(estate, one, 'IaaSAntimalware'),
    'nothing on the machine looks for malware',
    'install the antimalware extension',
  );
}

function isWindows(machine: unknown): boolean {
  return !read(machine, 'properties.osProfile.linuxConfiguration');
}
