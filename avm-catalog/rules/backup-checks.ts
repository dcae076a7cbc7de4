import { read, readText, where, type Estate, type Predicted, type Violation } from '../estate.ts';
import { ownValue } from '../../src/bicep/own.ts';

const machines = 'Microsoft.Compute/virtualMachines';
const policies = 'Microsoft.RecoveryServices/vaults/backupPolicies';
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

export function enhancedPolicies(estate: Estate): readonly Violation[] {
  const trusted = (item: Predicted): boolean =>
    readText(
      estate.byId(read(item, 'properties.sourceResourceId')),
      'properties.securityProfile.securityType',
    ).toLowerCase() === 'trustedlaunch';
  const needed = new Set(
    estate
      .ofType(items)
      .filter(trusted)
      .map((item) => readText(item, 'properties.policyId').toLowerCase()),
  );
  return where(
    estate.ofType(policies),
    (policy) => needed.has(policy.id.toLowerCase()) && readText(policy, 'properties.policyType').toLowerCase() !== 'v2',
    'a standard policy cannot back up a machine with Trusted Launch',
    'set policyType to V2',
  );
}
