import { beforeAll, describe, expect, it } from 'vitest';
import { supportsTags } from '../../avm-catalog/azure/taggable.ts';
import { rules } from '../../avm-catalog/rules/index.ts';
import { modulesFolder } from '../support/modules.ts';
import { mutations } from './mutations.ts';
import { predict, type Prediction } from './predict.ts';
import { brokenTypes, Resources, violations } from './resources.ts';

const modules = modulesFolder();
/** The one environment that all rules look at: those of resilience are for production alone. */
const environment = 'prod';

/** Without a check over resources: they are held by what is generated, or by the plan. */
const unchecked = ['ARC-001', 'ARC-002', 'ARC-003', 'NAM-001', 'NAM-002', 'TST-003'];

describe.skipIf(modules === null)('rules over the resources that the real modules would make', () => {
  const predictions = new Map<string, Prediction>();
  const given = (name: string): Prediction => predictions.get(name) as Prediction;

  beforeAll(async () => {
    for (const name of ['everything-on', 'defaults'])
      predictions.set(name, await predict(name, environment, modules ?? ''));
  });

  it.each(['everything-on', 'defaults'])('find nothing in %s', (name) => {
    const { spec, snapshot } = given(name);
    for (const { id } of rules) expect(violations(id, snapshot.resources, spec, environment), id).toEqual([]);
  });

  it('know of every type whether it takes tags', () => {
    const types = new Set(given('everything-on').snapshot.resources.map((one) => one.type));
    expect([...types].filter((type) => supportsTags(type) === undefined)).toEqual([]);
  });

  it.each(mutations)('%s: %s', (id, _, mutate, type) => {
    const { spec, snapshot } = given('everything-on');
    const broken = new Resources(snapshot.resources);
    mutate(broken);
    const found = violations(id, broken.list, spec, environment);
    const types = brokenTypes(found, broken.list);
    expect(types.map((one) => one.slice(-type.length || undefined))).toContain(type);
    for (const { what, instead } of found) expect([what, instead].every((text) => text !== '')).toBe(true);
  });

  it('are all broken by something', () => {
    const broken = new Set(mutations.map(([id]) => id));
    expect(rules.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual(unchecked);
  });
});
