import { isArray, isExpression, type OperatorExpression, type Value } from '../../bicep/value.ts';
import type { Plan, PlanResource } from '../../plan/plan.ts';
import { ownValue } from '../../bicep/own.ts';

/** The environments that a resource is in: where its condition holds, and its loop has something to go through. */
export function environmentsOf(resource: PlanResource, plan: Plan): readonly string[] {
  const on = plan.components.find((one) => one.name === resource.component)?.environments ?? plan.environments;
  return plan.environments.filter((environment) => {
    const known = (value: Value | undefined): unknown => valueIn(value, environment, plan);
    const items = known(resource.loop?.in);
    if (Array.isArray(items) && items.length === 0) return false;
    return resource.condition === undefined ? on.includes(environment) : known(resource.condition) !== false;
  });
}

/** What a value comes to in an environment, as far as parameters alone say; undefined where Azure must say it. */
function valueIn(value: Value | undefined, environment: string, plan: Plan): unknown {
  if (value === undefined || isArray(value) || !isExpression(value)) return value;
  switch (value.$) {
    case 'because':
      return valueIn(value.value, environment, plan);
    case 'op':
      return operated(value, environment, plan);
    case 'ref': {
      if (value.kind !== 'param') return undefined;
      const given = ownValue(plan.parameters.find((one) => one.name === value.name)?.values, environment);
      return value.path.reduce<unknown>(
        (at, step) => (typeof step === 'object' ? undefined : ownValue(at, String(step))),
        given,
      );
    }
    default:
      return undefined;
  }
}

function operated({ op, of }: OperatorExpression, environment: string, plan: Plan): unknown {
  const values = of.map((one) => valueIn(one, environment, plan));
  const [left, right] = values;
  if (op === '&&') return values.includes(false) ? false : values.includes(undefined) ? undefined : true;
  if (op === '||') return values.includes(true) ? true : values.includes(undefined) ? undefined : false;
  if (left === undefined || (op !== '!' && right === undefined)) return undefined;
  if (op === '!') return left !== true;
  if (op === '==') return left === right;
  return op === '!=' ? left !== right : undefined;
}
