import { read, readText, where, type Estate, type Predicted, type Violation } from '../estate.ts';
import { ownValue } from '../../../src/bicep/own.ts';
import { ofTypes, such } from '../subject.ts';

const machines = 'Microsoft.Compute/virtualMachines';
const items = 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems';

export function backedUp(estate: Estate, days: number): readonly Violation[] {
  const covered = new Set(
    estate.ofType(items).map((item) => readText(item, 'properties.sourceResourceId').toLowerCase()),
  );
  return [
    ...where(
      estate.ofType(machines),
      (one) => !covered.has(one.id.toLowerCase()),
      'the machine is not backed up',
      'protect it in a Recovery Services vault',
    ),
    ...where(
      usedPolicies(estate),
      (policy) => daysOf(policy) < days,
      'the policy keeps backups for too short a time',
      `keep daily ones for ${days} days or longer`,
    ),
  ];
}

/** Policies that something is protected by; one outside the estate cannot be judged. */
function usedPolicies(estate: Estate): readonly Predicted[] {
  return [...new Set(estate.ofType(items).flatMap((item) => estate.byId(read(item, 'properties.policyId')) ?? []))];
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
    readText(
      estate.byId(read(item, 'properties.sourceResourceId')),
      'properties.securityProfile.securityType',
    ).toLowerCase() === 'trustedlaunch',
);

export function enhancedPolicies(estate: Estate): readonly Violation[] {
  const instead = 'set policyType to V2';
  const used = new Map(
    trustedBackups.in(estate).map((item) => [readText(item, 'properties.policyId').toLowerCase(), item]),
  );
  return [...used].flatMap(([id, item]): readonly Violation[] => {
    const policy = estate.byId(id);
    if (!policy)
      return [{ resource: item.id, what: 'its backup policy is not part of this workspace', instead, untold: true }];
    const isEnhanced = readText(policy, 'properties.policyType').toLowerCase() === 'v2';
    const what = 'a standard policy cannot back up a VM with Trusted Launch';
    return isEnhanced ? [] : [{ resource: policy.id, what, instead }];
  });
}
