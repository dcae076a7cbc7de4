import { ownValue } from '../../bicep/own.ts';
import type { Value } from '../../bicep/value.ts';
import type { Place } from '../../findings/finding.ts';
import { parametersBehind } from '../../files/tracing/parameters.ts';
import type { Plan, PlanResource } from '../../plan/plan.ts';
import type { JsonObject } from '../canonical.ts';
import { parametersOf } from './parameter.ts';
import type { Placed } from './place.ts';

/** Where a finding about a placed resource is. */
export type Locate = (one: Placed) => Place;

/** What made a property of a predicted resource. */
interface PropertyOrigin {
  /** What main.bicep calls or declares; missing for what the plan doesn’t have. */
  readonly planned?: PlanResource;
  /** Parameters of the called module that the property is computed from. */
  readonly parameters: readonly string[];
  /** The setting that gives these parameters. */
  readonly answer?: string;
}

/** Leads a property of a predicted resource back, by its ID in an environment. */
export type FindOrigin = (environment: string, id: string, path: string) => PropertyOrigin;

/** The predicted resource, and the settings of a person that it was made from, if they name it alone. */
export function locate({ resources }: Plan, environment: string): Locate {
  const bySymbol = new Map(resources.map((one) => [one.symbol, one]));
  return ({ resource, steps: [first] }) => {
    const answer = answersOf(bySymbol.get(first?.key ?? ''));
    return { resource: resource.id, environment, ...(answer === undefined ? {} : { answer }) };
  };
}

export function originFinder(
  plan: Plan,
  compiled: JsonObject,
  placed: ReadonlyMap<string, readonly Placed[]>,
): FindOrigin {
  const bySymbol = new Map(plan.resources.map((one) => [one.symbol, one]));
  const byId = new Map(
    [...placed].flatMap(([environment, all]) => all.map((one) => [`${environment} ${one.resource.id}`, one] as const)),
  );
  return (environment, id, path) => {
    const found = byId.get(`${environment} ${id}`);
    const planned = bySymbol.get(found?.steps[0]?.key ?? '');
    if (!found || !planned) return { parameters: [] };
    const parameters = parametersOf(compiled, found.steps, path);
    const answer = settingOf(plan, planned, parameters);
    return { planned, parameters, ...(answer === undefined ? {} : { answer }) };
  };
}

/** Where a person gave the settings of a component alone: those of a module or a Bicep file. */
const answersOf = (one: PlanResource | undefined): string | undefined =>
  one?.kind === 'module' || one?.kind === 'file' ? one.answers : undefined;

function settingOf(plan: Plan, planned: PlanResource, parameters: readonly string[]): string | undefined {
  const own = answersOf(planned);
  const [first] = parameters;
  if (own !== undefined) return first === undefined ? own : `${own}.${first}`;
  if (planned.kind !== 'module') return undefined;
  const values = parameters.map((name) => ownValue<Value | undefined>(planned.params, name));
  const names = new Set(parametersBehind(plan, values));
  return plan.parameters.find(({ name }) => names.has(name))?.reason.answers?.[0];
}
