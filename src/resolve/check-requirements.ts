import { componentTypes } from '../../avm-catalog/components/index.ts';
import { makeFinding, type ArgumentsOf, type Code, type Finding, type Severity } from '../findings/finding.ts';
import { suggestion } from '../findings/nearest.ts';
import { isComponentOn, satisfiedIn } from './requirements.ts';
import type { Requirement } from './requirement.ts';
import type { Spec } from './spec.ts';

/** Requirements that name what is not there, and requirements and stories that nothing satisfies. */
export function checkRequirements(spec: Spec): readonly Finding[] {
  const own = [...spec.requirements.values()].filter((one) => one.answer !== undefined);
  return [
    ...own.flatMap((one) => [
      ...unknownStory(one, spec),
      ...unknownRules(one, spec),
      ...unknownComponents(one, spec),
      ...unsatisfied(one, spec),
    ]),
    ...spec.stories
      .filter(({ id }) => own.every((one) => one.story !== id))
      .map(({ id, answer }) => finding('story-for-nothing', 'warning', answer, [id], { id })),
  ];
}

function finding<C extends Code>(
  code: C,
  severity: Severity,
  answer: string,
  ids: readonly string[],
  args: ArgumentsOf<C>,
): Finding {
  return makeFinding(code, severity, args, { file: 'avm.yaml', answer }, ids);
}

function unknownStory({ id, story, answer = '' }: Requirement, spec: Spec): readonly Finding[] {
  const known = [...spec.blueprint.content.stories, ...spec.stories].map((one) => one.id);
  if (story === undefined || known.includes(story)) return [];
  return [finding('requirement-story', 'error', `${answer}.story`, [id], { id, story, ...suggestion(story, known) })];
}

function unknownRules({ id, rules, answer = '' }: Requirement, spec: Spec): readonly Finding[] {
  const known = spec.rules.map((rule) => rule.definition.id);
  return rules.flatMap((rule, index) =>
    known.includes(rule)
      ? []
      : [
          finding('requirement-rule', 'error', `${answer}.satisfiedBy.rules.${index}`, [id], {
            id,
            rule,
            ...suggestion(rule, known),
          }),
        ],
  );
}

function unknownComponents({ id, components: names, answer = '' }: Requirement, spec: Spec): readonly Finding[] {
  const known = [...componentTypes, ...spec.components].map((one) => one.name);
  return names.flatMap((name, index) =>
    known.includes(name)
      ? []
      : [
          finding('requirement-component', 'error', `${answer}.satisfiedBy.components.${index}`, [id], {
            id,
            component: name,
            ...suggestion(name, known),
          }),
        ],
  );
}

/** A warning where nothing satisfies it; a note where something does in other environments, or where a part of it is off. */
function unsatisfied(one: Requirement, spec: Spec): readonly Finding[] {
  const { id, answer = '' } = one;
  const at = `${answer}.satisfiedBy`;
  const off = offEverywhere(one, spec);
  const met = satisfiedIn(one, spec);
  if (met.length === 0) return [finding('requirement-unsatisfied', 'warning', at, [id], { id, off })];
  const environments = spec.views.filter((view) => !met.includes(view)).map((view) => view.environment);
  return [
    ...(environments.length > 0 ? [finding('requirement-partly', 'note', at, [id], { id, environments })] : []),
    ...(off.length > 0 ? [finding('requirement-off', 'note', at, [id], { id, off })] : []),
  ];
}

/** What it names and is off in every environment. */
function offEverywhere({ components, rules }: Requirement, spec: Spec): readonly string[] {
  return [
    ...components.filter((name) => spec.views.every((view) => !isComponentOn(name, view, spec))),
    ...rules.filter((id) => spec.rules.some((rule) => rule.definition.id === id && rule.level === 'off')),
  ];
}
