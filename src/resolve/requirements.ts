import type { Requirement, OwnStory } from './requirement.ts';
import type { View } from '../../avm-catalog/kernel/view.ts';
import { componentIn } from './components.ts';
import type { Blueprint } from '../../avm-catalog/kernel/blueprint.ts';
import { isCapability } from '../../avm-catalog/kernel/capability.ts';
import type { Answers } from '../answers/answers.ts';
import type { RequirementAnswer } from '../answers/requirements.ts';
import type { Spec } from './spec.ts';
import { ownValue } from '../bicep/own.ts';

/** All requirements by ID: those of the blueprint, then custom ones. */
export function requirementsOf(
  { requirements: own = {} }: Answers,
  { content }: Blueprint,
): ReadonlyMap<string, Requirement> {
  const blueprint = Object.entries(content.requirements).map(([id, statement]): Requirement => {
    const outOfScope = ownValue(own.outOfScope, id);
    const base = { id, kind: 'functional', statement, components: [], rules: [] } as const;
    return outOfScope === undefined ? base : { ...base, outOfScope };
  });
  const all = [
    ...blueprint,
    ...added(own.functional, 'functional', 'functional'),
    ...added(own.constraints, 'constraint', 'constraints'),
    ...added(own.success, 'success', 'success'),
  ];
  return new Map(all.map((one) => [one.id, one]));
}

function added(
  given: Readonly<Record<string, RequirementAnswer>> | undefined,
  kind: Requirement['kind'],
  section: string,
): readonly Requirement[] {
  return byId(given).map(([id, { statement, story, satisfiedBy: by = {} }]) => ({
    id,
    kind,
    statement,
    answer: `requirements.${section}.${id}`,
    components: by.components ?? [],
    rules: by.rules ?? [],
    ...(story === undefined ? {} : { story }),
    ...(by.task === undefined ? {} : { task: by.task }),
  }));
}

export function ownStories({ requirements: own = {} }: Answers): readonly OwnStory[] {
  return byId(own.stories).map(([id, story]) => ({ id, answer: `requirements.stories.${id}`, ...story }));
}

function byId<T>(given: Readonly<Record<string, T>> = {}): readonly (readonly [string, T])[] {
  return Object.entries(given).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

type Known = Pick<Spec, 'blueprint' | 'requirements' | 'stories' | 'settings'>;

/** True for a requirement in scope, for a custom story, and for a rule that is on. */
function isOn(id: string, { requirements: all, stories, settings }: Known): boolean {
  const found = all.get(id);
  if (found) return found.outOfScope === undefined;
  return stories.some((one) => one.id === id) || settings.on(id);
}

/** These IDs, with the blueprint's requirements for capabilities; each once, sorted. */
export function requirementIds(ids: readonly string[], { blueprint }: Pick<Spec, 'blueprint'>): readonly string[] {
  const { reasons } = blueprint.content;
  const named = ids.flatMap((id) => (isCapability(id) ? (reasons[id] ?? []) : [id]));
  return [...new Set(named)].toSorted();
}

/** Of these IDs and capabilities those that are on. */
export function activeIds(ids: readonly string[], spec: Known): readonly string[] {
  return requirementIds(ids, spec).filter((id) => isOn(id, spec));
}

/** The active ones; what no rule and no requirement asks for is there because every environment has it. */
export function reasonIds(ids: readonly string[], spec: Known): readonly string[] {
  const active = activeIds(ids, spec);
  return active.length > 0 ? active : requirementIds(['environments'], spec);
}

/** Ids of the requirements that name a component as what satisfies them. */
export function satisfiedBy(component: string, { requirements: all }: Pick<Spec, 'requirements'>): readonly string[] {
  return [...all.values()].filter((one) => one.components.includes(component)).map((one) => one.id);
}

/** True where the workspace may have a component, and it is on in an environment. */
export function isComponentOn(name: string, view: View, spec: Pick<Spec, 'components'>): boolean {
  return componentIn(name, spec)?.enabled(view) === true;
}

/** The environments in which a component, a rule, or a person satisfies a custom requirement. */
export function satisfiedIn({ components, rules, task }: Requirement, spec: Spec): readonly View[] {
  if (task !== undefined || rules.some((id) => isRuleOn(id, spec))) return spec.views;
  return spec.views.filter((view) => components.some((name) => isComponentOn(name, view, spec)));
}

export function isRuleOn(id: string, { rules }: Pick<Spec, 'rules'>): boolean {
  return rules.some((rule) => rule.definition.id === id && rule.level !== 'off');
}
