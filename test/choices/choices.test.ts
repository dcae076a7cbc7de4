import { expect, it } from 'vitest';
import * as z from 'zod';
import { makeJsonSchema } from '../../src/answers/make-json-schema.ts';
import { choices } from './table.ts';

type Node = { readonly [key: string]: unknown };

const schema: Node = makeJsonSchema(z);

function resolved(node: Node): Node {
  const { $ref } = node;
  return typeof $ref === 'string'
    ? resolved(
        $ref
          .split('/')
          .slice(1)
          .reduce<Node>((at, key) => at[key] as Node, schema),
      )
    : node;
}

/** `path = value` for every value that the schema has below a node in so many words. */
function offered(from: Node, path: string): readonly string[] {
  const node = resolved(from);
  const list = (key: string): readonly Node[] => (node[key] ?? []) as readonly Node[];
  const values = [
    ...list('enum'),
    ...('const' in node ? [node['const']] : []),
    ...(node['type'] === 'boolean' ? [true, false] : []),
    ...(node['type'] === 'null' ? [null] : []),
  ];
  const within = Object.entries((node['properties'] ?? {}) as Readonly<Record<string, Node>>);
  return [
    // An empty text is no choice: it is what a text is that nobody gave.
    ...values.filter((value) => value !== '').map((value) => `${path} = ${JSON.stringify(value)}`),
    ...['anyOf', 'oneOf', 'allOf'].flatMap((key) => list(key).flatMap((one) => offered(one, path))),
    ...within.flatMap(([key, one]) => offered(one, path === '' ? key : `${path}.${key}`)),
    ...(node['items'] ? offered(node['items'] as Node, `${path}[]`) : []),
  ];
}

it('every choice that a setting offers has a row that says what it ends in', () => {
  const { spec } = schema['properties'] as Readonly<Record<string, Node>>;
  const rows = new Set(choices.map(({ setting, value }) => `${setting} = ${JSON.stringify(value)}`));
  expect([...rows].toSorted()).toEqual([...new Set(offered(spec as Node, ''))].toSorted());
});
