import { Estate, type Violation } from '../../../avm-catalog/constitution/estate.ts';
import { evaluate, type Evaluation } from '../../../avm-catalog/constitution/evaluate.ts';
import type { Rule } from '../../../avm-catalog/constitution/rule.ts';
import { partsOf, type Flaw, type Solution } from '../../../avm-catalog/constitution/solution.ts';
import type { Finding, Place } from '../../findings/finding.ts';
import type { Spec } from '../../resolve/spec.ts';
import { waive } from '../../resolve/waivers.ts';
import type { Snapshot } from '../snapshot.ts';
import { ownRuleFindings, ownTemplateFindings } from './own-rules.ts';

interface Evaluated {
  readonly evaluations: readonly Evaluation[];
  readonly findings: readonly Finding[];
}

/** The constitution's rules over what each environment would have, on a day; what a waiver covers is noted. */
export function checkConstitution(spec: Spec, snapshots: readonly Snapshot[], today?: string): Evaluated {
  const on = rulesOf(spec);
  const predicted = snapshots.flatMap(({ environment, resources }) => {
    const view = spec.views.find((one) => one.environment === environment);
    return view ? [{ view, resources }] : [];
  });
  const evaluated = predicted.flatMap(({ view, resources }) =>
    on.flatMap((rule) => {
      const evaluation = evaluate(rule, resources, view, today);
      return evaluation ? [{ rule, evaluation }] : [];
    }),
  );
  const estates = predicted.map(({ view, resources }) => ({ view, estate: new Estate(resources) }));
  const found = evaluated.flatMap(({ rule, evaluation }) => resourceFindings(rule, evaluation));
  return {
    evaluations: evaluated.map(({ evaluation }) => evaluation),
    findings: [...waive(found, spec), ...on.flatMap((rule) => ownRuleFindings(rule, estates, today))],
  };
}

/** Evaluates the rules for main.bicep on disk; a waived finding is a note. */
export function inspectTemplate(spec: Spec, solution: Solution, today?: string): readonly Finding[] {
  const lines = new Map(
    partsOf(solution).flatMap(({ declarations, at: { file = '' } }) =>
      declarations.map((one) => [`${file} ${one.name}`, one.line] as const),
    ),
  );
  const found = rulesOf(spec).flatMap((rule) =>
    rule.definition
      .inspect(solution, rule.parameters, today)
      .map((flaw) =>
        findingOf(rule, flaw, placeOf(flaw, lines.get(`${flaw.file ?? ''} ${flaw.within ?? flaw.symbol}`))),
      ),
  );
  return [...waive(found, spec), ...rulesOf(spec).flatMap((rule) => ownTemplateFindings(rule, solution, today))];
}

const rulesOf = ({ rules }: Spec): readonly Rule[] => rules.filter((rule) => rule.level !== 'off');

function resourceFindings(rule: Rule, { environment, violations }: Evaluation): readonly Finding[] {
  return violations.map((found) =>
    findingOf(rule, found, { ...(found.resource ? { resource: found.resource } : {}), environment }),
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
