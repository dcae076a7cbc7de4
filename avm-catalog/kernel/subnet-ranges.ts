import { formatCidr, parseCidr, type Cidr } from '../azure/addresses.ts';
import { propose } from '../azure/address-plan.ts';
import { spacesIn } from './address-spaces.ts';
import type { Core } from './core.ts';
import type { SubnetKey } from './slots.ts';
import type { View } from './view.ts';

/** Azure refuses a smaller AzureBastionSubnet. Source: azure-docs bastion/configuration-settings.md, "Azure Bastion subnet". */
export const bastionPrefix = 26;

/** Subnets that components of the catalog ask for, in their order. */
export const subnetKeys: readonly SubnetKey[] = ['workload', 'privateEndpoints', 'bastion'];

/** A subnet by name: the range that it was given, or the length of the prefix of a proposed one. */
interface WantedSubnet {
  readonly key: string;
  readonly range: string;
  readonly size: number;
}

type Network = Core['network'];

/** What a range is proposed for: the rest of the view says nothing about it. */
type Planned = Pick<View, 'core' | 'components' | 'subnets'>;

/**
 * Ranges by key, of all subnets the blueprint may have, also of those that are off: what is switched on later moves none
 * of the others. In a space too small for all of them the last go without. Those by name come behind them: what is on
 * has its range first, and what may be switched on later keeps its own where there is room for both. A range that
 * cannot be had is empty.
 */
export function subnetRanges(view: Planned, named: readonly WantedSubnet[]): Readonly<Record<string, string>> {
  const own = catalogRanges(view.core.network);
  return { ...own, ...namedRanges(view, named, own) };
}

function catalogRanges(network: Network): Readonly<Record<SubnetKey, string>> {
  const spaces = spacesIn(network);
  const open = subnetKeys.filter((key) => network.subnets[key] === undefined);
  const proposed = parsed(network.addressSpace) ? proposals(spaces, open, network) : undefined;
  const range = (key: SubnetKey): string => {
    const own = proposed?.get(key);
    return network.subnets[key] ?? (own ? formatCidr(own) : '');
  };
  return { workload: range('workload'), privateEndpoints: range('privateEndpoints'), bastion: range('bastion') };
}

/** The first range decides the sizes, so that a further one moves no subnet. */
function proposals(
  spaces: readonly Cidr[],
  open: readonly SubnetKey[],
  network: Network,
): ReadonlyMap<string, Cidr> | undefined {
  const [first] = spaces;
  const fixed = subnetKeys.flatMap((key) => parsed(network.subnets[key] ?? '') ?? []);
  const want = open.map((key) => ({ name: key, prefixLength: wanted(key, first?.prefix ?? 0) }));
  const plan = propose(spaces, want, fixed);
  if (plan.ok) return plan.ranges;
  return open.length === 0 ? undefined : proposals(spaces, open.slice(0, -1), network);
}

function namedRanges(
  view: Planned,
  named: readonly WantedSubnet[],
  own: Readonly<Record<SubnetKey, string>>,
): Readonly<Record<string, string>> {
  const spaces = spacesIn(view.core.network);
  const fixed = named.filter(({ range }) => range !== '');
  const want = named.filter(({ range }) => range === '').map(({ key, size }) => ({ name: key, prefixLength: size }));
  const used = usedSubnets(view).flatMap((key) => parsed(own[key]) ?? []);
  const given = fixed.flatMap(({ range }) => parsed(range) ?? []);
  const reserved = subnetKeys.flatMap((key) => parsed(own[key]) ?? []);
  const plans = [reserved, used].map((taken) => propose(spaces, want, [...taken, ...given]));
  const plan = plans.find((one) => one.ok);
  const rangeOf = (key: string): string => {
    const range = plan?.ok ? plan.ranges.get(key) : undefined;
    return range ? formatCidr(range) : '';
  };
  return Object.fromEntries(named.map(({ key, range }) => [key, range || rangeOf(key)]));
}

/** Subnets of the catalog's components that one environment has, in their order. */
export function usedSubnets({ components, subnets }: Planned): readonly SubnetKey[] {
  return subnetKeys.filter((key) =>
    key === 'workload' ? components.includes('virtual-machine') : subnets.includes(key),
  );
}

function wanted(key: SubnetKey, space: number): number {
  if (key === 'bastion') return bastionPrefix;
  return key === 'workload' ? Math.max(24, space + 1) : Math.max(26, space + 3);
}

export function parsed(text: string): Cidr | undefined {
  const result = parseCidr(text);
  return result.ok ? result.cidr : undefined;
}
