import type { Finding } from '../findings/finding.ts';

/**
 * Findings without those about predicted resources that follow from a setting: a setting that violates a SHOULD is
 * reported at its place, and so is what would be deployed by it. After the setting is changed, a check reports the rest.
 */
export function reportedOnce(findings: readonly Finding[]): readonly Finding[] {
  const settings = findings.filter((one) => breachOf(one) === 'rule-broken');
  return findings.filter(
    (one) =>
      breachOf(one) !== 'constitution/broken' ||
      one.where.resource === undefined ||
      !settings.some((setting) => isSameRule(setting, one)),
  );
}

/** The breach, also if a waiver covers it. */
function breachOf({ code, args }: Finding): string {
  return code === 'rule-waived' ? args.code : code;
}

function isSameRule(setting: Finding, found: Finding): boolean {
  const { environment } = setting.where;
  return (
    setting.ids.some((id) => found.ids.includes(id)) &&
    (setting.code === 'rule-waived') === (found.code === 'rule-waived') &&
    (environment === undefined || environment === found.where.environment)
  );
}
