import { whyNot } from '../../avm-catalog/constitution/evaluate.ts';
import type { Rule } from '../../avm-catalog/constitution/rule.ts';
import { isProduction } from '../../avm-catalog/kernel/production.ts';
import type { Finding } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import { ruleAnswer } from './rule-answer.ts';
import type { Spec } from './spec.ts';

/** Environments that a rule names in its parameters. */
function environmentsNamed({ parameters }: Pick<Rule, 'parameters'>): readonly string[] {
  const { environments = [] } = parameters as { readonly environments?: readonly string[] };
  return environments;
}

/** Names in the parameters of rules that no environment has; rules that name the same are told together. */
export function environmentFindings({ rules, views }: Spec): readonly Finding[] {
  const known = views.map(({ environment }) => environment);
  const wrong = rules.filter(
    (rule) => rule.level !== 'off' && environmentsNamed(rule).some((name) => !known.includes(name)),
  );
  const keyOf = (rule: Rule): string => JSON.stringify([environmentsNamed(rule), isForNobody(rule, views)]);
  return [...new Set(wrong.map(keyOf))].flatMap((key) => {
    const alike = wrong.filter((rule) => keyOf(rule) === key);
    const [first] = alike;
    return first ? [findingOf(first, alike, known, isForNobody(first, views))] : [];
  });
}

/** True where the rule is not applicable in any environment. */
function isForNobody({ definition, parameters }: Rule, views: Spec['views']): boolean {
  return views.every((view) => whyNot({ definition, parameters }, view) !== undefined);
}

function findingOf(first: Rule, alike: readonly Rule[], known: readonly string[], nobody: boolean): Finding {
  const ids = alike.map(({ definition }) => definition.id);
  const named = environmentsNamed(first);
  const likely = (name: string): string => nearest(name, known) ?? known.find(isProduction) ?? known.at(-1) ?? name;
  const meant = [...new Set(named.map((name) => (known.includes(name) ? name : likely(name))))];
  return {
    code: 'rule-environments',
    severity: 'warning',
    where: { file: 'avm.yaml', answer: `${ruleAnswer(first.definition.id)}.environments` },
    ids: ids.toSorted(),
    args: {
      rules: ids,
      unknown: named.filter((name) => !known.includes(name)),
      known,
      nobody: nobody ? 'yes' : 'no',
      set: ids.map((id) => `'${id}.environments=[${meant.join(', ')}]'`),
    },
  };
}
