import type { AllowedValue, TypeNode, Types } from './interface.ts';
import { acceptsNull, resolve } from './resolve.ts';
import { ownValue } from '../../src/bicep/own.ts';

export type InterfaceChangeKind =
  | 'scope-changed'
  | 'parameter-added'
  | 'parameter-removed'
  | 'property-added'
  | 'property-removed'
  | 'variant-added'
  | 'variant-removed'
  | 'output-added'
  | 'output-removed'
  | 'became-required'
  | 'became-optional'
  | 'default-added'
  | 'default-removed'
  | 'type-changed'
  | 'values-added'
  | 'values-removed'
  | 'limit-changed'
  | 'secure-changed';

export interface InterfaceChange {
  readonly kind: InterfaceChangeKind;
  /** `nicConfigurations[].deleteOption`; outputs as `outputs.resourceId`. */
  readonly path: string;
  readonly from?: string;
  readonly to?: string;
  /** What was accepted, or could be read, may not be any more. */
  readonly breaking: boolean;
}

/** A node and what the names in it mean. */
interface Side {
  readonly types: Types;
  readonly node: TypeNode;
}

type Deeper = (one: TypeNode | undefined, other: TypeNode | undefined, at: string) => InterfaceChange[];

/** What changed between two types, at any depth; a type that contains itself is entered once. */
export function diffTypes(older: Side, newer: Side, path: string, above: readonly string[] = []): InterfaceChange[] {
  const loop = `${older.node.ref ?? ''}>${newer.node.ref ?? ''}`;
  if (loop !== '>' && above.includes(loop)) return [];
  const within = [...above, loop];
  const [from, to] = [resolve(older.types, older.node), resolve(newer.types, newer.node)];
  const deeper: Deeper = (one, other, at) =>
    one && other ? diffTypes({ types: older.types, node: one }, { types: newer.types, node: other }, at, within) : [];
  if (from.type !== to.type) {
    return [
      { kind: 'type-changed', path, from: describe(older.types, from), to: describe(newer.types, to), breaking: true },
    ];
  }
  return [
    ...diffFacts(from, to, path),
    ...deeper(from.items, to.items, `${path}[]`),
    ...deeper(from.additionalProperties, to.additionalProperties, `${path}.*`),
    ...diffProperties({ types: older.types, node: from }, { types: newer.types, node: to }, path, deeper),
    ...diffVariants(from, to, path, deeper),
  ];
}

function diffProperties(older: Side, newer: Side, path: string, deeper: Deeper): InterfaceChange[] {
  const [before, after] = [older.node.properties, newer.node.properties];
  if (!before || !after) return [];
  const changed = Object.entries(after).flatMap(([name, node]): InterfaceChange[] => {
    const [at, was, required] = [`${path}.${name}`, ownValue(before, name), !acceptsNull(newer.types, node)];
    if (!was) return [{ kind: 'property-added', path: at, to: describe(newer.types, node), breaking: required }];
    return [...diffRequired(at, !acceptsNull(older.types, was), required), ...deeper(was, node, at)];
  });
  return [...changed, ...removed(before, after, 'property-removed', `${path}.`)];
}

function diffVariants(from: TypeNode, to: TypeNode, path: string, deeper: Deeper): InterfaceChange[] {
  if (!from.discriminator || !to.discriminator) return [];
  const [before, after] = [from.discriminator.mapping, to.discriminator.mapping];
  const changed = Object.entries(after).flatMap(([name, node]): InterfaceChange[] =>
    ownValue(before, name)
      ? deeper(ownValue(before, name), node, `${path}(${name})`)
      : [{ kind: 'variant-added', path: `${path}(${name})`, breaking: false }],
  );
  const gone = Object.keys(before).filter((name) => !ownValue(after, name));
  return [
    ...changed,
    ...gone.map((name): InterfaceChange => ({ kind: 'variant-removed', path: `${path}(${name})`, breaking: true })),
  ];
}

function diffFacts(from: TypeNode, to: TypeNode, path: string): InterfaceChange[] {
  return [...diffValues(from, to, path), ...diffLimits(from, to, path), ...diffSecure(from, to, path)];
}

function diffValues(from: TypeNode, to: TypeNode, path: string): InterfaceChange[] {
  const [before, after] = [from.allowedValues?.map(spell), to.allowedValues?.map(spell)];
  const added = after?.filter((value) => !before?.includes(value)) ?? [];
  const gone = before?.filter((value) => !after?.includes(value)) ?? [];
  const changes: InterfaceChange[] = [];
  if (before && (added.length > 0 || !after))
    changes.push({ kind: 'values-added', path, to: after ? added.join(', ') : 'any', breaking: false });
  if (after && (gone.length > 0 || !before))
    changes.push({ kind: 'values-removed', path, from: before ? gone.join(', ') : 'any', breaking: true });
  return changes;
}

function spell(value: AllowedValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function diffLimits(from: TypeNode, to: TypeNode, path: string): InterfaceChange[] {
  return (['minValue', 'maxValue', 'minLength', 'maxLength'] as const).flatMap((name): InterfaceChange[] => {
    const [before, after] = [from[name], to[name]];
    if (before === after) return [];
    const narrower = name.startsWith('min')
      ? (after ?? -Infinity) > (before ?? -Infinity)
      : (after ?? Infinity) < (before ?? Infinity);
    return [
      {
        kind: 'limit-changed',
        path,
        from: `${name} ${before ?? 'none'}`,
        to: `${name} ${after ?? 'none'}`,
        breaking: narrower,
      },
    ];
  });
}

function diffSecure(from: TypeNode, to: TypeNode, path: string): InterfaceChange[] {
  if (from.secure === to.secure) return [];
  return [{ kind: 'secure-changed', path, to: to.secure ? 'secure' : 'not secure', breaking: to.secure === true }];
}

export function diffRequired(path: string, was: boolean, is: boolean): InterfaceChange[] {
  return was === is ? [] : [{ kind: is ? 'became-required' : 'became-optional', path, breaking: is }];
}

export function removed(before: object, after: object, kind: InterfaceChangeKind, prefix: string): InterfaceChange[] {
  const gone = Object.keys(before).filter((name) => !Object.hasOwn(after, name));
  return gone.map((name) => ({ kind, path: `${prefix}${name}`, breaking: true }));
}

/** A type in a word or two: `string`, `object[]`, `int?`. */
export function describe(types: Types, node: TypeNode): string {
  const target = resolve(types, node);
  const name =
    target.type === 'array' && target.items
      ? `${resolve(types, target.items).type ?? 'any'}[]`
      : (target.type ?? 'any');
  return target.nullable ? `${name}?` : name;
}
