import { describe } from '../findings/describe.ts';
import type { Finding, Severity } from '../findings/finding.ts';
import { labelOf } from './broken.ts';
import type { Subject } from './subject.ts';
import { signs, type Tone } from './words.ts';

const severities: readonly Severity[] = ['error', 'warning', 'note'];
const tones: Readonly<Record<Severity, Tone>> = { error: 'bad', warning: 'warn', note: 'none' };

/** Findings on paper. */
const mostFindings = 25;

/** Findings by severity, each with its place and remedy. */
export function findings(subject: Subject) {
  const found = subject.request.check.findings;
  const rows = severities.flatMap((severity) =>
    found.filter((one) => one.severity === severity).map((one) => row(one, subject)),
  );
  return {
    rows: rows.map((one, at) => ({ ...one, isLater: at >= mostFindings })),
    later: Math.max(0, rows.length - mostFindings),
    severities: severities.filter((severity) => found.some((one) => one.severity === severity)),
  };
}

function row(finding: Finding, subject: Subject) {
  const { severity, code, where, ids } = finding;
  const { message, remedy } = describe(finding);
  const told = where.resource && where.environment ? subject.find(where.environment, where.resource) : undefined;
  const spot = where.line === undefined ? '' : `:${where.line}${where.column === undefined ? '' : `:${where.column}`}`;
  return {
    severity,
    tone: tones[severity],
    sign: signs[tones[severity]],
    code,
    message: /[.!?…]$/.test(message) ? message : `${message}.`,
    remedy,
    label: labelOf(finding),
    file: where.file === undefined ? '' : where.file + spot,
    answer: where.answer ?? '',
    environment: where.environment ?? '',
    resource: told?.label ?? where.resource ?? '',
    href: told ? `#${told.anchor}` : '',
    ids: subject.ids(ids),
  };
}
