import type { Literal, Step } from './value.ts';

/** The type of a parameter or output, as data. */
export type BicepType =
  | { readonly kind: 'string' | 'int' | 'bool'; readonly secure?: true }
  | { readonly kind: 'literals'; readonly of: readonly Literal[] }
  | { readonly kind: 'array'; readonly of: BicepType }
  | { readonly kind: 'nullable'; readonly of: BicepType }
  | { readonly kind: 'object'; readonly properties: readonly TypeProperty[] }
  /** A type that a Bicep file declares. */
  | { readonly kind: 'named'; readonly name: string; readonly of: BicepType };

export interface TypeProperty {
  readonly name: string;
  readonly type: BicepType;
  readonly description?: string;
}

export const string: BicepType = { kind: 'string' };
/** The value is a secret: `{subscription, group, name, secret}` says where, and parameter files read it from there. */
export const secureString: BicepType = { kind: 'string', secure: true };
export const int: BicepType = { kind: 'int' };
export const bool: BicepType = { kind: 'bool' };
export const literals = (...of: Literal[]): BicepType => ({ kind: 'literals', of });
export const arrayOf = (of: BicepType): BicepType => ({ kind: 'array', of });
export const nullable = (of: BicepType): BicepType => ({ kind: 'nullable', of });
export const named = (name: string, of: BicepType) => ({ kind: 'named', name, of }) as const satisfies BicepType;
export const object = (properties: Readonly<Record<string, BicepType | readonly [BicepType, string]>>): BicepType => ({
  kind: 'object',
  properties: Object.entries(properties).map(([name, spec]) =>
    Array.isArray(spec)
      ? { name, type: spec[0] as BicepType, description: spec[1] as string }
      : { name, type: spec as BicepType },
  ),
});

export function isSecure(type: BicepType | undefined): boolean {
  return type?.kind === 'string' && type.secure === true;
}

/** The type found by following a path of property names and indexes, if there is one. */
export function typeAt(type: BicepType | undefined, path: readonly Step[]): BicepType | undefined {
  const [head, ...rest] = path;
  if (head === undefined || !type) return type;
  if (type.kind === 'nullable' || type.kind === 'named') return typeAt(type.of, path);
  if (type.kind === 'array') return typeAt(type.of, rest);
  if (type.kind !== 'object') return undefined;
  return typeAt(type.properties.find((property) => property.name === head)?.type, rest);
}
