import { contains, hostCount, isPrivate, overlaps, parseCidr, type Cidr } from '../../azure/addresses.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import { ownValue } from '../../../src/bicep/own.ts';
import { namedKey } from '../../kernel/core.ts';
import { bastionPrefix, parsed, subnetKeys, usedSubnets } from '../../kernel/subnet-ranges.ts';
import type { View } from '../../kernel/view.ts';
import { rangesIn, subnetsIn } from '../subnet/inputs.ts';
import { serverProblems } from './dns-servers.ts';

/** Hosts from before November 2021. Source: azure-docs bastion/configuration-settings.md, "Azure Bastion subnet". */
const oldBastionPrefix = 27;

/** Problems with the address ranges of one environment. */
export function networkProblems(view: View): readonly AnswerProblem[] {
  const { network } = view.core;
  const broken = [
    ...rangeProblem(network.addressSpace, 'network.addressSpace'),
    ...subnetKeys.flatMap((key) =>
      network.subnets[key] === undefined ? [] : rangeProblem(network.subnets[key], `network.subnets.${key}`),
    ),
    ...subnetsIn(view).flatMap(({ id, range }) => (range === '' ? [] : rangeProblem(range, answerOf(id)))),
  ];
  const space = parsed(network.addressSpace);
  if (broken.length > 0 || !space) return broken;
  return [
    ...(isPrivate(space) ? [] : [problem('range-public', 'network.addressSpace', { range: network.addressSpace })]),
    ...subnetProblems(view, space),
    ...hubProblems(view, space),
    ...serverProblems(network.dnsServers),
  ];
}

/** Path of the range of a named subnet. */
const answerOf = (id: string): string => `${namedKey}.${id}.range`;

interface Used {
  readonly key: string;
  readonly name: string;
  readonly answer: string;
}

function subnetProblems(view: View, space: Cidr): readonly AnswerProblem[] {
  const { network } = view.core;
  const ranges = rangesIn(view);
  const range = (key: string): string => ownValue(ranges, key) ?? '';
  const used: readonly Used[] = [
    ...usedSubnets(view).map((key) => ({ key, name: key, answer: `network.subnets.${key}` })),
    ...subnetsIn(view).map(({ id, key }) => ({ key, name: id, answer: answerOf(id) })),
  ];
  const subnets = used.flatMap((one) => {
    const cidr = parsed(range(one.key));
    return cidr ? [{ ...one, cidr }] : [];
  });
  return [
    ...used
      .filter(({ key }) => range(key) === '')
      .map(({ name }) =>
        problem('range-no-room', 'network.addressSpace', { range: network.addressSpace, subnet: name }),
      ),
    ...subnets
      .filter(({ cidr }) => !contains(space, cidr))
      .map(({ key, answer }) => problem('range-outside', answer, { range: range(key), space: network.addressSpace })),
    ...subnets
      .filter(({ cidr }) => hostCount(cidr) < 3)
      .map(({ key, name, answer }) => problem('range-too-small', answer, { range: range(key), subnet: name })),
    ...subnets
      .filter(({ key, cidr }) => key === 'bastion' && cidr.prefix > bastionPrefix)
      .map(({ key, answer }) => problem('range-bastion', answer, { range: range(key), prefix: bastionPrefix })),
    ...pairs(subnets)
      .filter(([a, b]) => overlaps(a.cidr, b.cidr))
      .map(([a, b]) =>
        problem('range-overlap', b.answer, { range: range(b.key), other: range(a.key), subnet: a.name }),
      ),
  ];
}

function hubProblems(view: View, space: Cidr): readonly AnswerProblem[] {
  const { topology, hub } = view.core.network;
  if (topology !== 'hub') return [];
  const bastion = parsed(hub.bastionSubnet);
  return [
    ...(hub.virtualNetworkId === ''
      ? [problem('answer-missing', 'network.hub.virtualNetworkId', { why: 'network.topology is hub' })]
      : []),
    ...(hub.bastionSubnet === ''
      ? [problem('answer-missing', 'network.hub.bastionSubnet', { why: 'network.topology is hub' })]
      : rangeProblem(hub.bastionSubnet, 'network.hub.bastionSubnet')),
    ...(bastion ? hubBastionProblems(bastion, hub.bastionSubnet) : []),
    ...(bastion && overlaps(bastion, space)
      ? [
          problem('range-overlap', 'network.addressSpace', {
            range: view.core.network.addressSpace,
            other: hub.bastionSubnet,
            subnet: 'the hub’s AzureBastionSubnet',
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
