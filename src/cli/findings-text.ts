import { describe } from '../findings/describe.ts';
import type { Finding } from '../findings/finding.ts';
import type { Paint } from './terminal.ts';

export { counted, tally } from '../findings/tally.ts';

const styles = { error: 'red', warning: 'yellow', note: 'cyan' } as const;

/** Findings by file, each with its place, what it says and what to do about it; `label` is what it is called. */
export function findingLines<F extends Finding>(
  findings: readonly F[],
  paint: Paint,
  label: (finding: F) => string = ({ code }) => code,
): readonly string[] {
  const files = [...new Set(findings.map(({ where }) => where.file ?? ''))];
  return files.flatMap((file, index) => [
    ...(index === 0 ? [] : ['']),
    ...(file === '' ? [] : [paint('underline', file)]),
    ...inOrder(findings.filter(({ where }) => (where.file ?? '') === file)).flatMap((finding) =>
      lines(finding, paint, label(finding)),
    ),
  ]);
}

function lines(finding: Finding, paint: Paint, label: string): readonly string[] {
  const { severity, where } = finding;
  const { message, remedy } = describe(finding);
  const spot = where.line === undefined ? '' : `${where.line}:${where.column ?? 1} `;
  const about = [where.answer ?? '', where.resource ?? '', where.environment ?? ''].filter(Boolean).join(' · ');
  return [
    `  ${paint('dim', spot)}${paint(styles[severity], severity)} ${stop(message)} ${paint('dim', label)}`,
    ...(about === '' ? [] : [`    ${paint('dim', about)}`]),
    ...(remedy === '' ? [] : [`    ${paint('green', '→')} ${remedy}`]),
  ];
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
