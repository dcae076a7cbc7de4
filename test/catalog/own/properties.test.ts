import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Estate } from '../../../avm-catalog/constitution/estate.ts';
import { like } from '../../../avm-catalog/constitution/custom/compare.ts';
import { judge, onResource } from '../../../avm-catalog/constitution/custom/judge.ts';
import { follow, parsePath } from '../../../avm-catalog/constitution/custom/path.ts';
import { ownRule } from '../../../avm-catalog/constitution/custom/rule.ts';
import { opposite } from '../../../avm-catalog/constitution/custom/verdict.ts';
import { conditionText } from '../../../avm-catalog/constitution/custom/words.ts';
import { resolve } from '../../../src/resolve/resolve.ts';
import { answersWith } from '../../plan/support.ts';
import { anyCondition, anyResource } from './any-condition.ts';
import { usual } from './support.ts';

const around = { view: resolve(answersWith()).views[0], today: '2026-06-01' };
const estates = fc.array(anyResource, { minLength: 1, maxLength: 6 }).map((resources) => new Estate(resources));

it('any condition gives a verdict over any JSON, with evidence of one line', () => {
  fc.assert(
    fc.property(anyCondition, estates, (condition, estate) => {
      for (const one of estate.resources) {
        const { verdict, facts } = judge(condition, onResource(one, estate, around));
        expect([true, false, 'unknown']).toContain(verdict);
        for (const said of facts()) expect(said).toMatch(/^[^\n\r\u2028\u001b]*$/);
      }
    }),
    { numRuns: 800 },
  );
});

it('not, none and all are what they are called, also of what is not told', () => {
  fc.assert(
    fc.property(anyCondition, anyCondition, estates, (left, right, estate) => {
      const on = onResource(estate.resources[0]!, estate);
      const of = (condition: Parameters<typeof judge>[0]): unknown => judge(condition, on).verdict;
      expect(of({ not: { not: left } })).toBe(of(left));
      expect(of({ not: left })).toBe(opposite(judge(left, on).verdict));
      expect(of({ none: [left, right] })).toBe(of({ not: { any: [left, right] } }));
      expect(of({ not: { all: [left, right] } })).toBe(of({ any: [{ not: left }, { not: right }] }));
    }),
    { numRuns: 400 },
  );
});

it('a rule of any conditions is checked, told in words, and its paths are looked for', () => {
  fc.assert(
    fc.property(anyCondition, anyCondition, estates, (where, must, estate) => {
      const rule = ownRule('ORG-001', { ...usual, resources: { type: '*', where }, must, count: { atMost: 2 } });
      const view = { environment: 'dev' } as Parameters<typeof rule.check>[2];
      for (const { what } of rule.check(estate, {}, view)) expect(typeof what).toBe('string');
      for (const { path } of rule.own?.ofResources?.deadPaths([estate]) ?? []) expect(path).not.toBe('');
      expect(conditionText(must)).not.toContain('undefined');
    }),
    { numRuns: 400 },
  );
});

it('a pattern of * fits as a regular expression would, and a long one ends', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*'), maxLength: 12 });
  fc.assert(
    fc.property(letters, letters, (text, pattern) => {
      const parts = pattern.split('*').map((part) => part.replaceAll('.', '\\.'));
      expect(like(text, pattern)).toBe(new RegExp(`^${parts.join('.*')}$`).test(text));
    }),
    { numRuns: 2000 },
  );
  expect(like('a'.repeat(10_000), `${'*a'.repeat(150)}*b`)).toBe(false);
});

it('any text is a path or none, and a path is followed through any JSON', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '.', '[', ']', '*', "'", '0', ' ') }),
      fc.jsonValue(),
      (text, value) => {
        const steps = parsePath(text) ?? [];
        const isMany = steps.some((one) => one.kind === 'each');
        expect(follow({ value, at: '' }, text).length).toBeGreaterThanOrEqual(isMany ? 0 : 1);
      },
    ),
    { numRuns: 2000 },
  );
});

it.each([
  '',
  '.',
  'a.',
  '.a',
  'a..b',
  'a b',
  'a[',
  'a[]',
  'a[x]',
  'a[*',
  '[*]',
  '[0].a',
  "a['']",
  'a*',
  'a.*',
  "a['b",
  'a[-1]',
])("'%s' is not a path", (text) => {
  expect(parsePath(text)).toBeUndefined();
});
