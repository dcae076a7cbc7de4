import type { View } from '../../../avm-catalog/component.ts';
import { Estate } from '../../../avm-catalog/estate.ts';
import type { Rule } from '../../../avm-catalog/rule.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Spec } from '../../spec/spec.ts';
import type { Snapshot } from '../snapshot.ts';
import { ownRuleFindings } from './own-rules.ts';

/** The constitution's rules over what each environment would have. */
export function checkConstitution(spec: Spec, snapshots: readonly Snapshot[]): readonly Finding[] {
  const on = spec.rules.filter((rule) => rule.level !== 'off');
  const predicted = snapshots.flatMap((snapshot) => {
    const view = spec.views.find((one) => one.environment === snapshot.environment);
    return view ? [{ view, estate: new Estate(snapshot.resources) }] : [];
  });
  return [
    ...predicted.flatMap(({ view, estate }) => on.flatMap((rule) => ruleFindings(rule, estate, view))),
    ...on.flatMap((rule) => ownRuleFindings(rule, predicted)),
  ];
}

function ruleFindings(rule: Rule, estate: Estate, view: View): readonly Finding[] {
  const { id, title } = rule.definition;
  return rule.definition.check(estate, rule.parameters, view).map(({ resource, what, instead, untold }) => ({
    code: untold ? 'constitution/untold' : 'constitution/broken',
    severity: rule.level === 'must' && !untold ? 'error' : 'warning',
    where: { ...(resource ? { resource } : {}), environment: view.environment },
    ids: [id],
    args: { rule: id, title, what, instead },
  }));
}
