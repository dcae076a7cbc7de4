import type { Reason } from '../../bicep/value.ts';
import { membersOf, type Plan, type PlanResource } from '../../plan/plan.ts';
import type { FileSet } from '../file-set.ts';
import { environmentsIn } from './deployed.ts';
import { ownValue } from '../../bicep/own.ts';

interface AccountedResource {
  readonly symbol: string;
  /** Module with its version, Bicep file, or ARM type. */
  readonly is: string;
  readonly components: readonly string[];
  readonly environments: readonly string[];
  /** False where only some of its properties are there for it. */
  readonly whole: boolean;
}

/** What something is the reason of. */
export interface Account {
  readonly resources: readonly AccountedResource[];
  readonly parameters: readonly string[];
  readonly variables: readonly string[];
  readonly outputs: readonly string[];
  readonly files: readonly { readonly path: string; readonly lines: readonly (readonly [number, number])[] }[];
  /** Where it has an effect: the environments of its whole resources, or of those with a property for it; all, where it has none. */
  readonly environments: readonly string[];
}

/** All that exists for a reason that matches, in the order of the plan and of the file set. */
export function accountOf(matches: (reason: Reason) => boolean, plan: Plan, files: FileSet): Account {
  const named = (all: readonly { readonly name: string; readonly reason: Reason }[]): readonly string[] =>
    all.filter((one) => reasonsWithin(one).some(matches)).map((one) => one.name);
  const environmentsOf = environmentsIn(plan);
  const resources = plan.resources
    .filter((one) => reasonsWithin(one).some(matches))
    .map((one) => accounted(one, plan, matches, environmentsOf));
  const whole = resources.filter((one) => one.whole);
  const effective = whole.length > 0 ? whole : resources;
  const here = plan.environments.filter((name) => effective.some((one) => one.environments.includes(name)));
  return {
    resources,
    parameters: named(plan.parameters),
    variables: named(plan.variables),
    outputs: named(plan.outputs),
    files: files.flatMap((file) => {
      const lines = joined(file.trace.filter((run) => matches(run.reason)));
      return lines.length === 0 ? [] : [{ path: file.path, lines }];
    }),
    environments: here.length > 0 ? here : plan.environments,
  };
}

/** Of what shares a declaration, only the members that match count. */
function accounted(
  one: PlanResource,
  plan: Plan,
  matches: (reason: Reason) => boolean,
  environmentsOf: ReturnType<typeof environmentsIn>,
): AccountedResource {
  const members = membersOf([one]);
  const whole = members.filter((member) => matches(member.reason));
  const own = whole.length > 0 ? whole : members.filter((member) => reasonsWithin(member).some(matches));
  const environments = new Set(own.flatMap(environmentsOf));
  return {
    symbol: one.symbol,
    is: sourceOf(one),
    components: own.flatMap((member) => member.components),
    environments: plan.environments.filter((name) => environments.has(name)),
    whole: whole.length > 0,
  };
}

/** What a resource is made by, or its type. */
export function sourceOf(one: PlanResource): string {
  if (one.kind === 'file') return one.file.path;
  return one.kind === 'module' ? `${one.module}:${one.version}` : one.type;
}

/** Titles of the components that a resource is of. */
export function partOf({ components }: PlanResource, plan: Plan): string {
  const titles = plan.components.filter(({ name }) => components.includes(name)).map(({ title }) => title);
  return titles.join(', ');
}

/** All reasons in a part of a plan, wherever they are. */
export function reasonsWithin(value: unknown): readonly Reason[] {
  const found: Reason[] = [];
  collect(value, found);
  return found;
}

function collect(value: unknown, found: Reason[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const one of value) collect(one, found);
    return;
  }
  for (const key of Object.keys(value)) {
    const inner = ownValue(value, key);
    if (key === 'reason' && isReason(inner)) found.push(inner);
    else if (typeof inner === 'object') collect(inner, found);
  }
}

function isReason(value: unknown): value is Reason {
  return typeof value === 'object' && value !== null && Array.isArray((value as { ids?: unknown }).ids);
}

function joined(
  runs: readonly { readonly from: number; readonly to: number }[],
): readonly (readonly [number, number])[] {
  const lines: [number, number][] = [];
  for (const { from, to } of runs) {
    const last = lines.at(-1);
    if (last && last[1] + 1 === from) last[1] = to;
    else lines.push([from, to]);
  }
  return lines;
}
