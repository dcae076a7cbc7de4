import { parseCidr } from '../../azure/addresses.ts';
import { isInternal, placedSpaces } from '../../kernel/address-spaces.ts';
import type { AddressRangesParameters } from '../../kernel/rule-parameters.ts';
import type { View } from '../../kernel/view.ts';
import { isUnresolved, readItems, untold, type Estate, type Violation } from '../estate.ts';
import { ruleWith, type Break, type RuleDefinition } from '../rule.ts';
import { azure } from '../sources.ts';
import { virtualNetworks } from '../subject.ts';

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
  return placedSpaces(network)
    .filter(({ range }) => isPublic(range, rules))
    .map(({ range, answer }) => ({
      answer,
      what: `${range} is a public address range that NET-001.publicRanges doesn’t have`,
      instead: `${answer}=10.20.0.0/22`,
    }));
}

function publicPrefixes(estate: Estate, { rules }: View): readonly Violation[] {
  return virtualNetworks.in(estate).flatMap((one) =>
    readItems(one, 'properties.addressSpace.addressPrefixes').flatMap((item): readonly Violation[] => {
      const range = String(item);
      if (isUnresolved(item))
        return [untold(one.id, 'only a deployment determines its address range', 'use a private address range')];
      if (!isPublic(range, rules)) return [];
      const what = `its address range ${range} is public, and NET-001.publicRanges doesn’t have it`;
      const instead = 'use a private address range, or declare the range in NET-001.publicRanges';
      return [{ resource: one.id, what, instead }];
    }),
  );
}

/** What is no IPv4 range is reported elsewhere, or an IPv6 range. */
function isPublic(range: string, rules: View['rules']): boolean {
  const parsed = parseCidr(range);
  return parsed.ok && !isInternal(parsed.cidr, rules);
}
