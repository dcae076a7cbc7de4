import { ownValue } from '../../../src/bicep/own.ts';
import { isArray, isObject, type ObjectValue, type Value } from '../../../src/bicep/value.ts';
import type { ModuleInterface, TypeNode, Types } from '../../modules/interface.ts';
import { parameterOf, resolve } from '../../modules/resolve.ts';

const key = 'diagnosticSettings';

/**
 * The user's parameters, with diagnostic settings added to each nested resource that supports them and has none, such
 * as a database of a server. A list that differs by environment is a parameter and stays unchanged.
 */
export function withNestedDiagnostics(given: ObjectValue, iface: ModuleInterface, logs: Value): ObjectValue {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, withLogs(value, parameterOf(iface, name), iface.types, logs)]),
  );
}

function withLogs(value: Value | undefined, node: TypeNode, types: Types, logs: Value): Value | undefined {
  const { items, properties = {} } = resolve(types, node);
  if (isArray(value) && items) return value.map((one) => withLogs(one, items, types, logs) ?? null);
  if (!isObject(value)) return value;
  const parts = Object.entries(value).map(([name, part]) => [
    name,
    withLogs(part, ownValue(properties, name) ?? {}, types, logs),
  ]);
  const isSilent = Object.hasOwn(properties, key) && !Object.hasOwn(value, key);
  return { ...(Object.fromEntries(parts) as ObjectValue), ...(isSilent ? { [key]: logs } : {}) };
}
