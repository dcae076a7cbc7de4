import { isAlias, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type * as zod from 'zod';
import { kindOf, kindsOf, schemaBelow } from './shape.ts';
import { readSource } from './source.ts';

/** A value as it was typed, or why it cannot be one. */
type Typed = { readonly value: unknown } | { readonly problem: string };

/** Reads what was typed after `path=`: text stays text where text is wanted, lists may go without brackets. */
export function typedValue(text: string, schema: zod.ZodType): Typed {
  const wants = kindsOf(schema);
  const isQuoted = /^\s*(".*"|'.*')\s*$/s.test(text);
  if (wants.size === 1 && wants.has('string') && !isQuoted) return { value: text };
  const source = readSource(text, '');
  const isList = wants.has('array') && !/^\s*[[-]/.test(text);
  if (isList) return listOf(text, schema);
  if ('findings' in source) {
    const [first] = source.findings;
    const problem = first?.code === 'yaml-syntax' ? first.args.problem : 'it is too large or too deep';
    return wants.has('string') ? { value: text } : { problem };
  }
  if (wants.has('string') && source.root === null) return { value: text };
  return { value: valueOf(source.root, schema) };
}

function listOf(text: string, schema: zod.ZodType): Typed {
  const element = schemaBelow(schema, 0);
  const items = text.split(',').map((item) => item.trim());
  if (!element || (items.length === 1 && items[0] === '')) return { value: [] };
  const typed = items.map((item) => typedValue(item, element));
  return typed.find((one) => 'problem' in one) ?? { value: typed.map((one) => ('value' in one ? one.value : null)) };
}

function valueOf(node: ParsedNode | null, schema: zod.ZodType | undefined): unknown {
  if (node === null || isAlias(node)) return null;
  if (isSeq(node)) return node.items.map((item) => valueOf(item, schema && schemaBelow(schema, 0)));
  if (isMap(node))
    return Object.fromEntries(
      node.items.map(({ key, value }) => pairOf(String(isScalar(key) ? key.value : key), value, schema)),
    );
  const wants = schema ? kindsOf(schema) : new Set();
  // 0001 is text where text is wanted, and not the number 1.
  return wants.has('string') && !wants.has(kindOf(node.value)) ? (node.source ?? '') : node.value;
}

function pairOf(key: string, value: ParsedNode | null, schema: zod.ZodType | undefined): [string, unknown] {
  return [key, valueOf(value, schema && schemaBelow(schema, key))];
}
