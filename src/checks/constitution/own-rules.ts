import { resourceTypes } from '../../../avm-catalog/azure/resource-types.ts';
import type { View } from '../../../avm-catalog/kernel/view.ts';
import type { Estate } from '../../../avm-catalog/constitution/estate.ts';
import { ofType } from '../../../avm-catalog/constitution/custom/related.ts';
import type { OwnOfResources, Rule } from '../../../avm-catalog/constitution/rule.ts';
import type { Solution } from '../../../avm-catalog/constitution/solution.ts';
import { makeFinding, type Finding } from '../../findings/finding.ts';
import { nearest } from '../../findings/nearest.ts';
import { ruleAnswer } from '../../resolve/rule-answer.ts';

interface Predicted {
  readonly view: View;
  readonly estate: Estate;
}

/** What makes a person's rule say less than it seems to: that it looks at nothing, or for what nothing has. */
export function ownRuleFindings(rule: Rule, predicted: readonly Predicted[], today?: string): readonly Finding[] {
  const { own } = rule.definition;
  if (!own) return [];
  const here = predicted.filter(
    ({ view }) => own.environments.length === 0 || own.environments.includes(view.environment),
  );
  if (here.length === 0 || !own.ofResources) return [];
  return [...idle(rule, own.ofResources, here, today), ...deadPaths(rule, own.ofResources, here)];
}

/** The same of a rule about main.bicep. */
export function ownTemplateFindings({ definition }: Rule, solution: Solution, today?: string): readonly Finding[] {
  const { id, title, own } = definition;
  if (!own?.ofTemplate || own.ofTemplate.looksAtAny(solution, today)) return [];
  const args = { rule: id, title, kind: own.ofTemplate.kinds.join(' or ') };
  const where = { answer: `${ruleAnswer(id)}.declarations` };
  return [makeFinding('constitution/idle-template', 'note', args, where, [id])];
}

function idle(
  { definition: { id, title } }: Rule,
  { types, forbids, looksAtAny }: OwnOfResources,
  predicted: readonly Predicted[],
  today: string | undefined,
): readonly Finding[] {
  const isMeant =
    forbids && types.every((type) => type.includes('*') || nearest(type, resourceTypes(), 0) !== undefined);
  if (isMeant || predicted.some(({ estate, view }) => looksAtAny(estate, view, today))) return [];
  const estates = predicted.map(({ estate }) => estate);
  const fits = estates.some((estate) => ofType(estate, types).length > 0) ? 'yes' : 'no';
  const present = new Set(estates.flatMap((estate) => estate.resources.map((one) => one.type)));
  const near = fits === 'yes' ? undefined : nearest(types[0] ?? '', present, 6);
  const args = { rule: id, title, type: types.join(' or '), fits, ...(near === undefined ? {} : { nearest: near }) };
  return [makeFinding('constitution/idle', 'note', args, { answer: `${ruleAnswer(id)}.resources` }, [id])];
}

function deadPaths(
  { definition: { id } }: Rule,
  own: OwnOfResources,
  predicted: readonly Predicted[],
): readonly Finding[] {
  return own
    .deadPaths(predicted.map(({ estate }) => estate))
    .map(({ answer, ...told }) =>
      makeFinding(
        'constitution/dead-path',
        'warning',
        { rule: id, ...told },
        { answer: `${ruleAnswer(id)}.${answer}` },
        [id],
      ),
    );
}
