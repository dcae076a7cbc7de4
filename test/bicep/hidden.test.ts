import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bicepWords } from '../../src/bicep/hidden.ts';
import { Scanner } from '../../src/bicep/scan.ts';
import { cases, casesFolder } from '../cases/cases.ts';

const files = cases
  .map((name) => join(casesFolder, name, 'expected', 'files', 'main.bicep'))
  .filter((file) => existsSync(file));

it('every function and decorator of the generated files is a word that hides something, or one of their own', () => {
  const own = new Set<string>();
  const called = new Set<string>();
  for (const file of files) {
    const scanner = new Scanner();
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const code = scanner.code(line);
      const imported = /^ {2}(\w+)$|^import \{ (.+?) \}/.exec(code);
      for (const name of (imported?.[1] ?? imported?.[2] ?? '').split(', ')) own.add(name);
      for (const [, name = ''] of code.matchAll(/(?<![\w.])([A-Za-z]\w*)\(/g)) called.add(name);
    }
  }
  expect(files.length).toBeGreaterThan(5);
  expect([...called]).toContain('resourceId');
  expect([...called]).toContain('description');
  expect([...called].filter((name) => !bicepWords.has(name) && !own.has(name))).toEqual([]);
});
