import { contains, hostCount, overlaps, parseCidr, unusableRange, type Cidr } from '../../azure/addresses.ts';
import { addressSpacesText, isInternal, placedSpaces, spacesIn } from '../../kernel/address-spaces.ts';
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
    ...placedSpaces(network).flatMap(({ range, answer }) => rangeProblem(range, answer)),
    ...subnetKeys.flatMap((key) =>
      network.subnets[key] === undefined ? [] : rangeProblem(network.subnets[key], `network.subnets.${key}`),
    ),
    ...subnetsIn(view).flatMap(({ id, range }) => (range === '' ? [] : rangeProblem(range, answerOf(id)))),
  ];
  if (broken.length > 0) return broken;
  return [
    ...spaceProblems(view),
    ...subnetProblems(view),
    ...hubProblems(view),
    ...serverProblems(network.dnsServers, view.rules),
  ];
}

/** Azure refuses some ranges, and ranges of one network that overlap. */
function spaceProblems(view: View): readonly AnswerProblem[] {
  const spaces = placedSpaces(view.core.network).flatMap((one) => {
    const cidr = parsed(one.range);
    return cidr ? [{ ...one, cidr }] : [];
  });
  return [
    ...spaces.flatMap(({ range, answer, cidr }) => {
      const what = unusableRange(cidr);
      return what === undefined ? [] : [problem('range-unusable', answer, { range, what })];
    }),
    ...pairs(spaces)
      .filter(([a, b]) => overlaps(a.cidr, b.cidr))
      .map(([a, b]) =>
        problem('range-overlap', b.answer, { range: b.range, other: a.range, subnet: 'the same virtual network' }),
      ),
  ];
}

/** Path of the range of a named subnet. */
const answerOf = (id: string): string => `${namedKey}.${id}.range`;

interface Used {
  readonly key: string;
  readonly name: string;
  readonly answer: string;
}

function subnetProblems(view: View): readonly AnswerProblem[] {
  const { network } = view.core;
  const spaces = spacesIn(network);
  const all = addressSpacesText(network);
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
      .map(({ name }) => problem('range-no-room', 'network.addressSpace', { range: all, subnet: name })),
    ...subnets
      .filter(({ cidr }) => !spaces.some((space) => contains(space, cidr)))
      .map(({ key, answer }) => problem('range-outside', answer, { range: range(key), space: all })),
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

function hubProblems(view: View): readonly AnswerProblem[] {
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
    ...(bastion ? hubBastionProblems(bastion, hub.bastionSubnet, view) : []),
    ...placedSpaces(view.core.network)
      .filter(({ range }) => bastion && overlaps(bastion, parsed(range) ?? bastion))
      .map(({ range, answer }) =>
        problem('range-overlap', answer, { range, other: hub.bastionSubnet, subnet: 'the hub’s AzureBastionSubnet' }),
      ),
  ];
}

function hubBastionProblems(bastion: Cidr, range: string, { rules }: View): readonly AnswerProblem[] {
  const answer = 'network.hub.bastionSubnet';
  const args = { range, prefix: bastionPrefix };
  return [
    ...(isInternal(bastion, rules) ? [] : [problem('range-public', answer, { range })]),
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
