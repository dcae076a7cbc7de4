import type { Capability } from '../../../avm-catalog/kernel/capability.ts';
import type { Reason } from '../../bicep/value.ts';
import type { Environment } from '../../../avm-catalog/kernel/workspace.ts';
import { requirementsFor, writtenStories } from './own.ts';
import type { Workspace } from '../readme/sides.ts';
import type { Specified } from './subject.ts';

interface Scoped {
  readonly requirements: readonly string[];
  readonly with?: readonly string[];
  readonly rule?: string;
}

/** The entries of a catalog list that apply to this workspace, with their IDs in scope and their reason. */
export function inScope<T extends Scoped>(subject: Specified, all: readonly T[]) {
  const { workspace } = subject;
  const known = new Set(subject.requirements.map(({ id }) => id));
  return all.flatMap((one) => {
    const ids = one.requirements.filter((id) => known.has(id));
    const isOn = one.with?.some((name) => workspace.has(name)) ?? true;
    if (ids.length === 0 || !isOn || (one.rule !== undefined && !workspace.on(one.rule))) return [];
    const reason: Reason = { ids: one.rule === undefined ? ids : [...ids, one.rule].toSorted() };
    return [{ ...one, ids, served: ids.join(', '), reason, limited: limited(subject, one, ids) }];
  });
}

/** The environments that it applies to, if these aren't all. */
function limited({ workspace }: Specified, one: Scoped, ids: readonly string[]): string {
  const served = ids.map((id) => requirementSides(workspace, id));
  const sides = workspace.sides.filter(
    (side) =>
      (one.with?.some((name) => workspace.isIn(name, side)) ?? true) && served.some((some) => some.includes(side)),
  );
  return sides.length === workspace.sides.length ? '' : workspace.where(sides);
}

type IsMet = (side: Environment) => boolean;
type Answered = Readonly<Partial<Record<Capability, IsMet>>>;

const metBy = new WeakMap<Workspace, ReadonlyMap<string, IsMet>>();

/** Requirements that settings implement, not components. */
function answeredIn(workspace: Workspace): ReadonlyMap<string, IsMet> {
  const before = metBy.get(workspace);
  if (before) return before;
  const { blueprint } = workspace.spec;
  const core: Answered = { locks: ({ core: { lock } }) => lock !== 'none' };
  const all: Answered = Object.assign({}, core, ...workspace.spec.components.map((one) => one.meets));
  const answered = new Map(
    Object.entries(all).flatMap(([capability, isMet]) => {
      const id = blueprint.content.reasons[capability as Capability];
      return id === undefined ? [] : [[id, isMet] as const];
    }),
  );
  metBy.set(workspace, answered);
  return answered;
}

/** The environments in which a requirement is implemented. */
export function requirementSides(workspace: Workspace, id: string): readonly Environment[] {
  const isThere = answeredIn(workspace).get(id);
  if (isThere) return workspace.sides.filter(isThere);
  const serving = workspace.plan.components.filter((one) => one.ids.includes(id));
  if (serving.length === 0) return workspace.sides;
  return workspace.sides.filter((side) => serving.some((one) => one.environments.includes(side.environment)));
}

/** A story as the documents tell it: its text is Markdown. */
export interface StoryInScope {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly priority: string;
  /** “As a …, I want … so that …”; empty for a custom story. */
  readonly as: string;
  readonly why: string;
  readonly test: string;
  /** Requirements of the blueprint, in scope or not. */
  readonly requirements: readonly string[];
  readonly components: readonly string[];
  /** Requirements in scope, including custom ones. */
  readonly ids: readonly string[];
  readonly served: string;
  readonly reason: Reason;
  readonly scenarios: readonly {
    readonly number: number;
    readonly given: string;
    readonly when: string;
    readonly then: string;
    readonly limited: string;
    readonly reason: Reason;
  }[];
}

/** Stories with an implemented requirement and custom stories, by priority, each with its scenarios. */
export function storiesOf(subject: Specified): readonly StoryInScope[] {
  return [...blueprintStories(subject), ...writtenStories(subject.workspace)]
    .toSorted((a, b) => (a.priority < b.priority ? -1 : a.priority > b.priority ? 1 : 0))
    .map((story) => ({
      ...story,
      number: story.id.slice(2),
      scenarios: story.scenarios.map((one, index) => ({ ...one, number: index + 1 })),
    }));
}

/** A story of the blueprint also covers the custom requirements that belong to it. */
function blueprintStories(subject: Specified) {
  const { stories } = subject.workspace.spec.blueprint.content;
  const known = inScope(subject, stories);
  return stories.flatMap((story) => {
    const own = requirementsFor(story.id, subject.workspace.spec.requirements);
    const ids = [...(known.find((one) => one.id === story.id)?.ids ?? []), ...own];
    if (ids.length === 0) return [];
    return [{ ...story, ids, served: ids.join(', '), reason: { ids }, scenarios: inScope(subject, story.scenarios) }];
  });
}

export function criteriaOf(subject: Specified) {
  const { sides } = subject.workspace;
  return inScope(subject, subject.workspace.spec.blueprint.content.criteria).map(({ statement, expect, ...one }) => {
    const of = sides.filter((side) => one.with?.some((name) => subject.workspace.isIn(name, side)) ?? true);
    const told = (text: typeof statement): string => (typeof text === 'string' ? text : text(of));
    return { ...one, statement: told(statement), expect: told(expect) };
  });
}

export type CriterionInScope = ReturnType<typeof criteriaOf>[number];
