import type { Answers } from '../answers/answers.ts';
import { textsByPath } from '../answers/not-secrets.ts';
import type { Finding } from '../findings/finding.ts';
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

/** What is declared to be no secret is told at each run; a path with no text there declares nothing. */
export function notSecrets(answers: Answers): readonly Finding[] {
  const texts = textsByPath({ ...answers, notSecrets: {} });
  return Object.entries(answers.notSecrets ?? {}).map(([path, reason]) => {
    const code = texts.has(path) ? 'secret-declared' : 'secret-declared-nowhere';
    const severity = texts.has(path) ? 'note' : 'warning';
    return { code, severity, where: { file: 'avm.yaml', answer: path }, ids: ['SEC-012'], args: { path, reason } };
  });
}
