import { describe, expect, it } from 'vitest';
import { benchmarks } from '../../avm-catalog/constitution/benchmarks.ts';
import type { ControlIds, Controls } from '../../avm-catalog/constitution/category.ts';
import { controlsOf } from '../../avm-catalog/constitution/rule.ts';
import { ruleDefinition, rules } from '../../avm-catalog/constitution/rules/index.ts';
import { assigned } from './initiatives.ts';

const shapes: Readonly<Record<keyof Controls, RegExp>> = {
  mcsb: /^(?:NS|IM|PA|DP|AM|LT|IR|PV|ES|BR|DS|GS)-\d{1,2}$/,
  cis2: /^\d{1,2}(?:\.\d{1,2}){1,3}$/,
  cis3: /^\d{1,2}(?:\.\d{1,2}){1,3}$/,
};

/** Parameters other than the defaults, for rules whose controls depend on them. */
const stricter: Readonly<Record<string, object>> = {
  'SEC-009': { mode: 'required' },
  'OPS-018': { mode: 'required', days: 90 },
};

function controls(id: string, parameters?: object): ControlIds {
  const definition = ruleDefinition(id);
  if (!definition) throw new Error(`no rule ${id}`);
  return controlsOf({ definition, parameters: parameters ?? definition.parameters.defaults });
}

const mapped = rules.map(({ id }) => ({ id, has: controls(id, stricter[id]) }));

describe.each(benchmarks)('$title', ({ key, controls: listed, sources }) => {
  it('lists each control with an ID of its form and a title, and no other control than those that rules name', () => {
    const ids = Object.keys(listed);
    expect(ids.filter((id) => !shapes[key].test(id))).toEqual([]);
    expect(Object.values(listed).filter((title) => !/^[A-Z].*[^.]$/.test(title))).toEqual([]);
    expect(new Set(mapped.flatMap(({ has }) => has[key] ?? []))).toEqual(new Set(ids));
  });

  it('is named by rules once for each control', () => {
    for (const { id, has } of mapped) {
      const ids = has[key] ?? [];
      expect([...new Set(ids)], id).toEqual(ids);
    }
  });

  it('names its sources', () => {
    expect(sources.length).toBeGreaterThan(0);
    for (const { title, url } of sources) expect(`${title} ${url}`).toMatch(/^\S.* https:\/\/\S+$/);
  });
});

/** What an initiative assigns to the definition of a rule, and the control does not require. */
const departures = [
  // The container with activity logs, which no workspace deploys.
  'SEC-015 cis2 5.1.3',
  'SEC-009 cis3 6.1.3',
  // Public network access of storage accounts; 4.17 is about anonymous access.
  'SEC-015 cis3 4.6',
  // Access to the backups themselves.
  'OPS-005 mcsb BR-2',
];

it('leaves out no control that an initiative assigns to the definition of a rule, but for those that require something else', () => {
  const missing = rules.flatMap(({ id, elsewhere }) =>
    (elsewhere?.policy ?? []).flatMap((name) =>
      Object.entries(assigned[name] ?? {}).flatMap(([key, ids]) => {
        const has: readonly string[] = controls(id, stricter[id])[key as keyof Controls] ?? [];
        return ids.filter((one) => !has.includes(one)).map((one) => `${id} ${key} ${one}`);
      }),
    ),
  );
  expect(missing.toSorted()).toEqual(departures.toSorted());
});

it('names customer-managed keys, flow logs, and the logs of storage only where the parameters require them', () => {
  expect(controls('SEC-009', { mode: 'off' })).toEqual({});
  expect(controls('SEC-009', { mode: 'optional' })).toEqual({});
  expect(controls('SEC-009', { mode: 'required' }).cis2).toContain('3.12');
  expect(controls('OPS-018', { mode: 'optional', days: 90 })).toEqual({});
  expect(controls('OPS-018', { mode: 'required', days: 90 })).toEqual({ mcsb: ['LT-4'] });
  expect(controls('OPS-002', { storageLogs: 'all' }).cis2).toContain('3.13');
  expect(controls('OPS-002', { storageLogs: 'changes' })).toEqual({ mcsb: ['LT-3'], cis2: ['5.1.5'], cis3: ['6.1.4'] });
});
