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

const machines = 'Microsoft.Compute/virtualMachines';
const items = 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems';
const machineOf = (item: Predicted): string => readText(item, 'properties.sourceResourceId');

export function backedUp(estate: Estate, days: number): readonly Violation[] {
  const protect = 'protect it in a Recovery Services vault';
  const instead = `keep daily ones for ${days} days or longer`;
  const protectedOnes = estate.ofType(items);
  const covered = new Set(protectedOnes.map((item) => machineOf(item).toLowerCase()));
  const open = estate.ofType(machines).filter((one) => !covered.has(one.id.toLowerCase()));
  return [
    ...(protectedOnes.some((item) => isUnresolved(machineOf(item)))
      ? open.map(({ id }) => untold(id, 'only a deployment computes which machine is backed up', protect))
      : where(open, () => true, 'the machine is not backed up', protect)),
    ...where(
      usedPolicies(estate),
      (policy) => daysOf(policy) < days,
      'the policy keeps backups for too short a time',
      instead,
    ),
    ...untoldReferences(estate, protectedOnes.map(policyOf), 'backup policy', instead),
  ];
}

function policyOf(item: Predicted): Reference {
  return [item, readText(item, 'properties.policyId')];
}

/** Policies of the estate that something is protected by. */
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
    readText(estate.byId(machineOf(item)), 'properties.securityProfile.securityType').toLowerCase() === 'trustedlaunch',
);

export function enhancedPolicies(estate: Estate): readonly Violation[] {
  const instead = 'set policyType to V2';
  const references = trustedBackups.in(estate).map(policyOf);
  const used = new Set(references.flatMap(([, id]) => estate.byId(id) ?? []));
  return [
    ...where(
      [...used],
      (policy) => readText(policy, 'properties.policyType').toLowerCase() !== 'v2',
      'a standard policy cannot back up a VM with Trusted Launch',
      instead,
    ),
    ...untoldReferences(estate, references, 'backup policy', instead),
  ];
}
