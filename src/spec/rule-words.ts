import type { View } from '../../avm-catalog/component.ts';
import { attestationText } from '../../avm-catalog/own/words.ts';
import type { Break, OwnPart, Rule } from '../../avm-catalog/rule.ts';
import { enumerate } from './enumerate.ts';
import type { Spec } from './spec.ts';
import { waiverFor } from './waivers.ts';

/** What an answer breaks in one environment. */
export interface RuleBreak extends Break {
  readonly view: View;
  readonly isWaived: boolean;
}

export interface RuleResult {
  readonly breaks: readonly RuleBreak[];
  /** Something is broken that no waiver covers. */
  readonly isOpen: boolean;
  /** Ids of waivers of the rule, whether they cover anything that the answers break or not. */
  readonly waivers: readonly string[];
  /** As the constitution check of plan.md says it. */
  readonly result: string;
}

/** A rule held against the answers of every environment. */
export function resultOf({ definition, parameters }: Rule, { views, waivers }: Spec): RuleResult {
  const { id, own, attested } = definition;
  const breaks = views.flatMap((view) =>
    definition.breaks(view, parameters).map((broken) => ({
      ...broken,
      view,
      isWaived: waiverFor(waivers, id, [view.environment]) !== undefined,
    })),
  );
  const isOpen = breaks.some((one) => !one.isWaived);
  const by = waivers.filter((one) => one.rule === id).map((one) => one.id);
  return {
    breaks,
    isOpen,
    waivers: by,
    result: attested ? `Not evaluated (${attestationText(attested)})` : resultText(own !== undefined, isOpen, by),
  };
}

/** Nothing is planned for a person's own rule, so only a check can say that it holds. */
function resultText(isOwn: boolean, isOpen: boolean, waivers: readonly string[]): string {
  if (waivers.length === 0) return isOpen ? 'broken as a wish' : isOwn ? 'left to avm check' : 'holds';
  return `${isOpen ? 'broken as a wish, in part ' : ''}waived (${waivers.join(', ')})`;
}

/** What of a person's rule is really held: the statement beside it is their own. */
export function checkText({ environments, resources, must }: OwnPart): string {
  const where = environments.length === 0 ? 'each environment' : enumerate(environments);
  return `in ${where}, of ${resources}: ${must}.`;
}
