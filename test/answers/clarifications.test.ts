import { describe, expect, it } from 'vitest';
import { nextIds } from '../../src/answers/clarifications.ts';
import { setAnswers } from '../../src/answers/edit.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { writeAnswers } from '../../src/answers/write.ts';
import { describe as prose } from '../../src/findings/describe.ts';
import { answersWith } from '../plan/support.ts';
import { minimal } from './texts.ts';

const record = {
  question: 'Which cost centre pays for it?',
  answer: '4711',
  on: '2026-11-25',
  about: 'tags.costCenter',
  code: 'guess',
};
const text = (clarifications: object): string => `${minimal}clarifications: ${JSON.stringify(clarifications)}\n`;

describe('clarifications in avm.yaml', () => {
  it('are read, and written as they were given', () => {
    const given = { 'Q-001': record, 'Q-002': { question: 'Why: "so"?', answer: '# none', on: '2024-02-29' } };
    const written = writeAnswers(answersWith({ clarifications: given }));
    expect(written).toContain('\nclarifications:\n  Q-001:\n    question: "Which cost centre pays for it?"\n');
    const parsed = parseAnswers(written);
    expect('answers' in parsed && parsed.answers.clarifications).toEqual(given);
  });

  it.each<[string, object, string, string]>([
    [
      'a number of another kind',
      { 'W-1': record },
      'clarifications.W-1',
      'Write Q- and three digits. The next free ID is Q-001.',
    ],
    [
      'a day that is none',
      { 'Q-001': { ...record, on: '2026-02-30' } },
      'clarifications.Q-001.on',
      "Did you mean '2026-02-28'?",
    ],
    ['no answer', { 'Q-001': { ...record, answer: '' } }, 'clarifications.Q-001.answer', 'Write a value.'],
    [
      'a question of two lines',
      { 'Q-001': { ...record, question: 'a\nb' } },
      'clarifications.Q-001.question',
      'Write it on one line, with visible characters only.',
    ],
    [
      'a key that is not known',
      { 'Q-001': { ...record, when: 'now' } },
      'clarifications.Q-001.when',
      'Use question, answer, on, about, or code.',
    ],
    [
      'a secret',
      { 'Q-001': { ...record, answer: 'password=hunter2' } },
      'clarifications.Q-001.answer',
      'Remove it, and rotate the secret if it was ever saved.',
    ],
    [
      'more than anybody reads',
      Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`Q-${String(at + 1).padStart(3, '0')}`, record])),
      'clarifications',
      'Keep the newest 500.',
    ],
  ])('are refused with %s', (_, given, answer, remedy) => {
    const parsed = parseAnswers(text(given));
    const found =
      'findings' in parsed ? parsed.findings.map((one) => [one.where.answer, prose(one).remedy] as const) : [];
    expect(found).toEqual([[answer, expect.stringContaining(remedy)]]);
  });

  it('can be set, and belong to no environment', () => {
    const path = 'clarifications.Q-001.answer';
    const set = setAnswers(text({ 'Q-001': record }), [{ path, value: '4712' }]);
    expect('text' in set && set.text).toContain('"answer":4712'.replace('4712', '"4712"'));
    expect(setAnswers(text({ 'Q-001': record }), [{ path, value: '4712', environment: 'dev' }])).toMatchObject({
      findings: [{ code: 'path-shared' }],
    });
  });

  it('are numbered on from the highest', () => {
    expect(nextIds()).toEqual(['Q-001']);
    expect(nextIds({ 'Q-002': record, 'Q-011': record }, 2)).toEqual(['Q-012', 'Q-013']);
  });
});
