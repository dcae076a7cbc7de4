import { isArray, isExpression, type OperatorExpression, type Value } from '../../bicep/value.ts';
import { membersOf, type Plan, type PlanResource } from '../../plan/plan.ts';
import { ownValue } from '../../bicep/own.ts';

type Values = Readonly<Record<string, unknown>>;

/** The environments of a plan, by name. */
interface Known {
  readonly environments: readonly string[];
  /** Environments that a component is on in. */
  readonly on: ReadonlyMap<string, readonly string[]>;
  /** Values of a parameter. */
  readonly values: ReadonlyMap<string, Values>;
}

/** Gets the environments of a resource: its condition is true there, and its loop has items. */
export function environmentsIn(plan: Plan): (resource: PlanResource) => readonly string[] {
  const known: Known = {
    environments: plan.environments,
    on: new Map(plan.components.map((one) => [one.name, one.environments])),
    values: new Map(plan.parameters.map((one) => [one.name, one.values])),
  };
  return (resource) => {
    const all = new Set(membersOf([resource]).flatMap((one) => environmentsOf(one, known)));
    return plan.environments.filter((environment) => all.has(environment));
  };
}

function environmentsOf({ components, condition, loop }: PlanResource, known: Known): readonly string[] {
  const on = known.on.get(components[0] ?? '') ?? known.environments;
  return known.environments.filter((environment) => {
    const valueOf = (value: Value | undefined): unknown => valueIn(value, environment, known);
    const items = valueOf(loop?.in);
    if (Array.isArray(items) && items.length === 0) return false;
    return condition === undefined ? on.includes(environment) : valueOf(condition) !== false;
  });
}

/** The value in an environment, if it depends on parameters only; undefined if Azure computes it. */
function valueIn(value: Value | undefined, environment: string, known: Known): unknown {
  if (value === undefined || isArray(value) || !isExpression(value)) return value;
  switch (value.$) {
    case 'because':
    case 'imported':
      return valueIn(value.value, environment, known);
    case 'op':
      return operated(value, environment, known);
    case 'ref': {
      if (value.kind !== 'param') return undefined;
      const given = ownValue(known.values.get(value.name), environment);
      return value.path.reduce<unknown>(
        (at, step) => (typeof step === 'object' ? undefined : ownValue(at, String(step))),
        given,
      );
    }
    default:
      return undefined;
  }
}

function operated({ op, of }: OperatorExpression, environment: string, known: Known): unknown {
  const values = of.map((one) => valueIn(one, environment, known));
  const [left, right] = values;
  if (op === '&&') return values.includes(false) ? false : values.includes(undefined) ? undefined : true;
  if (op === '||') return values.includes(true) ? true : values.includes(undefined) ? undefined : false;
  if (left === undefined || (op !== '!' && right === undefined)) return undefined;
  if (op === '!') return left !== true;
  if (op === '==') return left === right;
  return op === '!=' ? left !== right : undefined;
}
