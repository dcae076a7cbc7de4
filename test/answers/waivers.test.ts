import { describe, expect, it } from 'vitest';
import { daysBetween } from '../../src/answers/day.ts';
import { setAnswer, setAnswers } from '../../src/answers/edit.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { startAnswers } from '../../src/answers/start.ts';
import { writeAnswers } from '../../src/answers/write.ts';
import { describe as prose } from '../../src/findings/describe.ts';

const start = startAnswers({ name: 'legacyapp' });
const text = writeAnswers(start);
const whole = '{rule: SEC-010, environments: [dev], reason: Not yet, approvedBy: platform-team, until: 2027-03-31}';
const waiver = {
  rule: 'SEC-010',
  environments: ['dev'],
  reason: 'Not yet',
  approvedBy: 'platform-team',
  until: '2027-03-31',
};

function waiversIn(changed: ReturnType<typeof setAnswer>): unknown {
  if ('findings' in changed) return changed.findings;
  const parsed = parseAnswers(changed.text);
  return 'answers' in parsed ? parsed.answers.constitution.waivers : parsed.findings;
}

describe('a waiver', () => {
  it('is set whole in one command', () => {
    expect(waiversIn(setAnswer(text, 'constitution.waivers.W-001', whole))).toEqual({ 'W-001': waiver });
  });

  it('is set part by part, all of it or nothing', () => {
    const settings = Object.entries({ ...waiver, environments: 'dev' }).map(([key, value]) => ({
      path: `constitution.waivers.W-001.${key}`,
      value,
    }));
    expect(waiversIn(setAnswers(text, settings))).toEqual({ 'W-001': waiver });
    expect(waiversIn(setAnswers(text, settings.slice(1)))).toMatchObject([{ code: 'answer-required' }]);
  });

  it('is beside another, which is changed without it', () => {
    const one = setAnswer(text, 'constitution.waivers.W-001', whole);
    if ('findings' in one) throw new Error('refused');
    const two = setAnswer(one.text, 'constitution.waivers.W-002', whole.replace('dev', 'test'));
    if ('findings' in two) throw new Error('refused');
    const longer = setAnswer(two.text, 'constitution.waivers.W-001.until', '2027-04-30');
    expect(waiversIn(longer)).toEqual({
      'W-001': { ...waiver, until: '2027-04-30' },
      'W-002': { ...waiver, environments: ['test'] },
    });
    expect(waiversIn(setAnswer(two.text, 'constitution.waivers.W-002.resources.+', 'vm-*'))).toMatchObject({
      'W-002': { resources: ['vm-*'] },
    });
  });

  it('is written down again as it was', () => {
    const answers = {
      ...start,
      constitution: { ...start.constitution, waivers: { 'W-001': waiver, 'W-010': waiver } },
    };
    expect(parseAnswers(writeAnswers(answers))).toEqual({ answers });
  });

  it.each<[string, string, string, string, string]>([
    ['a rule that is none', 'W-001', whole.replace('SEC-010', 'sec-010'), 'waiver-rule', 'Did you mean SEC-010?'],
    ['an environment that is none', 'W-001', whole.replace('dev', 'prd'), 'environment-unknown', 'Did you mean prod?'],
    ['no end', 'W-001', whole.replace(', until: 2027-03-31', ''), 'answer-required', 'until'],
    ['no reason', 'W-001', whole.replace('Not yet', '""'), 'answer-invalid', 'must not be empty'],
    ['nobody', 'W-001', whole.replace('platform-team', '" "'), 'answer-invalid', 'space'],
    [
      'a day that is none',
      'W-001',
      whole.replace('2027-03-31', '2027-02-30'),
      'day-unknown',
      "Did you mean '2027-02-28'?",
    ],
    ['no resources', 'W-001', whole.replace('environments: [dev]', 'resources: []'), 'answer-invalid', '1 entry'],
    ['an id of another form', 'first', whole, 'key-invalid', 'W-001'],
    ['a word too many', 'W-001', whole.replace('reason:', 'raeson:'), 'key-unknown', 'Did you mean reason?'],
    ['a reason of two lines', 'W-001', whole.replace('Not yet', '"Not\\nyet"'), 'text-unseen', 'one line'],
    ['a secret', 'W-001', whole.replace('Not yet', `"sig=${'k'.repeat(43)}%3D&sv=2024-01-01"`), 'secret-refused', ''],
  ])('is refused with %s', (_, id, value, code, said) => {
    const changed = setAnswer(text, `constitution.waivers.${id}`, value);
    const findings = 'findings' in changed ? changed.findings : [];
    const found = findings.find((one) => one.code === code);
    expect(findings.map((one) => one.code)).toContain(code);
    const { message, remedy } = prose(found as never);
    expect(`${message} ${remedy}`).toContain(said);
  });

  it('is reported as it is meant where a word is misspelled', () => {
    const changed = setAnswer(text, 'constitution.waivers.W-001.resaon', 'Not yet');
    expect('findings' in changed && changed.findings).toMatchObject([
      { code: 'path-unknown', args: { nearest: 'constitution.waivers.W-001.reason' } },
    ]);
  });

  it('is of all environments, so it is not set in one', () => {
    expect(waiversIn(setAnswer(text, 'constitution.waivers.W-001', whole, { environment: 'dev' }))).toMatchObject([
      { code: 'path-shared' },
    ]);
  });
});

it.each([
  ['2026-11-25', '2026-11-25', 0],
  ['2026-11-25', '2026-12-25', 30],
  ['2027-02-28', '2027-03-01', 1],
  ['2028-02-28', '2028-03-01', 2],
  ['2100-02-28', '2100-03-01', 1],
  ['2000-01-01', '2001-01-01', 366],
  ['2026-12-31', '2026-01-01', -364],
])('days from %s to %s: %i', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});
