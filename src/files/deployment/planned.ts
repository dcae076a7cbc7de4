import { armTypeOf } from '../../../avm-catalog/azure/module-types.ts';
import type { PlannedResource } from '../../../avm-catalog/kernel/deployment.ts';
import { bare, isArray, isExpression, isObject, type Value } from '../../bicep/value.ts';
import { computedText } from '../../plan/computed-text.ts';
import { membersOf, valuesOf, type Plan, type PlanName, type PlanResource } from '../../plan/plan.ts';
import { references, type Definitions } from '../../plan/references.ts';
import { ownValue } from '../../bicep/own.ts';
import { environmentsIn } from '../tracing/deployed.ts';

/** Resources whose names the plan has, by environment. Children and what Azure creates by itself aren’t among them. */
export function plannedResources(plan: Plan): (environment: string) => readonly PlannedResource[] {
  const deployedIn = environmentsIn(plan);
  const names = new Map(plan.names.map((one) => [one.key, one]));
  const made = membersOf(plan.resources)
    .filter(({ kind }) => kind !== 'existing')
    .map((one) => ({
      environments: deployedIn(one),
      isPrivate: isPrivate(one),
      type: typeOf(one),
      names: namedBy(one, plan).flatMap((key) => names.get(key) ?? []),
    }));
  const computed = computedText(plan);
  return (environment) => {
    const rows = made
      .filter(({ environments }) => environments.includes(environment))
      .flatMap((one) => one.names.flatMap((name) => rowOf(name, one, environment, computed)));
    return [...new Map(rows.map((row) => [`${row.type}/${row.name}`, row])).values()];
  };
}

function rowOf(
  { type, values }: PlanName,
  by: { readonly type: string | undefined; readonly isPrivate: boolean },
  environment: string,
  computed: string,
): readonly PlannedResource[] {
  const name = ownValue(values, environment) ?? '';
  if (name === '' || type.split('/').length !== 2) return [];
  const shown = computed === '' ? name : name.replaceAll(computed, '?'.repeat(computed.length));
  return [{ type, name: shown, private: by.isPrivate && by.type === type }];
}

function typeOf(one: PlanResource): string | undefined {
  if (one.kind === 'module') return armTypeOf(one.module);
  return one.kind === 'native' ? one.type.replace(/@.*/, '') : undefined;
}

/** Keys of names that a resource gives to itself, to a part of it, or to the items of its loop. */
function namedBy(one: PlanResource, plan: Plan): readonly string[] {
  const own = keysIn(valuesOf(one));
  const { loop } = one;
  if (!loop) return own;
  const variables = new Map(plan.variables.map(({ name, value }) => [name, value]));
  const nothing: Definitions = { variable: (name) => variables.get(name), name: () => undefined, id: () => undefined };
  const type = typeOf(one);
  const types = new Map(plan.names.map((name) => [name.key, name.type]));
  return [...own, ...[...references(loop.in, nothing).names].filter((key) => types.get(key) === type)];
}

function keysIn(value: Value | undefined): readonly string[] {
  if (value === undefined || typeof value !== 'object' || value === null) return [];
  const plain = bare(value);
  if (isArray(plain)) return plain.flatMap(keysIn);
  if (isObject(plain))
    return Object.entries(plain).flatMap(([key, inner]) => (key === 'name' ? nameKey(inner) : keysIn(inner)));
  if (!isExpression(plain)) return [];
  return plain.$ === 'if' ? [...keysIn(plain.then), ...keysIn(plain.else)] : [];
}

function nameKey(value: Value | undefined): readonly string[] {
  const plain = value === undefined ? undefined : bare(value);
  if (!isExpression(plain) || plain.$ !== 'ref' || plain.kind !== 'var' || plain.name !== 'names') return [];
  const [key] = plain.path;
  return plain.path.length === 1 && typeof key === 'string' ? [key] : [];
}

function isPrivate(one: PlanResource): boolean {
  const value = one.kind === 'module' ? one.params['publicNetworkAccess'] : undefined;
  return value !== undefined && bare(value) === 'Disabled';
}
