import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataStore } from '../../avm-catalog/blueprints/data-store/blueprint.ts';
import { startAnswers } from '../../src/answers/start.ts';
import { updated } from '../../src/answers/update.ts';
import { writeAnswers } from '../../src/answers/write.ts';
import {
  after,
  anyOperation,
  componentOf,
  componentsOf,
  copying,
  generatedOf,
  removing,
  removingEnvironment,
  renaming,
  type Operation,
} from '../support/operations.ts';

const start = writeAnswers(startAnswers({ name: 'records' }, dataStore));
const compact = `version: 1
blueprint: data-store@1.0.0
workload: {name: payroll-of-all, description: Payroll}
tags: {owner: a, costCenter: "1", application: b}
spec: {alerts: {enabled: true, emails: [ops@example.com]}}
environments:
  dev: {network: {addressSpace: 10.20.0.0/22}}   # small
  test:
    network: {addressSpace: 10.20.4.0/22}
    # as prod
  prod: {network: {addressSpace: 10.20.8.0/22}}
defaultEnvironment: dev # for now`;
const texts = fc.constantFrom(start, start.replace('version: 2', 'version: 1'), compact);

const done = (text: string, all: readonly Operation[]): string => all.reduce(after, text);

/** All that is generated but for avm.yaml, in whose text the order is that of a person, and what says where in it a line is. */
function filesOf(text: string): ReadonlyMap<string, string> {
  const { files, findings } = generatedOf(text);
  if (!files) throw new Error(JSON.stringify(findings));
  const others = files.filter(({ path }) => path !== 'avm.yaml');
  return new Map(others.map((file) => [file.path, file.text]));
}

describe('whatever commands are run, one after the other', () => {
  it('leave a workspace that can be planned, with names of its own for each resource, in any casing', () => {
    let changed = 0;
    fc.assert(
      fc.property(texts, fc.array(anyOperation, { minLength: 1, maxLength: 8 }), (text, all) => {
        const result = done(text, all);
        if (result !== text) changed += 1;
        const { plan, findings } = generatedOf(result);
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        for (const environment of plan?.environments ?? []) {
          const names = plan?.names.map(({ type, values }) => `${type} ${values[environment]?.toLowerCase()}`) ?? [];
          expect(new Set(names).size).toBe(names.length);
          expect(names.length).toBeGreaterThan(3);
        }
      }),
      { numRuns: 25 },
    );
    expect(changed).toBeGreaterThan(12);
  });

  it('come to the same bytes in whatever order, where they are about different names', () => {
    const groups = componentsOf(['dev', 'prod']).chain((components) => {
      const all = [...components, [copying('test', 'uat', '10.99.0.0/22')]];
      const shuffled = fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
      return fc.tuple(fc.constant(all), shuffled);
    });
    fc.assert(
      fc.property(texts, groups, (text, [one, other]) => {
        const [first, second] = [one, other].map((order) => done(text, order.flat()));
        expect(filesOf(second ?? '')).toEqual(filesOf(first ?? ''));
      }),
      { numRuns: 10 },
    );
  });

  it('mean the same in version 1 and once it is updated', () => {
    const first = start.replace('version: 2', 'version: 1');
    fc.assert(
      fc.property(fc.array(anyOperation, { minLength: 1, maxLength: 6 }), (all) => {
        const old = done(first, all);
        const now = updated(old);
        const bicep = (text: string) => [...filesOf(text)].filter(([path]) => /\.bicep(param)?$/.test(path));
        expect('text' in now && bicep(now.text)).toEqual(bicep(old));
        expect(bicep(done(start, all))).toEqual(bicep(old));
      }),
      { numRuns: 10 },
    );
  });

  it('leave avm.yaml as it was, byte for byte, once what was added is removed, or has its name back', () => {
    const more = fc
      .constantFrom('dev', 'test', 'prod')
      .chain((from) => fc.tuple(fc.constant(copying(from, 'uat')), componentOf('extra', ['dev', 'test', 'prod'])));
    fc.assert(
      fc.property(texts, fc.array(anyOperation, { maxLength: 4 }), more, (text, all, [copy, component]) => {
        const before = done(text, all);
        expect(done(before, [...component, removing('extra')])).toBe(before);
        if (/^ {2}uat:/m.test(before)) return;
        expect(done(before, [copy, removingEnvironment('uat')])).toBe(before);
        const [first = ''] = generatedOf(before).plan?.environments ?? [];
        expect(done(before, [renaming(first, 'zz9'), renaming('zz9', first)])).toBe(before);
      }),
      { numRuns: 15 },
    );
  });

  it('leave avm.yaml as it is where there is nothing to remove', () => {
    for (const text of [start, compact])
      for (const nothing of [removing('extra'), removingEnvironment('uat')]) expect(after(text, nothing)).toBe(text);
  });
});
