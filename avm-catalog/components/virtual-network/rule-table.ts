import {
  arrayOf,
  bool,
  int,
  literals,
  named,
  nullable,
  object,
  string,
  type BicepType,
} from '../../../src/bicep/type.ts';
import {
  bare,
  call,
  isArray,
  isExpression,
  item,
  operator,
  when,
  type ObjectValue,
  type Value,
} from '../../../src/bicep/value.ts';
import { privateAddressRanges } from '../../azure/addresses.ts';
import { choice } from '../../kernel/patterns.ts';
import type { Composer } from '../../kernel/component.ts';
import type { ImportedFile, ImportSpec } from '../../kernel/imported.ts';
import type { SecurityRule } from '../../kernel/slots.ts';

const direction = literals('Inbound', 'Outbound');
const access = literals('Allow', 'Deny');
const protocol = literals('Tcp', 'Udp', '*');

const securityRule = named(
  'securityRule',
  object({
    name: [string, 'Required. Name of the rule.'],
    properties: [
      object({
        description: [string, 'Required. The traffic that the rule is about.'],
        priority: [int, 'Required. Rules are evaluated from the lowest priority to the highest.'],
        direction: [direction, 'Required. Direction of the traffic.'],
        access: [access, 'Required. Whether the traffic is allowed.'],
        protocol: [protocol, 'Required. Network protocol.'],
        sourceAddressPrefix: [string, 'Required. Address range or service tag that the traffic comes from.'],
        sourceAddressPrefixes: [nullable(arrayOf(string)), 'Conditional. Address ranges, if the prefix is empty.'],
        sourcePortRange: [string, 'Required. Ports that the traffic comes from.'],
        destinationAddressPrefix: [string, 'Required. Address range or service tag that the traffic goes to.'],
        destinationAddressPrefixes: [nullable(arrayOf(string)), 'Conditional. Address ranges, if the prefix is empty.'],
        destinationPortRange: [nullable(string), 'Conditional. Required if the rule has one port.'],
        destinationPortRanges: [nullable(arrayOf(string)), 'Conditional. Required if the rule has several ports.'],
      }),
      'Required. Properties of the rule.',
    ],
  }),
);

const file: ImportedFile = {
  path: 'network-security-rules.bicep',
  what: 'Security rules of the network security group of each subnet',
  types: [{ ...securityRule, description: 'A rule of a network security group.' }],
};

/** All rules of a subnet. */
export function rulesOf(c: Composer, subnet: string, rules: Value): Value {
  return c.imported({
    file,
    name: `${subnet}SecurityRules`,
    description: `Security rules of the subnet ${subnet}`,
    ids: ['network', 'SEC-001'],
    returns: arrayOf(securityRule),
    body: () => rules,
  });
}

type Parts = Readonly<
  Record<'priority' | 'name' | 'protocol' | 'source' | 'destination' | 'ports' | 'description', Value>
>;

const types: Readonly<Record<keyof Parts, BicepType>> = {
  priority: int,
  name: string,
  protocol,
  source: string,
  destination: string,
  ports: arrayOf(string),
  description: string,
};
const withTypes = (parts: Parts): NonNullable<ImportSpec['given']> => ({
  priority: [types.priority, parts.priority],
  name: [types.name, parts.name],
  protocol: [types.protocol, parts.protocol],
  source: [types.source, parts.source],
  destination: [types.destination, parts.destination],
  ports: [types.ports, parts.ports],
  description: [types.description, parts.description],
});
const shared = { file, ids: ['network', 'SEC-001'], returns: securityRule };

const tag = 'VirtualNetwork';

/**
 * `routed` is whether the subnet has a route table. The tag VirtualNetwork includes the prefixes of its routes, and so the
 * whole internet if one is 0.0.0.0/0. Source: azure-docs virtual-network/service-tags-overview.md, "VirtualNetwork".
 */
export function ruleValue(c: Composer, rule: SecurityRule, routed: Value = false): Value {
  const isOf = (end: 'source' | 'destination'): boolean => routed !== false && rule[end] === tag;
  const ends = (['source', 'destination'] as const).filter(isOf);
  return ends.reduce((value, end) => amongPrivate(c, end, value, routed), oneLine(c, rule));
}

/** The same rule with private addresses in place of the tag, where the subnet has a route table. */
function amongPrivate(c: Composer, end: 'source' | 'destination', rule: Value, routed: Value): Value {
  const way = end === 'source' ? 'from' : 'to';
  const ranges = { [`${end}AddressPrefix`]: '', [`${end}AddressPrefixes`]: privateAddressRanges };
  const merged = (name: Value, properties: Value, isRouted: Value): Value => ({
    name,
    properties: call('union', properties, choice(isRouted, ranges, {})),
  });
  const plain = bare(rule);
  const { name = '', properties = {} } = isExpression(plain) ? {} : (plain as ObjectValue);
  return c.imported({
    ...shared,
    name: `${way}PrivateAddresses`,
    description: `A rule for traffic ${way} private addresses, if a route table adds the internet to the tag ${tag}`,
    ids: ['SEC-020'],
    given: { routed: [bool, routed], rule: [securityRule, rule] },
    body: () => merged(item('rule', 'name'), item('rule', 'properties'), item('routed')),
    value: merged(name, properties, routed),
  });
}

/** A rule on one line: its access and its direction are the name of the function. */
function oneLine(c: Composer, { access: may, direction: way, ...parts }: SecurityRule): Value {
  return c.imported({
    ...shared,
    name: may.toLowerCase() + way,
    description: `A rule that ${may === 'Allow' ? 'allows' : 'denies'} ${way.toLowerCase()} traffic`,
    given: withTypes(parts),
    body: (given) => anyRule(c, may, way, given),
    value: anyRule(c, may, way, parts),
  });
}

function anyRule(c: Composer, may: SecurityRule['access'], way: SecurityRule['direction'], parts: Parts): Value {
  return c.imported({
    ...shared,
    name: 'securityRuleOf',
    description: 'A rule, from any port; one destination port and several are different properties',
    given: { access: [access, may], direction: [direction, way], ...withTypes(parts) },
    body: (given) => ({
      name: given['name'],
      properties: call('union', propertiesOf(given, given), portsOf(given['ports'] ?? null)),
    }),
    value: {
      name: parts.name,
      properties: {
        ...propertiesOf(parts, { access: may, direction: way }),
        ...(portsOf(parts.ports) as ObjectValue),
      },
    },
  });
}

function propertiesOf(parts: Parts, kind: Readonly<Record<string, Value>>): ObjectValue {
  return {
    description: parts.description,
    priority: parts.priority,
    direction: kind['direction'],
    access: kind['access'],
    protocol: parts.protocol,
    sourceAddressPrefix: parts.source,
    sourcePortRange: '*',
    destinationAddressPrefix: parts.destination,
  };
}

/** One port and several have different properties. */
function portsOf(ports: Value): Value {
  const all = bare(ports);
  if (isArray(all)) return all.length === 1 ? { destinationPortRange: all[0] } : { destinationPortRanges: all };
  const isOne = operator('==', call('length', all), 1);
  return when(isOne, { destinationPortRange: call('first', all) }, { destinationPortRanges: all });
}
