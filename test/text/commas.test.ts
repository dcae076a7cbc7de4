import { describe, expect, it } from 'vitest';
import { listed } from '../../src/text/commas.ts';

describe('items in a sentence', () => {
  it.each([
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b, and c'],
    [['a', 'b', 'c', 'd'], 'a, b, c, and d'],
  ])('%j', (names, expected) => {
    const items = listed(names.map((name) => ({ name })));
    expect(items.map(({ name, comma }) => name + comma).join('')).toBe(expected);
  });
});
