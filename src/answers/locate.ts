import { isMap, isScalar, type ParsedNode } from 'yaml';
import type { Finding } from '../findings/finding.ts';
import { position, readSource, spotOf, type Source } from './source.ts';

/** Findings about answers with the line where the answer stands, or where what holds it does. */
export function withLines(findings: readonly Finding[], text: string, file = 'avm.yaml'): readonly Finding[] {
  const source = readSource(text, file);
  if ('findings' in source) return findings;
  return findings.map((finding) => {
    const { where } = finding;
    return where.answer === undefined || where.line !== undefined
      ? finding
      : { ...finding, where: { ...where, file, ...lineOf(where.answer, source) } };
  });
}

export interface AnswerPlace {
  readonly line: number;
  readonly column: number;
  /** False where only what holds it, or would hold it, is written down. */
  readonly whole: boolean;
}

/** Finds answers in a text of avm.yaml; nothing of a text that is no YAML. */
export function placesIn(text: string, file = 'avm.yaml'): (answer: string) => AnswerPlace | undefined {
  const source = readSource(text, file);
  if ('findings' in source) return () => undefined;
  const { root } = source;
  return (answer) => ({ ...lineOf(answer, source), whole: spotOf(root, segments(answer, root)).whole });
}

/** The setting of a line of avm.yaml, or the one that contains it. */
export function answersAt(text: string, file = 'avm.yaml'): (line: number) => string | undefined {
  const source = readSource(text, file);
  if ('findings' in source) return () => undefined;
  const lineAt = (offset: number): number => position(source.lines, offset).line;
  return (line) => {
    const path: string[] = [];
    let node = source.root;
    while (isMap(node)) {
      const here = node.items.filter(
        ({ key, value }) => lineAt(key.range[0]) <= line && line <= lineAt(lastOf(value ?? key)),
      );
      const [only] = here;
      if (here.length !== 1 || !only || !isScalar(only.key)) break;
      path.push(String(only.key.value));
      node = only.value;
    }
    return path.length === 0 ? undefined : path.join('.');
  };
}

/** Offset of the last character of a node; what follows a block begins where the block ends. */
function lastOf({ range: [start, end] }: ParsedNode): number {
  return Math.max(start, end - 1);
}

function lineOf(answer: string, { root, lines }: Source): { readonly line: number; readonly column: number } {
  const spot = spotOf(root, segments(answer, root));
  return position(lines, (spot.whole ? spot.value : undefined) ?? spot.key ?? spot.value ?? 0);
}

/** A key may itself hold dots, as a tag's name does: the longest key that is there wins. */
function segments(answer: string, root: Source['root']): readonly string[] {
  const parts = answer.split('.');
  const result: string[] = [];
  let node = root;
  while (parts.length > 0) {
    const map = isMap(node) ? node : undefined;
    const length = parts.findLastIndex((_, index) => map?.has(parts.slice(0, index + 1).join('.')) === true) + 1 || 1;
    result.push(parts.splice(0, length).join('.'));
    node = spotOf(root, result).node;
  }
  return result;
}
