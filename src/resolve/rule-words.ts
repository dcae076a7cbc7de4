import { attestationText } from '../../avm-catalog/constitution/custom/attestation.ts';
import type { View } from '../../avm-catalog/kernel/view.ts';
import { breaksIn } from '../../avm-catalog/constitution/evaluate.ts';
import {
  heldAt,
  type Break,
  type OwnPart,
  type Rule,
  type RuleDefinition,
  type RuleException,
} from '../../avm-catalog/constitution/rule.ts';
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

/** Gates of the constitution that evaluate a rule of the catalog. */
export function evaluationText(definition: RuleDefinition): string {
  const held = heldAt(definition);
  return [
    ...(held.answers ? ['Settings'] : []),
    ...(held.template ? ['Template'] : []),
    ...(held.resources ? ['Prediction'] : []),
    ...(held.changes ? ['Deployment'] : []),
  ].join(', ');
}

/** How a custom rule is evaluated, in words of its author; empty for a rule of the catalog. */
export function customEvaluation({ own, attested, exceptions = [] }: RuleDefinition): string {
  if (attested)
    return `A person attests it: ${attested.how.replace(/\.$/, '')}. ${sentence(attestationText(attested))}`;
  return own ? [checkText(own), ...exceptions.map(exemptionText)].join(' ') : '';
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function exemptionText({ what, why }: RuleException): string {
  return `${what} are exempt: ${why.replace(/\.$/, '')}.`;
}

/** The condition of a custom rule, in words. */
function checkText({ environments, resources, must, ofTemplate }: OwnPart): string {
  if (ofTemplate) return `Of ${resources}: ${must}.`;
  const where = environments.length === 0 ? 'each environment' : enumerate(environments);
  return `In ${where}, of ${resources}: ${must}.`;
}
