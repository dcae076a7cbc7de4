import type { Markdown } from '../../src/text/markdown.ts';
import type { Limitation, Permission } from './docs.ts';
import type { DocumentedWorkspace, Environment, Fact } from './workspace.ts';

/** Environments by value: each value once, in order of appearance. */
export function grouped<T extends string>(
  sides: readonly Environment[],
  by: (side: Environment) => T,
): readonly (readonly [T, readonly Environment[]])[] {
  const keys = [...new Set(sides.map(by))];
  return keys.map((key) => [key, sides.filter((side) => by(side) === key)] as const);
}

/** Where something is true, in words; undefined if nowhere. */
export function whereIn(
  workspace: DocumentedWorkspace,
  sides: readonly Environment[],
  holds: (side: Environment) => boolean,
): string | undefined {
  const own = sides.filter(holds);
  return own.length === 0 ? undefined : workspace.where(own);
}

/** The environments with a component in which a condition is true, with the component's reason. */
export function factOf(
  workspace: DocumentedWorkspace,
  component: string,
  holds: (side: Environment) => boolean = () => true,
): Fact | null {
  return workspace.among(workspace.with(component).filter(holds), workspace.because(component));
}

/** A limitation if its fact applies. */
export function limited(order: number, fact: Fact | null, say: (where: string) => Markdown): readonly Limitation[] {
  return fact === null ? [] : [{ order, text: say(fact.where), reason: fact.reason }];
}

/** A permission with the environments that need it, unless all of them do; none if no environment needs it. */
export function permittedIn(
  workspace: DocumentedWorkspace,
  sides: readonly Environment[],
  permission: Permission,
): readonly Permission[] {
  if (sides.length === 0) return [];
  const where = sides.length === workspace.sides.length ? '' : ` (${workspace.where(sides)})`;
  const scope = `${permission.scope}${where}`;
  return [
    permission.for === 'deployment' ? { ...permission, scope, environments: namesOf(sides) } : { ...permission, scope },
  ];
}

/** Names of environments, in a sentence or in code. */
export const namesOf = (sides: readonly Environment[]): readonly string[] => sides.map((side) => side.environment);
