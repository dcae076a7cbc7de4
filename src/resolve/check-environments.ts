import { overlaps } from '../../avm-catalog/azure/addresses.ts';
import { addressSpacesText, spacesIn } from '../../avm-catalog/kernel/address-spaces.ts';
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
          range: addressSpacesText(view.core.network),
          other: addressSpacesText(other.core.network),
          subnet: `${other.environment}, peered to the same hub`,
        },
      })),
  );
}

function sameHub(a: View, b: View): boolean {
  return sameId(a.core.network.hub.virtualNetworkId, b.core.network.hub.virtualNetworkId);
}

function overlapping(a: View, b: View): boolean {
  const others = spacesIn(b.core.network);
  return spacesIn(a.core.network).some((one) => others.some((other) => overlaps(one, other)));
}
