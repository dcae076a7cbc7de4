import type { Cidr } from '../../azure/addresses.ts';
import { isUnresolved, read, readText, untold, where, type Estate, type Predicted, type Violation } from '../estate.ts';
import { privateEndpoints, windowsVms } from '../subject.ts';
import { groupsWithDefaultRoute } from './route-checks.ts';
import { extensionsOf } from './vm-checks.ts';
import {
  computedGroups,
  isInternet,
  securityGroups,
  subnetsOf,
  type PredictedSecurityRule,
} from './security-groups.ts';

export function noOpenWayOut(estate: Estate, owned: readonly Cidr[] = []): readonly Violation[] {
  const instead = 'restrict it to ports or a service tag';
  const groups = securityGroups(estate);
  const routed = groupsWithDefaultRoute(estate);
  const wide = groups.flatMap((group) => {
    const isOutside = (destination: string): boolean =>
      isInternet(destination, owned) ||
      (routed.has(group.id.toLowerCase()) && destination.toLowerCase() === 'virtualnetwork');
    return group.rules
      .filter((rule) => isWide(rule, isOutside))
      .map((rule): Violation => {
        const what = `the rule ${rule.name} allows all outbound traffic to the internet`;
        return rule.destinations.some(isOutside) && rule.ports.some(isEveryPort)
          ? { resource: group.id, what, instead }
          : untold(group.id, `only a deployment determines whether ${what}`, instead);
      });
  });
  return [...wide, ...computedGroups(groups, wide, instead)];
}

/** All traffic to the internet, unless a deployment computes it. */
function isWide(
  { inbound, allow, destinations, ports }: PredictedSecurityRule,
  isOutside: (destination: string) => boolean,
): boolean {
  const isAny = (texts: readonly string[], fits: (text: string) => boolean): boolean =>
    texts.some((text) => fits(text) || isUnresolved(text));
  return !inbound && allow && isAny(destinations, isOutside) && isAny(ports, isEveryPort);
}

function isEveryPort(port: string): boolean {
  return port === '*' || /^[01]-65535$/.test(port);
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
      'the network security group of the subnet doesn’t apply to its private endpoints',
      instead,
    ),
    ...endpoints
      .filter((one) => !known.has(subnetOf(one)))
      .map((one) => untold(one.id, 'its subnet isn’t part of this workspace', instead)),
  ];
}

export function antimalware(estate: Estate): readonly Violation[] {
  return where(
    windowsVms.in(estate),
    (one) => !isProtected(estate, one),
    'the VM has no antimalware extension with real-time protection',
    'install the antimalware extension, with AntimalwareEnabled and RealtimeProtectionEnabled',
  );
}

/** The extension accepts its switches as strings too. */
function isProtected(estate: Estate, vm: Predicted): boolean {
  const isOn = (extension: Predicted, key: string): boolean =>
    String(read(extension, `properties.settings.${key}`)).toLowerCase() === 'true';
  return extensionsOf(estate, vm, 'IaaSAntimalware').some(
    (one) => isOn(one, 'AntimalwareEnabled') && isOn(one, 'RealtimeProtectionEnabled'),
  );
}
