import { read, readText, untold, where, type Estate, type Predicted, type Violation } from '../estate.ts';
import { privateEndpoints, windowsMachines } from '../subject.ts';
import { extensionsOf } from './machine-checks.ts';
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
  const subnetOf = (one: Predicted): string => readText(one, 'properties.subnet.id').toLowerCase();
  const endpoints = privateEndpoints.in(estate);
  const used = new Set(endpoints.map(subnetOf));
  const predicted = subnetsOf(estate).filter((one) => used.has(one.id.toLowerCase()));
  const known = new Set(predicted.map((one) => one.id.toLowerCase()));
  const instead = 'set privateEndpointNetworkPolicies to Enabled';
  return [
    ...where(
      predicted,
      (one) => !ruled.has(readText(one, 'properties.privateEndpointNetworkPolicies').toLowerCase()),
      'the rules of the subnet’s group do not hold for its private endpoints',
      instead,
    ),
    ...endpoints
      .filter((one) => !known.has(subnetOf(one)))
      .map((one) => untold(one.id, 'its subnet is not part of this workspace', instead)),
  ];
}

export function antimalware(estate: Estate): readonly Violation[] {
  return where(
    windowsMachines.in(estate),
    (one) => !isProtected(estate, one),
    'nothing on the VM looks for malware',
    'install the antimalware extension, with AntimalwareEnabled and RealtimeProtectionEnabled',
  );
}

/** The extension takes its switches as texts too. */
function isProtected(estate: Estate, machine: Predicted): boolean {
  const isOn = (extension: Predicted, key: string): boolean =>
    String(read(extension, `properties.settings.${key}`)).toLowerCase() === 'true';
  return extensionsOf(estate, machine, 'IaaSAntimalware').some(
    (one) => isOn(one, 'AntimalwareEnabled') && isOn(one, 'RealtimeProtectionEnabled'),
  );
}
