import { isMap } from 'yaml';
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
