import { expect, it } from 'vitest';
import { defects } from './published-defects.ts';

/** Of comments and of ids: `avm analyze` finds them (test/analysis/analyze.test.ts). */
const analysed = [26, 27];

it('every published defect is put into a workspace', () => {
  const checked = defects.flatMap(({ number }) => number.split(', ').map(Number));
  const all = [...new Set([...checked, ...analysed])].toSorted((one, other) => one - other);
  expect(all).toEqual(Array.from({ length: 28 }, (_, index) => index + 1));
});
