import {
  isUnresolved,
  read,
  readText,
  untold,
  untoldReferences,
  where,
  type Estate,
  type Predicted,
  type Reference,
  type Violation,
} from '../estate.ts';
import { ownValue } from '../../../src/bicep/own.ts';
import { ofTypes, such } from '../subject.ts';

const vmType = 'Microsoft.Compute/virtualMachines';
const items = 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems';
const vmOf = (item: Predicted): string => readText(item, 'properties.sourceResourceId');

export function backedUp(estate: Estate, days: number): readonly Violation[] {
  const protect = 'protect it in a Recovery Services vault';
  const instead = `keep daily backups for ${days} days or longer`;
  const protectedOnes = estate.ofType(items);
  const covered = new Set(protectedOnes.map((item) => vmOf(item).toLowerCase()));
  const open = estate.ofType(vmType).filter((one) => !covered.has(one.id.toLowerCase()));
  return [
    ...(protectedOnes.some((item) => isUnresolved(vmOf(item)))
      ? open.map(({ id }) => untold(id, 'only a deployment determines which VM is backed up', protect))
      : where(open, () => true, 'the VM isn’t backed up', protect)),
    ...where(
      usedPolicies(estate),
      (policy) => daysOf(policy) < days,
      'the policy keeps backups for a shorter time than required',
      instead,
    ),
    ...untoldReferences(estate, protectedOnes.map(policyOf), 'backup policy', instead),
  ];
}

function policyOf(item: Predicted): Reference {
  return [item, readText(item, 'properties.policyId')];
}

/** Backup policies that an item uses. */
function usedPolicies(estate: Estate): readonly Predicted[] {
  return [...new Set(estate.ofType(items).flatMap((item) => estate.byId(policyOf(item)[1]) ?? []))];
}

const lengths: Readonly<Record<string, number>> = { days: 1, weeks: 7, months: 30, years: 365 };

function daysOf(policy: Predicted): number {
  const kept = 'properties.retentionPolicy.dailySchedule.retentionDuration';
  const unit = ownValue(lengths, readText(policy, `${kept}.durationType`).toLowerCase()) ?? 0;
  return Number(read(policy, `${kept}.count`) ?? 0) * unit;
}

export const trustedBackups = such(
  'backup of a VM with Trusted Launch',
  ofTypes('backup', items),
  (item, estate) =>
    readText(estate.byId(vmOf(item)), 'properties.securityProfile.securityType').toLowerCase() === 'trustedlaunch',
);

export function enhancedPolicies(estate: Estate): readonly Violation[] {
  const instead = 'set policyType to V2';
  const references = trustedBackups.in(estate).map(policyOf);
  const used = new Set(references.flatMap(([, id]) => estate.byId(id) ?? []));
  return [
    ...where(
      [...used],
      (policy) => readText(policy, 'properties.policyType').toLowerCase() !== 'v2',
      'a standard policy can’t back up a VM with Trusted Launch',
      instead,
    ),
    ...untoldReferences(estate, references, 'backup policy', instead),
  ];
}
