import type { ModuleInterface, TypeNode, Types } from '../../../avm-catalog/modules/interface.ts';
import { resolve } from '../../../avm-catalog/modules/resolve.ts';
import { ownValue } from '../../bicep/own.ts';
import { bare, isArray, isObject, type Value } from '../../bicep/value.ts';

/** Whether a module keeps any part of what a parameter is given secret: no variable can hold that. */
export function isSecret(value: Value, parameter: string, { types, parameters }: ModuleInterface): boolean {
  return holdsSecret(value, ownValue(parameters, parameter) ?? {}, types);
}

function holdsSecret(value: Value, node: TypeNode, types: Types): boolean {
  const inner = bare(value);
  const type = resolve(types, node);
  if (type.secure) return true;
  const { items = {}, properties, additionalProperties = {}, discriminator } = type;
  if (isArray(inner)) return inner.some((one) => holdsSecret(one, items, types));
  if (!isObject(inner)) return false;
  return (
    Object.values(discriminator?.mapping ?? {}).some((variant) => holdsSecret(inner, variant, types)) ||
    Object.entries(inner).some(
      ([key, one]) => one !== undefined && holdsSecret(one, ownValue(properties, key) ?? additionalProperties, types),
    )
  );
}
