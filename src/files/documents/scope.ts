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

/** Of a list in the catalog what is true of this workspace, with its ids that are in scope and its reason. */
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

/** The environments it is true in, where it is not true in all of them. */
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

/** Requirements that settings rather than components answer to. */
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

/** The environments in which something is there for a requirement. */
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
  readonly why: string;
  readonly test: string;
  /** Requirements of the blueprint, whether they are in scope or not. */
  readonly requirements: readonly string[];
  readonly components: readonly string[];
  /** Requirements that are in scope, those of one's own among them. */
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

/** Stories that something here is there for and those of one's own, by priority, each with its scenarios. */
export function storiesOf(subject: Specified): readonly StoryInScope[] {
  return [...blueprintStories(subject), ...writtenStories(subject.workspace)]
    .toSorted((a, b) => (a.priority < b.priority ? -1 : a.priority > b.priority ? 1 : 0))
    .map((story) => ({
      ...story,
      number: story.id.slice(2),
      scenarios: story.scenarios.map((one, index) => ({ ...one, number: index + 1 })),
    }));
}

/** A story of the blueprint is told for the requirements of one's own that belong to it, too. */
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
  return inScope(subject, subject.workspace.spec.blueprint.content.criteria);
}

export type CriterionInScope = ReturnType<typeof criteriaOf>[number];
