import type { View } from '../../../avm-catalog/component.ts';
import { Estate } from '../../../avm-catalog/estate.ts';
import type { Rule } from '../../../avm-catalog/rule.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Spec } from '../../spec/spec.ts';
import { waive } from '../../spec/waivers.ts';
import type { Snapshot } from '../snapshot.ts';

/** The constitution's rules over what each environment would have; what a waiver covers is noted. */
export function checkConstitution(spec: Spec, snapshots: readonly Snapshot[]): readonly Finding[] {
  const found = snapshots.flatMap((snapshot) => {
    const view = spec.views.find((one) => one.environment === snapshot.environment);
    if (!view) return [];
    const estate = new Estate(snapshot.resources);
    return spec.rules.filter((rule) => rule.level !== 'off').flatMap((rule) => ruleFindings(rule, estate, view));
  });
  return waive(found, spec.waivers);
}

function ruleFindings(rule: Rule, estate: Estate, view: View): readonly Finding[] {
  const { id, title } = rule.definition;
  return rule.definition.check(estate, rule.parameters, view).map(({ resource, what, instead }) => ({
    code: 'constitution/broken',
    severity: rule.level === 'must' ? 'error' : 'warning',
    where: { ...(resource ? { resource } : {}), environment: view.environment },
    ids: [id],
    args: { rule: id, title, what, instead },
  }));
}
