import { validUntil } from '../../avm-catalog/constitution/custom/attestation.ts';
import type { Answers } from '../answers/answers.ts';
import { asWritten } from '../answers/as-written.ts';
import { textsByPath } from '../answers/not-secrets.ts';
import { daysBetween } from '../answers/day.ts';
import { makeFinding, type Finding } from '../findings/finding.ts';
import { ruleAnswer } from './rule-answer.ts';
import type { Spec } from './spec.ts';

/** Rules that a person is to attest, and nobody has. */
export function attestations({ rules }: Spec): readonly Finding[] {
  return rules
    .filter(({ level, definition: { attested } }) => level !== 'off' && attested && attested.by === undefined)
    .map(({ level, definition: { id, title } }) => ({
      code: 'attestation-missing',
      severity: level === 'must' ? 'warning' : 'note',
      where: { file: 'avm.yaml', answer: `${ruleAnswer(id)}.attest` },
      ids: [id],
      args: { rule: id, title },
    }));
}

/** Days before its end from which on an attestation is reported. */
const soon = 30;

/** Attestations that have expired on a day, or soon will. */
export function attestationsOn({ rules }: Spec, today: string): readonly Finding[] {
  return rules.flatMap(({ level, definition: { id, title, attested } }): readonly Finding[] => {
    const until = attested && validUntil(attested);
    if (level === 'off' || until === undefined || daysBetween(today, until) > soon) return [];
    const args = { rule: id, title, until };
    const where = { file: 'avm.yaml', answer: `${ruleAnswer(id)}.attest` };
    return until < today
      ? [makeFinding('attestation-expired', level === 'must' ? 'warning' : 'note', args, where, [id])]
      : [makeFinding('attestation-expiring', 'note', args, where, [id])];
  });
}

/** What is declared to be no secret is told at each run; a path with no text there declares nothing. */
export function notSecrets(answers: Answers): readonly Finding[] {
  const texts = textsByPath({ ...asWritten(answers), notSecrets: {} });
  return Object.entries(answers.notSecrets ?? {}).map(([path, reason]) => {
    const code = texts.has(path) ? 'secret-declared' : 'secret-declared-nowhere';
    const severity = texts.has(path) ? 'note' : 'warning';
    return { code, severity, where: { file: 'avm.yaml', answer: path }, ids: ['SEC-012'], args: { path, reason } };
  });
}
