import { expect, it } from 'vitest';
import { fileOf, planOf } from '../../plan/support.ts';
import { declarationsOf } from '../../../src/checks/solution/declarations.ts';

const reasons = (text: string) => declarationsOf(text).map(({ name, exception }) => [name, exception]);

it.each(['\n', '\r\n', '\r'])('reads lines that end in %j', (end) => {
  const text = ['\ufeff// Not a module: so.', "resource a 'A.B/c@1' existing = {", '}', 'param b string'].join(end);
  expect(declarationsOf(text)).toMatchObject([
    { kind: 'resource', name: 'a', line: 2, source: 'A.B/c@1', isExisting: true, exception: 'so.' },
    { kind: 'param', name: 'b', line: 4, source: '', isExisting: false, exception: '' },
  ]);
});

it.each([
  ['the nearest comment', '// Not a module: far.\n// Not a module: near.\n// More.\n', 'near.'],
  ['a comment above a directive', '// Not a module: so.\n#disable-next-line BCP081\n', 'so.'],
  ['a comment above a decorator', '// Not a module: so.\n@batchSize(\n  1\n)\n\n', 'so.'],
  ['a comment as templates have it', '// Native resource: so.\n', 'so.'],
  ['a comment of earlier versions', '// No AVM module: so.\n', 'so.'],
  ['no comment of another', '// Not a module: so.\n\n', ''],
  ['no comment without a reason', '// Not a module:\n', ''],
  ['no text', "var x = '''\n// Not a module: so.\n'''\n", ''],
])('takes the reason from %s', (_, above, reason) => {
  expect(reasons(`${above}resource it 'A.B/c@1' = {}`).at(-1)).toEqual(['it', reason]);
});

it('finds the reason of each native resource in a generated template', () => {
  const natives = planOf().resources.filter(({ kind }) => kind === 'native');
  const found = new Map(declarationsOf(fileOf('main.bicep')).map(({ name, exception }) => [name, exception]));
  expect(natives.length).toBeGreaterThan(2);
  for (const { symbol } of natives) expect(found.get(symbol)).toMatch(/^\w/);
});
