import { contains, isPrivate, parseCidr, type Cidr } from '../azure/addresses.ts';
import type { RuleSettings } from './context.ts';
import type { Core } from './core.ts';
import type { AddressRangesParameters } from './rule-parameters.ts';

type Network = Pick<Core['network'], 'addressSpace' | 'additionalAddressSpaces'>;

/** Rule about private ranges, which also has the public ones of an organization. */
const addressRangesRule = 'NET-001';

/** All address ranges of the virtual network, the first one first. */
export function addressSpacesOf({ addressSpace, additionalAddressSpaces = [] }: Network): readonly string[] {
  return [addressSpace, ...additionalAddressSpaces];
}

interface PlacedSpace {
  readonly range: string;
  readonly answer: string;
}

/** The same, each with its setting. */
export function placedSpaces(network: Network): readonly PlacedSpace[] {
  return addressSpacesOf(network).map((range, index) => ({
    range,
    answer: index === 0 ? 'network.addressSpace' : `network.additionalAddressSpaces.${index - 1}`,
  }));
}

export function addressSpacesText(network: Network): string {
  return addressSpacesOf(network).join(', ');
}

/** Those that can be read. */
export function spacesIn(network: Network): readonly Cidr[] {
  return rangesOf(addressSpacesOf(network));
}

function rangesOf(texts: readonly string[]): readonly Cidr[] {
  return texts.flatMap((text) => {
    const parsed = parseCidr(text);
    return parsed.ok ? [parsed.cidr] : [];
  });
}

/** Public ranges that the organization declares as its own. */
export function ownedRanges(rules: RuleSettings): readonly Cidr[] {
  return rangesOf(rules.parameters<AddressRangesParameters>(addressRangesRule).publicRanges);
}

/** Private, or a public range of the organization: no traffic of the internet comes from it. */
export function isInternal(cidr: Cidr, rules: RuleSettings): boolean {
  return isPrivate(cidr) || ownedRanges(rules).some((own) => contains(own, cidr));
}
