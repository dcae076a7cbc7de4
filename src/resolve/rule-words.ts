import type { View } from '../../avm-catalog/kernel/view.ts';
import { breaksIn } from '../../avm-catalog/constitution/evaluate.ts';
import type { Break, OwnPart, Rule } from '../../avm-catalog/constitution/rule.ts';
import { enumerate } from '../text/enumerate.ts';
import type { Spec } from './spec.ts';
import { waiverFor } from './waivers.ts';

/** What an answer breaks in one environment. */
export interface RuleBreak extends Break {
  readonly view: View;
  readonly isWaived: boolean;
}

/** What the answers of every environment break of a rule. */
export function breaksOf(rule: Rule, { views, waivers }: Spec): readonly RuleBreak[] {
  return views.flatMap((view) =>
    (breaksIn(rule, view) ?? [])
      .filter(({ untold }) => !untold)
      .map((broken) => ({
        ...broken,
        view,
        isWaived: waiverFor(waivers, rule.definition.id, [view.environment]) !== undefined,
      })),
  );
}

/** What of a person's rule is really held: the statement beside it is their own. */
export function checkText({ environments, resources, must }: OwnPart): string {
  const where = environments.length === 0 ? 'each environment' : enumerate(environments);
  return `in ${where}, of ${resources}: ${must}.`;
}
