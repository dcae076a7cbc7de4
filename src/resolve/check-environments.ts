import { overlaps, parseCidr } from '../../avm-catalog/azure/addresses.ts';
import { sameId } from '../../avm-catalog/azure/resource-ids.ts';
import type { View } from '../../avm-catalog/kernel/view.ts';
import type { Answers } from '../answers/answers.ts';
import type { Finding } from '../findings/finding.ts';
import { answerPath } from './answer-path.ts';
import type { Spec } from './spec.ts';

/**
 * Environments judged together: two spokes of one hub may not overlap.
 * Source: azure-docs virtual-network/virtual-network-peering-overview.md, "Requirements and constraints".
 */
export function checkEnvironments({ views }: Spec, answers: Answers): readonly Finding[] {
  const spokes = views.filter(
    ({ core: { network } }) => network.topology === 'hub' && network.hub.virtualNetworkId !== '',
  );
  return spokes.flatMap((view, index) =>
    spokes
      .slice(0, index)
      .filter((other) => sameHub(view, other) && overlapping(view, other))
      .map((other) => ({
        code: 'range-overlap',
        severity: 'error' as const,
        where: {
          file: 'avm.yaml',
          answer: answerPath('network.addressSpace', view.environment, answers),
          environment: view.environment,
        },
        ids: [],
        args: {
          range: view.core.network.addressSpace,
          other: other.core.network.addressSpace,
          subnet: `${other.environment}, peered to the same hub`,
        },
      })),
  );
}

function sameHub(a: View, b: View): boolean {
  return sameId(a.core.network.hub.virtualNetworkId, b.core.network.hub.virtualNetworkId);
}

function overlapping(a: View, b: View): boolean {
  const [one, other] = [parseCidr(a.core.network.addressSpace), parseCidr(b.core.network.addressSpace)];
  return one.ok && other.ok && overlaps(one.cidr, other.cidr);
}
