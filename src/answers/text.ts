import { takenWord } from '../text/yaml.ts';
import { isTree } from './defaults.ts';

/*
 * Writes values as YAML. The library that reads YAML would take some 15 ms to load and write one avm.yaml, a quarter of
 * what a whole bootstrap may take; the few forms that answers need are here, and a test reads each back with the library.
 */

/** A map or list of plain values stays on one line while its JSON is no longer than this. */
const longestLine = 88;
const word = /^[A-Za-z][\w./@+-]*( [\w./@+-]+)*$/;
/** Ranges such as 10.20.0.0/22, images such as 2022-datacenter-g2: not numbers, though they begin like one. */
const noNumber = /^(\d+(\.\d+){3}(\/\d+)?|\d+(-[a-z][a-z0-9]*)+)$/;

function scalar(value: unknown): string {
  if (typeof value !== 'string') return String(value);
  // Text in JSON is text in YAML.
  return (word.test(value) || noNumber.test(value)) && !takenWord.test(value) ? value : JSON.stringify(value);
}

/** A value on one line, however long. */
export function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (!isTree(value)) return scalar(value);
  const given = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${given.map(([key, one]) => inlineEntry(key, one)).join(', ')}}`;
}

export function inlineEntry(key: string, value: unknown): string {
  return `${scalar(key)}: ${inline(value)}`;
}

/** Lines of a key and its value; maps take lines of their own for so many levels, below that they are inline where short. */
export function entry(key: string, value: unknown, blocks: number): readonly string[] {
  if (isInline(value, blocks)) return [inlineEntry(key, value)];
  return [
    `${scalar(key)}:`,
    ...(Array.isArray(value) ? value.map((item) => `- ${inline(item)}`) : entries(value as object, blocks)).map(indent),
  ];
}

export function entries(map: object, blocks: number): readonly string[] {
  return Object.entries(map).flatMap(([key, value]) => (value === undefined ? [] : entry(key, value, blocks - 1)));
}

export function isInline(value: unknown, blocks: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const items = Object.values(value);
  if (items.length === 0) return true;
  const isPlain = items.every(
    (one) =>
      typeof one !== 'object' ||
      one === null ||
      (Array.isArray(one) && !Array.isArray(value) && one.every((inner) => typeof inner !== 'object')),
  );
  return isPlain && JSON.stringify(value).length <= longestLine && (Array.isArray(value) || blocks <= 0);
}

export function indent(line: string): string {
  return line === '' ? line : `  ${line}`;
}
