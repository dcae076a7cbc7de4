import { armTypeOf } from '../../../avm-catalog/azure/module-types.ts';
import { typeOfId } from '../../../avm-catalog/azure/resource-ids.ts';
import { namedKey } from '../../../avm-catalog/kernel/core.ts';
import type { Referable } from '../../../generators/module/place.ts';
import { ownValue } from '../../bicep/own.ts';
import type { Spec } from '../../resolve/spec.ts';

/** Components that have an ID, with what they are. */
export function referable({ components, views }: Spec): readonly Referable[] {
  return components
    .filter((one) => one.resource !== undefined && views.some((view) => one.enabled(view)))
    .map(({ name, type = name, title }) => {
      const given = ownValue(ownValue(views[0]?.inputs, namedKey), name);
      const id = textAt(given, 'id');
      const module = textAt(given, 'module');
      return { name, title, type, id, armType: id === undefined ? module && armTypeOf(module) : typeOfId(id) };
    });
}

function textAt(given: unknown, key: string): string | undefined {
  const value = ownValue(given, key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
