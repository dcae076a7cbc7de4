import { expect, test } from 'vitest';
import { nearest } from '../../src/findings/nearest.ts';

test.each([
  ['nme', ['name', 'tags'], 'name'],
  ['Kind', ['kind'], 'kind'],
  ['adressPrefixes', ['addressPrefix', 'addressPrefixes'], 'addressPrefixes'],
  ['zone', ['availabilityZone'], undefined],
  ['', ['name'], undefined],
  ['', ['id'], undefined],
  ['xy', ['id'], undefined],
  ['ld', ['id'], 'id'],
  ['name', [], undefined],
])('%j of %j is %j', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});
