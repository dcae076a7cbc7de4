import { beforeAll, describe, expect, it } from 'vitest';
import { supportsTags } from '../../avm-catalog/azure/taggable.ts';
import { whyNot } from '../../avm-catalog/constitution/evaluate.ts';
import { heldAt, type Rule } from '../../avm-catalog/constitution/rule.ts';
import { rules } from '../../avm-catalog/constitution/rules/index.ts';
import { rulesOn } from '../support/counts.ts';
import { modulesFolder } from '../support/modules.ts';
import { hubMutations } from './hub-mutations.ts';
import { mutations } from './mutations.ts';
import { predict, type Prediction } from './predict.ts';
import { brokenTypes, Resources, violations } from './resources.ts';
import { isMissing } from '../support/tools.ts';

const modules = modulesFolder();
/** The one environment that all rules look at: those of resilience are for production alone. */
const environment = 'prod';

/** Rules that are for another environment than production. */
const ofDevelopment = ['CST-005'];

/** Held over main.bicep, not over resources: test/rules/solution.test.ts breaks them. */
const unchecked = rules.filter((rule) => !heldAt(rule).resources).map(({ id }) => id);

describe.skipIf(modules === null || isMissing('bicep'))(
  'rules over the resources that the real modules would make',
  () => {
    const predictions = new Map<string, Prediction>();
    const given = (name: string, of = environment): Prediction => predictions.get(`${name}/${of}`) as Prediction;

    beforeAll(async () => {
      for (const name of ['everything-on', 'defaults', 'hub-and-spoke'])
        predictions.set(`${name}/${environment}`, await predict(name, environment, modules ?? ''));
      predictions.set('everything-on/dev', await predict('everything-on', 'dev', modules ?? ''));
    });

    it.each(['everything-on', 'defaults'])('find nothing in %s', (name) => {
      const { spec, snapshot } = given(name);
      const isFor = (rule: Rule): boolean =>
        spec.views.some((view) => view.environment === environment && whyNot(rule, view) === undefined);
      const enabled = spec.rules.filter(({ level }) => level !== 'off');
      expect(enabled.length).toBeGreaterThanOrEqual(rulesOn);
      const on = enabled.filter(isFor).map(({ definition }) => definition);
      // The defaults have no address that alerts go to, and say so.
      const told = name === 'defaults' ? ['OPS-017'] : [];
      for (const { id } of on.filter((one) => !told.includes(one.id)))
        expect(violations(id, snapshot.resources, spec, environment), id).toEqual([]);
      for (const id of told) expect(violations(id, snapshot.resources, spec, environment), id).toHaveLength(1);
    });

    it('know of every type whether it takes tags', () => {
      const types = new Set(given('everything-on').snapshot.resources.map((one) => one.type));
      expect([...types].filter((type) => supportsTags(type) === undefined)).toEqual([]);
    });

    const changed = [
      ...mutations.map((one) => ['everything-on', ...one] as const),
      ...hubMutations.map((one) => ['hub-and-spoke', ...one] as const),
    ];
    it.each(changed)('in %s, %s: %s', (name, id, _, mutate, type) => {
      const at = ofDevelopment.includes(id) ? 'dev' : environment;
      const { spec, snapshot } = given(name, at);
      expect(violations(id, snapshot.resources, spec, at)).toEqual([]);
      const broken = new Resources(snapshot.resources);
      mutate(broken);
      const found = violations(id, broken.list, spec, at);
      const types = brokenTypes(found, broken.list);
      expect(types.map((one) => one.slice(-type.length || undefined))).toContain(type);
      for (const { what, instead } of found) expect([what, instead].every((text) => text !== '')).toBe(true);
    });

    it('are all broken by something', () => {
      const broken = new Set([...mutations, ...hubMutations].map(([id]) => id));
      expect(rules.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual(unchecked);
    });
  },
);
