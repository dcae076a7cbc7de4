import type { AllowedValue, TypeNode } from '../../../avm-catalog/modules/interface.ts';
import { nearest } from '../../findings/nearest.ts';
import { problem, type InterfaceProblem } from './problem.ts';

/** One value against the values a node allows. */
export function checkAllowed(value: AllowedValue, { allowedValues }: TypeNode, path: string): InterfaceProblem[] {
  if (!allowedValues || allowedValues.some((one) => JSON.stringify(one) === JSON.stringify(value))) return [];
  const allowed = allowedValues.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
  const near = typeof value === 'string' ? nearest(value, allowed) : undefined;
  return [
    problem('not-allowed', path, {
      value: typeof value === 'string' ? value : JSON.stringify(value),
      allowed,
      ...(near && { nearest: near }),
    }),
  ];
}

/** The smallest and largest a value can be, where known, against what a node allows. */
export function checkRange(source: TypeNode, target: TypeNode, path: string): InterfaceProblem[] {
  return outside(source, target, 'minValue', 'maxValue')
    ? [problem('out-of-range', path, limits(source, target, 'minValue', 'maxValue'))]
    : [];
}

export function checkLength(source: TypeNode, target: TypeNode, path: string): InterfaceProblem[] {
  return outside(source, target, 'minLength', 'maxLength')
    ? [problem('wrong-length', path, limits(source, target, 'minLength', 'maxLength'))]
    : [];
}

type Least = 'minValue' | 'minLength';
type Most = 'maxValue' | 'maxLength';

function outside(source: TypeNode, target: TypeNode, least: Least, most: Most): boolean {
  const known = [source[least], source[most]].filter((one) => one !== undefined);
  return known.some((one) => one < (target[least] ?? -Infinity) || one > (target[most] ?? Infinity));
}

function limits(source: TypeNode, target: TypeNode, least: Least, most: Most): Record<string, number> {
  const given = { least: target[least], most: target[most], from: source[least], to: source[most] };
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
