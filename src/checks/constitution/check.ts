import type { View } from '../../../avm-catalog/component.ts';
import { Estate, type Violation } from '../../../avm-catalog/estate.ts';
import type { Rule } from '../../../avm-catalog/rule.ts';
import type { Flaw, Solution } from '../../../avm-catalog/solution.ts';
import type { Finding, Place } from '../../findings/finding.ts';
import type { Spec } from '../../spec/spec.ts';
import { waive } from '../../spec/waivers.ts';
import type { Snapshot } from '../snapshot.ts';
import { ownRuleFindings } from './own-rules.ts';

/** The constitution's rules over what each environment would have; what a waiver covers is noted. */
export function checkConstitution(spec: Spec, snapshots: readonly Snapshot[]): readonly Finding[] {
  const on = rulesOf(spec);
  const predicted = snapshots.flatMap((snapshot) => {
    const view = spec.views.find((one) => one.environment === snapshot.environment);
    return view ? [{ view, estate: new Estate(snapshot.resources) }] : [];
  });
  const found = predicted.flatMap(({ view, estate }) => on.flatMap((rule) => resourceFindings(rule, estate, view)));
  return [...waive(found, spec), ...on.flatMap((rule) => ownRuleFindings(rule, predicted))];
}

/** The constitution's rules over main.bicep as it stands on disk; what a waiver covers is noted. */
export function inspectTemplate(spec: Spec, solution: Solution): readonly Finding[] {
  const lines = new Map(solution.declarations.map((one) => [one.name, one.line]));
  const found = rulesOf(spec).flatMap((rule) =>
    rule.definition
      .inspect(solution, rule.parameters)
      .map((flaw) => findingOf(rule, flaw, placeOf(flaw, lines.get(flaw.symbol)))),
  );
  return waive(found, spec);
}

const rulesOf = ({ rules }: Spec): readonly Rule[] => rules.filter((rule) => rule.level !== 'off');

function resourceFindings(rule: Rule, estate: Estate, view: View): readonly Finding[] {
  return rule.definition.check(estate, rule.parameters, view).map((found) =>
    findingOf(rule, found, {
      ...(found.resource ? { resource: found.resource } : {}),
      environment: view.environment,
    }),
  );
}

function placeOf({ symbol, file = 'main.bicep' }: Flaw, line: number | undefined): Place {
  return { file, ...(line === undefined ? {} : { line, column: 1 }), ...(symbol ? { resource: symbol } : {}) };
}

type Found = Pick<Flaw, 'what' | 'instead'> & Pick<Violation, 'untold'>;

function findingOf(rule: Rule, { what, instead, untold }: Found, where: Place): Finding {
  const { id, title } = rule.definition;
  return {
    code: untold ? 'constitution/untold' : 'constitution/broken',
    severity: rule.level === 'must' && !untold ? 'error' : 'warning',
    where,
    ids: [id],
    args: { rule: id, title, what, instead },
  };
}
