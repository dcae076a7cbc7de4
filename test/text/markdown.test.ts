import { expect, test } from 'vitest';
import { code, md } from '../../src/text/markdown.ts';

test('what comes into Markdown is escaped, what is Markdown already is not', () => {
  expect(String(md`In ${'*prod* | <b>'}, ${code('a|b`c')}: ${3}`)).toBe(
    `In \\*prod\\* \\| \\<b>, ${String(code('a|b`c'))}: 3`,
  );
  expect(String(md`${md`a **b** ${'_c_'}`} d`)).toBe('a **b** \\_c\\_ d');
});

test('text of a person is not taken for Markdown, whatever it is', () => {
  // @ts-expect-error an object that looks like one
  expect(String(md`${{ toString: () => '**a**' }}`)).toBe('\\*\\*a\\*\\*');
});
