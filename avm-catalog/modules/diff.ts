import { describe, diffRequired, diffTypes, removed, type InterfaceChange } from './diff-types.ts';
import type { ModuleInterface, ParameterNode } from './interface.ts';
import { isRequired } from './resolve.ts';
import { ownValue } from '../../src/bicep/own.ts';

export type { InterfaceChangeKind, InterfaceChange } from './diff-types.ts';

/** What changed for those who use the module, in the order of the newer interface; what was removed comes last. */
export function diffInterfaces(older: ModuleInterface, newer: ModuleInterface): InterfaceChange[] {
  return [...diffScope(older, newer), ...diffParameters(older, newer), ...diffOutputs(older, newer)];
}

function diffScope(older: ModuleInterface, newer: ModuleInterface): InterfaceChange[] {
  const [from, to] = [older.scope ?? 'resourceGroup', newer.scope ?? 'resourceGroup'];
  return from === to ? [] : [{ kind: 'scope-changed', path: 'scope', from, to, breaking: true }];
}

function diffParameters(older: ModuleInterface, newer: ModuleInterface): InterfaceChange[] {
  const changed = Object.entries(newer.parameters).flatMap(([name, node]): InterfaceChange[] => {
    const required = isRequired(newer.types, node);
    const before = ownValue(older.parameters, name);
    if (!before) return [{ kind: 'parameter-added', path: name, to: describe(newer.types, node), breaking: required }];
    const wasRequired = isRequired(older.types, before);
    return [
      ...diffRequired(name, wasRequired, required),
      ...(wasRequired === required ? diffDefault(name, before, node) : []),
      ...diffTypes({ types: older.types, node: before }, { types: newer.types, node }, name),
    ];
  });
  return [...changed, ...removed(older.parameters, newer.parameters, 'parameter-removed', '')];
}

function diffOutputs(older: ModuleInterface, newer: ModuleInterface): InterfaceChange[] {
  const changed = Object.entries(newer.outputs).flatMap(([name, node]): InterfaceChange[] => {
    const [path, before] = [`outputs.${name}`, ownValue(older.outputs, name)];
    if (!before) return [{ kind: 'output-added', path, to: describe(newer.types, node), breaking: false }];
    const [from, to] = [describe(older.types, before), describe(newer.types, node)];
    return from === to ? [] : [{ kind: 'type-changed', path, from, to, breaking: true }];
  });
  return [...changed, ...removed(older.outputs, newer.outputs, 'output-removed', 'outputs.')];
}

function diffDefault(path: string, from: ParameterNode, to: ParameterNode): InterfaceChange[] {
  if (from.hasDefault === to.hasDefault) return [];
  return [{ kind: to.hasDefault ? 'default-added' : 'default-removed', path, breaking: false }];
}
