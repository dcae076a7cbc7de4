import { parseCidr } from '../../azure/addresses.ts';
import { addressSpacesOf, isInternal } from '../../kernel/address-spaces.ts';
import type { AddressRangesParameters } from '../../kernel/rule-parameters.ts';
import type { View } from '../../kernel/view.ts';
import { isUnresolved, readList, type Estate, type Violation } from '../estate.ts';
import { ruleWith, type Break, type RuleDefinition } from '../rule.ts';
import { azure } from '../sources.ts';
import type { Subject } from '../subject.ts';

const networks = 'Microsoft.Network/virtualNetworks';
const virtualNetworks: Subject = { name: 'virtual network', in: (estate) => estate.ofType(networks) };

export const addressRanges: readonly RuleDefinition[] = [
  ruleWith<AddressRangesParameters>({
    id: 'NET-001',
    category: 'network',
    title: 'Private address ranges',
    level: 'must',
    parameters: {
      schema: (z) =>
        z.strictObject({
          publicRanges: z
            .array(
              z
                .string()
                .refine((range) => parseCidr(range).ok, 'must be an IPv4 range in CIDR notation, such as 20.0.0.0/22'),
            )
            .max(50)
            .describe('Public address ranges that the organization owns, and that its virtual networks can have'),
        }),
      defaults: { publicRanges: [] },
    },
    statement: ({ publicRanges }) =>
      publicRanges.length === 0
        ? 'The workload MUST have a virtual network with private address ranges only (RFC 1918, RFC 6598).'
        : `The workload MUST have a virtual network with private address ranges only (RFC 1918, RFC 6598), or public ranges of the organization: ${publicRanges.join(', ')}.`,
    rationale:
      'Azure routes the address ranges of a virtual network within it. With a public range of others, its hosts can’t reach their services.',
    source: azure(
      'Plan for IP addressing',
      'cloud-adoption-framework/ready/azure-best-practices/plan-for-ip-addressing',
    ),
    shapes: 'The address ranges are settings, and all subnets are within them.',
    breaks: publicSpaces,
    appliesTo: [virtualNetworks],
    check: (estate, _, view) => publicPrefixes(estate, view),
  }),
];

function publicSpaces({ core: { network }, rules }: View): readonly Break[] {
  return addressSpacesOf(network).flatMap((range, index): readonly Break[] => {
    if (!isPublic(range, rules)) return [];
    const answer = index === 0 ? 'network.addressSpace' : `network.additionalAddressSpaces.${index - 1}`;
    const what = `${range} is a public address range that NET-001.publicRanges doesn’t have`;
    return [{ answer, what, instead: `${answer}=10.20.0.0/22` }];
  });
}

function publicPrefixes(estate: Estate, { rules }: View): readonly Violation[] {
  return estate.ofType(networks).flatMap((one) =>
    readList(one, 'properties.addressSpace.addressPrefixes')
      .map(String)
      .filter((range) => !isUnresolved(range) && isPublic(range, rules))
      .map((range) => ({
        resource: one.id,
        what: `its address range ${range} is public, and NET-001.publicRanges doesn’t have it`,
        instead: 'use a private address range, or declare the range in NET-001.publicRanges',
      })),
  );
}

/** What is no IPv4 range is reported elsewhere, or an IPv6 range. */
function isPublic(range: string, rules: View['rules']): boolean {
  const parsed = parseCidr(range);
  return parsed.ok && !isInternal(parsed.cidr, rules);
}
