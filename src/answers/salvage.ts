import { ownValue } from '../bicep/own.ts';
import type { Finding } from '../findings/finding.ts';
import type { Answers } from './answers.ts';

/** What is wrong at a place, as the schema says it. */
export interface Dropped {
  readonly path: readonly PropertyKey[];
  readonly code: string;
}

/** Answers that hold all that can be read, and what was left out of them. */
export interface Salvaged {
  readonly answers: Answers;
  readonly dropped: readonly Dropped[];
}

/** Values that no other setting is judged with: leaving one out changes no other finding. */
const alone = new Set(['time-zone-unknown', 'recurrence-invalid', 'day-unknown', 'secret-refused', 'text-unseen']);

/** The data without what is wrong in it; a list with a wrong item goes whole. */
export function without(data: unknown, dropped: readonly Dropped[]): unknown {
  const copy: unknown = structuredClone(data);
  for (const { path } of dropped) drop(copy, path);
  return copy;
}

function drop(tree: unknown, path: readonly PropertyKey[]): void {
  const list = path.findIndex((_, index) => Array.isArray(at(tree, path.slice(0, index))));
  const place = list === -1 ? path : path.slice(0, list);
  const parent = at(tree, place.slice(0, -1));
  const key = place.at(-1);
  if (typeof parent === 'object' && parent !== null && key !== undefined) Reflect.deleteProperty(parent, key);
}

function at(tree: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => ownValue(value, String(key)), tree);
}

/** Of the findings about salvaged answers those that would stand with the whole ones too, whatever was meant. */
export function independent(findings: readonly Finding[], dropped: readonly Dropped[]): readonly Finding[] {
  return findings.filter((finding) => dropped.every((one) => !mayComeOf(finding, one)));
}

function mayComeOf({ where: { answer = '' }, ids }: Finding, { path, code }: Dropped): boolean {
  const dropped = path.map(String).join('.');
  const isNear = `${answer}.`.startsWith(`${dropped}.`) || `${dropped}.`.startsWith(`${answer}.`);
  if (isNear || answer === '') return true;
  if (path[0] === 'constitution') return path[1] === 'rules' && ids.includes(String(path[2]));
  if (path[0] === 'tags' || path.includes('tags')) return ids.includes('TAG-001') || answer.includes('tags');
  return !alone.has(code) && sectionOf(answer.split('.')) === sectionOf(path.map(String));
}

/** `network` for all below `spec.network` and `environments.prod.network`. */
function sectionOf(path: readonly string[]): string {
  const [first = '', second = '', third = ''] = path;
  return first === 'spec' ? second : first === 'environments' ? third : first;
}
