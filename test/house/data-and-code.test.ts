import { expect, it } from 'vitest';
import { linesWith, sources } from './sources.ts';

it('expressions are made by the functions of src/bicep/value.ts alone', () => {
  expect(sources.size).toBeGreaterThan(300);
  expect(linesWith(/\$: ['"`]/, ['src/bicep/value.ts']).filter((line) => !line.includes('Extract<'))).toEqual([]);
});
