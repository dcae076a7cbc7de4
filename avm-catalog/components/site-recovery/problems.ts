import { hasZones, region, regionName, regionNames } from '../../azure/regions.ts';
import { sizeFacts } from '../../azure/sizes.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import type { View } from '../../kernel/view.ts';
import { suggestion } from '../../../src/findings/nearest.ts';
import { customerManagedKeysInputs } from '../customer-managed-keys/inputs.ts';
import { machinesIn } from '../virtual-machine/inputs.ts';
import { recoveryRegionOf, siteRecoveryInputs } from './inputs.ts';

/** Source: azure-docs site-recovery/azure-to-azure-support-matrix.md, "Replicated machines - compute settings". */
const leastCpus = 2;

export function siteRecoveryProblems(view: View): readonly AnswerProblem[] {
  if (!siteRecoveryInputs.of(view).enabled) return [];
  return [...regionProblems(view), ...missing(view), ...sizeProblems(view)];
}

function regionProblems(view: View): readonly AnswerProblem[] {
  const answer = 'siteRecovery.targetRegion';
  const name = recoveryRegionOf(view);
  const { targetZone: zone, targetRegion: given } = siteRecoveryInputs.of(view);
  if (name === '') return [problem('answer-missing', answer, { why: 'the region of the VM has no paired region' })];
  if (given !== '' && !region(name))
    return [problem('region-unknown', answer, { region: name, ...suggestion(name, regionNames) })];
  if (name === regionName(view.core.location.region)) return [problem('recovery-region', answer, { region: name })];
  if (zone === null || hasZones(name)) return [];
  const args = { region: name, what: `zone ${zone}`, instead: 'siteRecovery.targetZone=null' };
  return [problem('region-without-zones', 'siteRecovery.targetZone', args)];
}

/** Source, for disk encryption sets: azure-docs site-recovery/azure-to-azure-how-to-enable-replication-cmk-disks.md. */
function missing(view: View): readonly AnswerProblem[] {
  const { resourceGroupId, virtualNetworkId, diskEncryptionSetId } = siteRecoveryInputs.of(view);
  const needed: readonly (readonly [string, string, string])[] = [
    ['resourceGroupId', resourceGroupId, 'recovered VMs need a resource group'],
    ['virtualNetworkId', virtualNetworkId, 'recovered VMs need a virtual network'],
    ...(customerManagedKeysInputs.of(view).enabled
      ? [['diskEncryptionSetId', diskEncryptionSetId, 'the disks have customer-managed keys'] as const]
      : []),
  ];
  return needed
    .filter(([, value]) => value === '')
    .map(([key, , why]) => problem('answer-missing', `siteRecovery.${key}`, { why }));
}

/** Source: the same page, "Size" and "NVMe storage interface". */
function sizeProblems(view: View): readonly AnswerProblem[] {
  return machinesIn(view).flatMap(({ key, is }) => {
    const facts = sizeFacts(is);
    if (!facts) return [];
    const isSmall = facts.vCpus < leastCpus;
    const isNvme = facts.diskControllers.every((one) => one === 'NVMe');
    if (!isSmall && !isNvme) return [];
    const why = isSmall ? `at least ${leastCpus} vCPUs are required` : 'NVMe disks aren’t supported';
    return [problem('recovery-size', `${key}.size`, { size: is.size, why })];
  });
}
