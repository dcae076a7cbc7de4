import { propose } from '../../azure/address-plan.ts';
import { contains, formatCidr, hostCount, isPrivate, overlaps, parseCidr, type Cidr } from '../../azure/addresses.ts';
import type { View } from '../../kernel/view.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import type { Core } from '../../kernel/core.ts';
import type { SubnetKey } from '../../kernel/slots.ts';
import { serverProblems } from './dns-servers.ts';

export const subnetKeys: readonly SubnetKey[] = ['workload', 'privateEndpoints', 'bastion'];

/**
 * Azure refuses a smaller AzureBastionSubnet; hosts from before November 2021 may stand in a /27.
 * Source: azure-docs bastion/configuration-settings.md, "Azure Bastion subnet".
 */
const bastionPrefix = 26;
const oldBastionPrefix = 27;

type Network = Core['network'];

/**
 * Ranges of all subnets the blueprint may have, also of those that are off: what is switched on later moves none of the others.
 * In a space too small for all of them the last go without. A range that cannot be had is empty; `networkProblems` says why.
 */
export function subnetRanges(network: Network): Readonly<Record<SubnetKey, string>> {
  const space = parsed(network.addressSpace);
  const open = subnetKeys.filter((key) => network.subnets[key] === undefined);
  const proposed = space ? proposals(space, open, network) : undefined;
  const range = (key: SubnetKey): string => {
    const own = proposed?.get(key);
    return network.subnets[key] ?? (own ? formatCidr(own) : '');
  };
  return { workload: range('workload'), privateEndpoints: range('privateEndpoints'), bastion: range('bastion') };
}

function proposals(space: Cidr, open: readonly SubnetKey[], network: Network): ReadonlyMap<string, Cidr> | undefined {
  const fixed = subnetKeys.flatMap((key) => parsed(network.subnets[key] ?? '') ?? []);
  const want = open.map((key) => ({ name: key, prefixLength: wanted(key, space.prefix) }));
  const plan = propose([space], want, fixed);
  if (plan.ok) return plan.ranges;
  return open.length === 0 ? undefined : proposals(space, open.slice(0, -1), network);
}

/** Subnets that one environment has, in their order. */
function usedSubnets({ subnets }: View): readonly SubnetKey[] {
  return subnetKeys.filter((key) => key === 'workload' || subnets.includes(key));
}

function wanted(key: SubnetKey, space: number): number {
  if (key === 'bastion') return bastionPrefix;
  return key === 'workload' ? Math.max(24, space + 1) : Math.max(26, space + 3);
}

function parsed(text: string): Cidr | undefined {
  const result = parseCidr(text);
  return result.ok ? result.cidr : undefined;
}

/** What is wrong with the ranges of one environment. */
export function networkProblems(view: View): readonly AnswerProblem[] {
  const { network } = view.core;
  const broken = [
    ...rangeProblem(network.addressSpace, 'network.addressSpace'),
    ...subnetKeys.flatMap((key) =>
      network.subnets[key] === undefined ? [] : rangeProblem(network.subnets[key], `network.subnets.${key}`),
    ),
  ];
  const space = parsed(network.addressSpace);
  if (broken.length > 0 || !space) return broken;
  return [
    ...(isPrivate(space) ? [] : [problem('range-public', 'network.addressSpace', { range: network.addressSpace })]),
    ...subnetProblems(network, space, usedSubnets(view)),
    ...hubProblems(view, space),
    ...serverProblems(network.dnsServers),
  ];
}

function subnetProblems(network: Network, space: Cidr, used: readonly SubnetKey[]): readonly AnswerProblem[] {
  const ranges = subnetRanges(network);
  const subnets = used.flatMap((key) => {
    const cidr = parsed(ranges[key]);
    return cidr ? [{ key, cidr, answer: `network.subnets.${key}` }] : [];
  });
  return [
    ...used
      .filter((key) => ranges[key] === '')
      .map((key) => problem('range-no-room', 'network.addressSpace', { range: network.addressSpace, subnet: key })),
    ...subnets
      .filter(({ cidr }) => !contains(space, cidr))
      .map(({ key, answer }) => problem('range-outside', answer, { range: ranges[key], space: network.addressSpace })),
    ...subnets
      .filter(({ cidr }) => hostCount(cidr) < 3)
      .map(({ key, answer }) => problem('range-too-small', answer, { range: ranges[key], subnet: key })),
    ...subnets
      .filter(({ key, cidr }) => key === 'bastion' && cidr.prefix > bastionPrefix)
      .map(({ answer }) => problem('range-bastion', answer, { range: ranges.bastion, prefix: bastionPrefix })),
    ...pairs(subnets)
      .filter(([a, b]) => overlaps(a.cidr, b.cidr))
      .map(([a, b]) =>
        problem('range-overlap', b.answer, { range: ranges[b.key], other: ranges[a.key], subnet: a.key }),
      ),
  ];
}

function hubProblems(view: View, space: Cidr): readonly AnswerProblem[] {
  const { topology, hub } = view.core.network;
  if (topology !== 'hub') return [];
  const bastion = parsed(hub.bastionSubnet);
  return [
    ...(hub.virtualNetworkId === ''
      ? [problem('answer-missing', 'network.hub.virtualNetworkId', { why: 'topology is hub' })]
      : []),
    ...(hub.bastionSubnet === ''
      ? [problem('answer-missing', 'network.hub.bastionSubnet', { why: 'topology is hub' })]
      : rangeProblem(hub.bastionSubnet, 'network.hub.bastionSubnet')),
    ...(bastion ? hubBastionProblems(bastion, hub.bastionSubnet) : []),
    ...(bastion && overlaps(bastion, space)
      ? [
          problem('range-overlap', 'network.addressSpace', {
            range: view.core.network.addressSpace,
            other: hub.bastionSubnet,
            subnet: 'the hub’s Bastion',
          }),
        ]
      : []),
  ];
}

function hubBastionProblems(bastion: Cidr, range: string): readonly AnswerProblem[] {
  const answer = 'network.hub.bastionSubnet';
  const args = { range, prefix: bastionPrefix };
  return [
    ...(isPrivate(bastion) ? [] : [problem('range-public', answer, { range })]),
    ...(bastion.prefix > oldBastionPrefix
      ? [problem('range-bastion', answer, args)]
      : bastion.prefix > bastionPrefix
        ? [problem('range-bastion-old', answer, args, 'warning')]
        : []),
  ];
}

function rangeProblem(text: string, answer: string): readonly AnswerProblem[] {
  const result = parseCidr(text);
  if (result.ok) return [];
  const canonical = result.problem.kind === 'not-network' ? result.problem.canonical : '10.20.0.0/22';
  const code = result.problem.kind === 'syntax' ? 'range-syntax' : 'range-not-network';
  return [problem(code, answer, { range: text, canonical })];
}

function pairs<T>(items: readonly T[]): (readonly [T, T])[] {
  return items.flatMap((a, index) => items.slice(index + 1).map((b) => [a, b] as const));
}
