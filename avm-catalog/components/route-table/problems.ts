import { addressProblem, isPrivate, parseCidr, unusableAddress } from '../../azure/addresses.ts';
import { addressSpacesText, isInternal, placedSpaces, spacesIn } from '../../kernel/address-spaces.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import type { View } from '../../kernel/view.ts';
import { natGatewayInputs } from '../nat-gateway/inputs.ts';
import { subnetsIn } from '../subnet/inputs.ts';
import { existingTableIn, firewallIn, isRouted } from './inputs.ts';

/** Settings that can't be deployed, and a NAT gateway that no traffic reaches. */
export function routeProblems(view: View): readonly AnswerProblem[] {
  return [...firewallProblems(view), ...publicSpaces(view), ...unusedGateway(view)];
}

/** Network security groups of routed subnets name private ranges, so they would deny traffic of a public one. */
function publicSpaces(view: View): readonly AnswerProblem[] {
  if (!isRouted(view)) return [];
  return placedSpaces(view.core.network).flatMap(({ range, answer }) => {
    const parsed = parseCidr(range);
    const isOwned = parsed.ok && !isPrivate(parsed.cidr) && isInternal(parsed.cidr, view.rules);
    return isOwned ? [problem('range-public-routed', answer, { range })] : [];
  });
}

function firewallProblems(view: View): readonly AnswerProblem[] {
  const [answer, address] = ['network.hub.firewallAddress', firewallIn(view)];
  const own = parseCidr(`${address}/32`);
  if (address === '' || !own.ok) return [];
  const what = unusableAddress(address);
  if (what !== undefined) return [problem('next-hop-unusable', answer, { address, what })];
  if (!isInternal(own.cidr, view.rules))
    return [problem('next-hop-unusable', answer, { address, what: 'a public address' })];
  const { network } = view.core;
  const isOwn = spacesIn(network).some((space) => addressProblem(address, space)?.kind !== 'outside');
  return isOwn
    ? [problem('range-overlap', answer, { range: address, other: addressSpacesText(network), subnet: 'the spoke' })]
    : [];
}

/** A default route to a virtual appliance comes before a NAT gateway. Source: azure-docs nat-gateway/nat-gateway-resource.md, "Outbound connectivity". */
function unusedGateway(view: View): readonly AnswerProblem[] {
  const keepsGateway = subnetsIn(view).some(({ outbound, routeTable }) => outbound && routeTable !== '');
  // Nobody here knows the routes of an existing table.
  const leads = firewallIn(view) !== '' && existingTableIn(view) === '';
  if (!leads || !natGatewayInputs.of(view).enabled || keepsGateway) return [];
  return [problem('outbound-twice', 'natGateway.enabled', {}, 'warning', ['SEC-027'])];
}
