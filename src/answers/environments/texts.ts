import { componentTypes } from '../../../avm-catalog/components/index.ts';
import { namedKey } from '../../../avm-catalog/kernel/core.ts';
import { ownValue } from '../../bicep/own.ts';
import type { Answers } from '../answers.ts';
import { isTree } from '../defaults.ts';
import { schema } from '../known.ts';
import { schemaAt } from '../shape.ts';
import { carried } from './words.ts';

export interface TextChange {
  /** In the environment's own answers. */
  readonly path: readonly string[];
  readonly before: string;
  readonly after: string;
}

export interface OwnTexts {
  readonly changes: readonly TextChange[];
  /** Paths of texts that have the name, and stay as they are. */
  readonly kept: readonly (readonly string[])[];
}

/** Each text of an environment's own answers that has its name in it: what it becomes with another name. */
export function ownTexts(answers: Answers, from: string, to: string): OwnTexts {
  const known = new Set([...componentTypes.map((one) => one.name), ...Object.keys(answers.components ?? {})]);
  const changes: TextChange[] = [];
  const kept: (readonly string[])[] = [];
  for (const [path, before] of textsIn(ownValue(answers.environments, from))) {
    if (known.has(before)) continue;
    const now = carried(before, from, to, answers.workload.name);
    if (now === undefined) continue;
    if (now === 'kept' || !isTaken(path, now.text)) kept.push(path);
    else changes.push({ path, before, after: now.text });
  }
  return { changes, kept };
}

/** A word of a fixed list is no name, whatever environment is called so. */
function isTaken(path: readonly string[], text: string): boolean {
  return schemaAt(schema, ['environments', 'any', ...path])?.safeParse(text).success === true;
}

export function textsIn(
  value: unknown,
  path: readonly string[] = [],
): readonly (readonly [readonly string[], string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((one, index) => textsIn(one, [...path, String(index)]));
  if (!isTree(value)) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === 'type' && path.at(-2) === namedKey ? [] : textsIn(one, [...path, key]),
  );
}

/** The same answers, each text as a function has it; undefined leaves it as it is. */
export function withTexts(
  value: unknown,
  becomes: (text: string, path: readonly string[]) => string | undefined,
  path: readonly string[] = [],
): unknown {
  if (typeof value === 'string') return becomes(value, path) ?? value;
  if (Array.isArray(value)) return value.map((one, index) => withTexts(one, becomes, [...path, String(index)]));
  if (!isTree(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withTexts(one, becomes, [...path, key])]));
}
