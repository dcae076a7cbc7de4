import type { ModuleInterface } from '../../avm-catalog/modules/interface.ts';
import { isAny, isRequired } from '../../avm-catalog/modules/resolve.ts';
import type { ObjectValue, Value } from '../bicep/value.ts';
import { nearest } from '../findings/nearest.ts';
import { checkValue } from './interface/check-value.ts';
import { problem, type CheckContext, type InterfaceProblem, type TypeScope } from './interface/problem.ts';
import { scopeOf } from './interface/scope.ts';
import { ownValue } from '../bicep/own.ts';

export type { CheckContext, InterfaceProblem, ProblemCode } from './interface/problem.ts';

/** What a module call would be refused or warned for by the compiler, and secrets it would give away; nothing when it is right. */
export function checkParameters(
  iface: ModuleInterface,
  params: ObjectValue,
  context: CheckContext = {},
): InterfaceProblem[] {
  const scope = scopeOf(context);
  const given = Object.entries(params).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
  const checked = given.flatMap(({ name, value }) => checkParameter(iface, name, value, scope));
  const missing = Object.entries(iface.parameters).filter(
    ([name, node]) => ownValue(params, name) === undefined && isRequired(iface.types, node),
  );
  return [...checked, ...missing.map(([name]) => problem('missing-parameter', name, { name }))];
}

function checkParameter(iface: ModuleInterface, name: string, value: Value, scope: TypeScope): InterfaceProblem[] {
  const parameter = ownValue(iface.parameters, name);
  if (!parameter) {
    const near = nearest(name, Object.keys(iface.parameters));
    return [problem('unknown-parameter', name, { name, ...(near && { nearest: near }) })];
  }
  // Bicep takes null for a parameter with a default to mean the default.
  const node = parameter.hasDefault && !isAny(parameter) ? { ...parameter, nullable: true as const } : parameter;
  return checkValue(value, { node, types: iface.types }, name, scope);
}
