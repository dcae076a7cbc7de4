import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withLines } from '../../src/answers/locate.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { startAnswers } from '../../src/answers/start.ts';
import { writeAnswers } from '../../src/answers/write.ts';
import { withWrittenLines } from '../../src/answers/written.ts';
import type { Finding } from '../../src/findings/finding.ts';

const folder = join(import.meta.dirname, '../cases');
const cases = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory());
const written = [
  ['a new workspace', writeAnswers(startAnswers({ name: 'demo' }))] as const,
  ...cases.map(({ name }) => {
    const parsed = parseAnswers(readFileSync(join(folder, name, 'avm.yaml'), 'utf8'));
    if ('findings' in parsed) throw new Error(`${name} does not parse`);
    return [name, writeAnswers(parsed.answers)] as const;
  }),
];

function pathsOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...pathsOf(inner).map((path) => `${key}.${path}`)]);
}

const about = (answer: string): Finding => ({
  code: 'environment-none',
  severity: 'note',
  where: { file: 'avm.yaml', answer },
  ids: [],
  args: {},
});

test.each(written)('places in avm.yaml of %s are those that YAML has', (_, text) => {
  const parsed = parseAnswers(text);
  if ('findings' in parsed) throw new Error('what is written does not parse');
  const findings = [...pathsOf(parsed.answers), 'spec.no.such'].map(about);
  const placed = withWrittenLines(findings, text).filter(({ where }) => where.line !== undefined);
  expect(placed.length).toBeGreaterThan(50);
  const byAnswer = new Map(withLines(findings, text).map(({ where }) => [where.answer, where]));
  for (const { where } of placed) expect(where, where.answer).toEqual(byAnswer.get(where.answer));
});
