import { describe } from '../../findings/describe.ts';
import { plain } from '../../findings/characters.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Paint } from './terminal.ts';

export { counted, tally } from '../../findings/tally.ts';

const styles = { error: 'red', warning: 'yellow', note: 'cyan' } as const;

/** Places that a finding is told with; more of them would hide what else there is. */
const mostPlaces = 5;

/** Findings by file, each with its places, what it says and what to do about it; `label` is what it is called. */
export function findingLines<F extends Finding>(
  findings: readonly F[],
  paint: Paint,
  label: (finding: F) => string = ({ code }) => code,
): readonly string[] {
  const files = [...new Set(findings.map(({ where }) => where.file ?? ''))];
  return files.flatMap((file, index) => [
    ...(index === 0 ? [] : ['']),
    ...(file === '' ? [] : [paint('underline', plain(file))]),
    ...alike(inOrder(findings.filter(({ where }) => (where.file ?? '') === file)), paint, label).flatMap(
      ({ said, places, remedy }) => [
        said,
        ...places.slice(0, mostPlaces).map((one) => `    ${paint('dim', plain(one))}`),
        ...(places.length > mostPlaces ? [`    and ${places.length - mostPlaces} more, which --json names`] : []),
        ...(remedy === '' ? [] : [`    ${paint('green', '→')} ${remedy}`]),
      ],
    ),
  ]);
}

interface Said {
  readonly said: string;
  readonly places: string[];
  readonly remedy: string;
}

/** What is said of several places is said once. */
function alike<F extends Finding>(
  findings: readonly F[],
  paint: Paint,
  label: (finding: F) => string,
): readonly Said[] {
  const all = new Map<string, Said>();
  for (const finding of findings) {
    const { severity, where } = finding;
    const { message, remedy } = describe(finding);
    const spot = where.line === undefined ? '' : `${where.line}:${where.column ?? 1} `;
    const what = `${paint(styles[severity], severity)} ${stop(message)} ${paint('dim', label(finding))}`;
    const said = `  ${paint('dim', spot)}${what}`;
    const same = all.get(`${said}\n${remedy}`) ?? { said, places: [], remedy };
    const about = [where.answer ?? '', where.resource ?? '', where.environment ?? ''].filter(Boolean).join(' · ');
    if (about !== '') same.places.push(about);
    all.set(`${said}\n${remedy}`, same);
  }
  return [...all.values()];
}

function inOrder<F extends Finding>(findings: readonly F[]): readonly F[] {
  return findings.toSorted(
    (a, b) => (a.where.line ?? 0) - (b.where.line ?? 0) || (a.where.column ?? 0) - (b.where.column ?? 0),
  );
}

function stop(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** A finding with its prose, for machines. */
export function findingJson(finding: Finding): object {
  return { ...finding, ...describe(finding) };
}
