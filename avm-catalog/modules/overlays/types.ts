import type { AllowedValue, TypeNode } from '../interface.ts';

/** Words to write types with; properties are required unless `optional`. */
export const string: TypeNode = { type: 'string' };
export const int: TypeNode = { type: 'int' };
export const bool: TypeNode = { type: 'bool' };
export const anything: TypeNode = {};
export const anyObject: TypeNode = { type: 'object' };
export const tags: TypeNode = { type: 'object', additionalProperties: string };

export const optional = (node: TypeNode): TypeNode => ({ ...node, nullable: true });
export const list = (items: TypeNode): TypeNode => ({ type: 'array', items });
export const object = (properties: Record<string, TypeNode>): TypeNode => ({ type: 'object', properties });
export const oneOf = (...allowedValues: AllowedValue[]): TypeNode => ({
  type: typeof allowedValues[0] === 'number' ? 'int' : 'string',
  allowedValues,
});
export const between = (minValue: number, maxValue: number): TypeNode => ({ type: 'int', minValue, maxValue });
export const secret = (node: TypeNode): TypeNode => ({ ...node, secure: true });

/** An object whose properties depend on the value of one of them, which is declared by this. */
export function variants(property: string, mapping: Record<string, Record<string, TypeNode>>): TypeNode {
  const entries = Object.entries(mapping).map(([name, properties]) => [
    name,
    object({ [property]: oneOf(name), ...properties }),
  ]);
  return { type: 'object', discriminator: { property, mapping: Object.fromEntries(entries) } };
}

/** Every property optional. */
export function partial(properties: Record<string, TypeNode>): TypeNode {
  return object(Object.fromEntries(Object.entries(properties).map(([name, node]) => [name, optional(node)])));
}

/** Types by where they go: `parameters.<name>` or `types.<name>`, then `.<property>` and `[]`. */
export type Overlay = Readonly<Record<string, TypeNode>>;
