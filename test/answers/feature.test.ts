import { describe, expect, it } from 'vitest';
import { nextSpecNumber, specFolder } from '../../src/answers/feature.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { startAnswers } from '../../src/answers/start.ts';
import { writeAnswers } from '../../src/answers/write.ts';

describe('the number of a spec', () => {
  it.each([
    ['no other spec', [], 1],
    ['one spec', ['001-login'], 2],
    ['a gap, which stays', ['001-login', '007-export'], 8],
    ['specs in any order', ['010-b', '002-a'], 11],
    ['two specs of one number', ['004-a', '004-b'], 5],
    ['the last one of three digits', ['999-last'], 1000],
    ['four digits', ['1000-more'], 1001],
    ['names that are no specs', ['drafts', '01-short', '12', '003', '003-', 'a-004-b', '.hidden'], 1],
    ['a folder named after a time', ['20260319-143022-login'], 1],
  ])('follows %s', (_, folders, next) => {
    expect(nextSpecNumber(folders)).toBe(next);
  });

  it('is part of the folder, with three digits or more', () => {
    const folder = (specNumber?: number): string => specFolder({ name: 'demo', description: 'd', specNumber });
    expect([folder(), folder(1), folder(12), folder(1000)]).toEqual([
      'specs/001-demo',
      'specs/001-demo',
      'specs/012-demo',
      'specs/1000-demo',
    ]);
  });

  it.each([0, -1, 1.5, 100_000, '"002"'])('%s is refused at its place', (specNumber) => {
    const text = writeAnswers(startAnswers({ name: 'demo' })).replace(
      /^( +)name: demo$/m,
      `$&\n$1specNumber: ${specNumber}`,
    );
    const result = parseAnswers(text);
    expect('findings' in result && result.findings.map(({ where }) => where.answer)).toEqual(['workload.specNumber']);
  });
});
