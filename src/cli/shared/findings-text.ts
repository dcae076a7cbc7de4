import type { Before } from '../../findings/before-workspace.ts';
import { describe, describeBefore } from '../../findings/describe.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Message } from '../../findings/messages/message.ts';
import { messageLines, type Told } from './message-lines.ts';
import type { Paint } from './terminal.ts';

export { counted, tally } from '../../findings/tally.ts';

/** Places that a finding is told with; more of them would hide what else there is. */
const mostPlaces = 5;

interface Telling<F> {
  /** Put behind what a finding says. */
  readonly more?: (finding: F) => string;
  /** There is no workspace yet. */
  readonly before?: Before | undefined;
}

/** Findings by file and line, each with its places and its remedy. */
export function findingLines<F extends Finding>(
  findings: readonly F[],
  paint: Paint,
  telling: Telling<F> = {},
): readonly string[] {
  const files = [...new Set(findings.map(({ where }) => where.file))];
  return files
    .flatMap((file) => alike(inOrder(findings.filter(({ where }) => where.file === file)), telling))
    .flatMap((told) => messageLines({ ...told, places: shortened(told.places) }, paint));
}

function shortened(places: readonly string[]): readonly string[] {
  if (places.length <= mostPlaces) return places;
  return [...places.slice(0, mostPlaces), `and ${places.length - mostPlaces} more, which --json lists`];
}

/** What is said of several places is said once. */
function alike<F extends Finding>(
  findings: readonly F[],
  { more = () => '', before }: Telling<F>,
): readonly (Told & { readonly places: readonly string[] })[] {
  const all = new Map<string, Told & { readonly places: string[] }>();
  for (const finding of findings) {
    const { severity, code, where } = finding;
    const { message, remedy } = before ? describeBefore(finding, before) : describe(finding);
    const what = [stop(message), more(finding)].filter(Boolean).join(' ');
    const told = { severity, code, what, at: spot(where), remedy };
    const key = JSON.stringify(told);
    const same = all.get(key) ?? { ...told, places: [] };
    const about = [where.answer ?? '', where.resource ?? '', where.environment ?? ''].filter(Boolean).join(' · ');
    if (about !== '') same.places.push(about);
    all.set(key, same);
  }
  return [...all.values()];
}

function spot({ file = '', line, column = 1 }: Finding['where']): string {
  return file === '' || line === undefined ? file : `${file}:${line}:${column}`;
}

function inOrder<F extends Finding>(findings: readonly F[]): readonly F[] {
  return findings.toSorted(
    (a, b) => (a.where.line ?? 0) - (b.where.line ?? 0) || (a.where.column ?? 0) - (b.where.column ?? 0),
  );
}

function stop(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** A finding with its prose, as JSON. */
export function findingJson<F extends Finding>(finding: F): F & Message {
  return { ...finding, ...describe(finding) };
}

/** The same where there is no workspace yet. */
export function findingsBefore(findings: readonly Finding[], before: Before): readonly (Finding & Message)[] {
  return findings.map((finding) => ({ ...finding, ...describeBefore(finding, before) }));
}
