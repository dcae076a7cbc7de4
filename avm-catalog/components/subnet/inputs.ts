import { ownValue } from '../../../src/bicep/own.ts';
import { inputsToken } from '../../kernel/inputs.ts';
import { camel } from '../../../src/text/pascal.ts';
import { subnetRanges } from '../../kernel/subnet-ranges.ts';
import { namedOf, type View } from '../../kernel/view.ts';

/** Inbound traffic that a security group allows. */
export interface AllowedTraffic {
  readonly name: string;
  /** Ports, or ranges such as `8000-8010`. */
  readonly ports: readonly string[];
  /** A subnet of this network, a private range, `VirtualNetwork`, or `AzureLoadBalancer`. */
  readonly from: string;
}

export interface SubnetInputs {
  readonly enabled: boolean;
  readonly purpose: string;
  /** Prefix length, if the tool chooses the range. */
  readonly size: number;
  /** Range in CIDR notation; empty for a range that the tool chooses. */
  readonly range: string;
  /** Service that it is delegated to, such as `Microsoft.Web/serverFarms`; empty for none. */
  readonly delegation: string;
  readonly allow: readonly AllowedTraffic[];
  /** Use the NAT gateway for outbound access, if there is one. */
  readonly outbound: boolean;
  /** Name of the component for an existing route table; empty for none. */
  readonly routeTable: string;
}

export const subnetType = 'subnet';

export const subnetInputs = inputsToken<SubnetInputs>('subnet');

/** Subnets by name of one environment, each under its name. */
export function subnetsIn(view: View): readonly (SubnetInputs & { readonly id: string; readonly key: string })[] {
  return namedOf<SubnetInputs>(view, subnetType).map(([id, is]) => ({ ...is, id, key: camel(id) }));
}

/** Ranges of all subnets of one environment by key, including those of the catalog's components. */
export function rangesIn(view: View): Readonly<Record<string, string>> {
  return subnetRanges(view, subnetsIn(view));
}

/** The range of a named subnet in one environment; empty if the address space is full. */
export function rangeOf(view: View, id: string): string {
  return ownValue(rangesIn(view), camel(id)) ?? '';
}
