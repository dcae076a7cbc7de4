import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { GeneratedFile } from '../../src/files/file-set.ts';
import { generate } from '../../src/files/generate.ts';
import { cases, readCase, textOfCase } from '../cases/cases.ts';
import { catalog, fileOf } from '../plan/support.ts';
import { anyAnswers } from '../support/any-answers.ts';

/** Characters that are neither ASCII nor in what a person wrote. */
function foreignIn(files: readonly Pick<GeneratedFile, 'path' | 'text'>[], answers: string): readonly string[] {
  const given = new Set(answers);
  return files
    .filter(({ path }) => /\.bicep(param)?$|^bicepconfig\.json$/.test(path))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .filter((line) => [...line].some((one) => one > '\u007f' && !given.has(one)))
        .map((line) => `${path}: ${line}`),
    );
}

it.each(cases)('Bicep of %s is ASCII', (name) => {
  const { files = [] } = readCase(name).generated;
  expect(files.length).toBeGreaterThan(5);
  expect(foreignIn(files, textOfCase(name))).toEqual([]);
});

it('Bicep of any answers is ASCII, except for what a person wrote', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const { files = [] } = generate(answers, '', catalog);
      expect(foreignIn(files, JSON.stringify(answers))).toEqual([]);
    }),
    { numRuns: 40, seed: 7 },
  );
});

it('keeps what a person wrote', () => {
  const description = 'Löhne und Gehälter';
  const text = fileOf('main.bicep', { workload: { name: 'payroll', description } });
  expect(text).toContain(`metadata description = '${description}'`);
  expect(foreignIn([{ path: 'main.bicep', text }], description)).toEqual([]);
  expect(foreignIn([{ path: 'main.bicep', text }], '')).toEqual([
    `main.bicep: metadata description = '${description}'`,
  ]);
});
