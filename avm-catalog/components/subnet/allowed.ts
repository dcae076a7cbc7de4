import { param, type Value } from '../../../src/bicep/value.ts';
import { camel } from '../../../src/text/pascal.ts';
import type { SecurityRule } from '../../kernel/slots.ts';
import type { AllowedTraffic } from './inputs.ts';

/** Allowed service tags, none of which includes the internet. */
export const sourceTags: readonly string[] = ['VirtualNetwork', 'AzureLoadBalancer'];

/** Priorities are between those of the catalog's rules and that of the last rule, which denies all other traffic. */
const firstPriority = 1000;
const step = 10;

export function allowedRules(allow: readonly AllowedTraffic[]): readonly SecurityRule[] {
  return allow.map(({ name, ports, from }, index) => ({
    name: `Allow${name}Inbound`,
    priority: firstPriority + index * step,
    direction: 'Inbound',
    access: 'Allow',
    protocol: 'Tcp',
    description: `${name} from ${from}`,
    source: sourceOf(from),
    destination: '*',
    ports,
  }));
}

function sourceOf(from: string): Value {
  if (sourceTags.includes(from) || from.includes('/')) return from;
  return param('subnetPrefixes', camel(from));
}
