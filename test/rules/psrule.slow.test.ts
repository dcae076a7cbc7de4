import { beforeAll, describe, expect, it } from 'vitest';
import { whyNot } from '../../avm-catalog/constitution/evaluate.ts';
import type { Predicted } from '../../avm-catalog/constitution/estate.ts';
import { translate, type PsRule } from '../../avm-catalog/constitution/psrule/rules.ts';
import type { Spec } from '../../src/resolve/spec.ts';
import { modulesFolder } from '../support/modules.ts';
import { evaluate, nest } from '../support/psrule.ts';
import { readCase } from '../cases/cases.ts';
import { isMissing } from '../support/tools.ts';
import { hubMutations } from './hub-mutations.ts';
import type { Mutation } from './mutation.ts';
import { mutations } from './mutations.ts';
import { predict, type Prediction } from './predict.ts';
import { Resources, violations } from './resources.ts';

const modules = modulesFolder();
const vm = 'Microsoft.Compute/virtualMachines';
const system = 'properties.storageProfile.osDisk.managedDisk.diskEncryptionSet';
const encrypted = {
  id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/disks/disk',
  type: 'Microsoft.Compute/disks',
  name: 'disk',
  properties: { encryption: { diskEncryptionSetId: '/set' } },
};
const account = 'Microsoft.Storage/storageAccounts';
const encrypt = (r: Resources): void =>
  r.set(account, '', 'properties.encryption', {
    keySource: 'Microsoft.Keyvault',
    keyvaultproperties: { keyname: 'k' },
  });

/** Names of the rules of PSRule that an environment breaks. */
function broken(rules: readonly PsRule[], resources: readonly Predicted[]): readonly string[] {
  const targets = nest(resources);
  return rules
    .filter((one) => targets.some((target) => evaluate(documentOf(one), target) === false))
    .map(({ name }) => name);
}

function documentOf({ name, types, where, condition }: PsRule) {
  return {
    metadata: { name },
    spec: JSON.parse(
      JSON.stringify({ ...(types.length > 0 ? { type: types } : {}), ...(where ? { where } : {}), condition }),
    ),
  };
}

const translated = (spec: Spec) => translate(spec.rules, spec.views, true).filter(({ rules }) => rules.length > 0);

describe.skipIf(modules === null || isMissing('bicep'))('rules of PSRule judge as ours do', () => {
  const predictions = new Map<string, Prediction>();
  const places = [
    ['everything-on', 'prod'],
    ['everything-on', 'dev'],
    ['defaults', 'prod'],
    ['hub-and-spoke', 'prod'],
    ['data-store', 'prod'],
  ] as const;
  const given = (name: string, environment: string) => predictions.get(`${name}/${environment}`) as Prediction;

  beforeAll(async () => {
    for (const [name, environment] of places)
      predictions.set(`${name}/${environment}`, await predict(name, environment, modules ?? ''));
  });

  it.each(places)('in %s, %s', (name, environment) => {
    const { spec, snapshot } = given(name, environment);
    const all = translated(spec);
    expect(all.length).toBeGreaterThan(15);
    for (const { rule, rules } of all) {
      const { id } = rule.definition;
      const view = spec.views.find((one) => one.environment === environment);
      const isFor = view !== undefined && whyNot(rule, view) === undefined;
      const own = isFor ? violations(id, snapshot.resources, spec, environment).filter(({ untold }) => !untold) : [];
      expect(broken(rules, snapshot.resources).length > 0, id).toBe(own.length > 0);
    }
  });

  /** Production, unless the rule is for other environments. */
  const placeOf = (name: string, id: string): string => {
    const { spec } = readCase(name).generated;
    const rule = spec.rules.find(({ definition }) => definition.id === id);
    const isFor = (environment: string): boolean =>
      spec.views.some((view) => view.environment === environment && rule !== undefined && !whyNot(rule, view));
    return isFor('prod') ? 'prod' : 'dev';
  };
  const changed = [
    ...mutations.map((one) => ['everything-on', ...one] as const),
    ...hubMutations.map((one) => ['hub-and-spoke', ...one] as const),
    ['defaults', 'SEC-009', 'a system disk with a key', (r) => r.set(vm, '', system, { id: '/set' }), vm] as const,
    ['defaults', 'SEC-009', 'a disk with a key', (r) => r.add(encrypted), encrypted.type] as const,
    ['defaults', 'SEC-009', 'an account with a key', encrypt, account] as const,
  ] satisfies readonly (readonly [string, ...Mutation])[];
  const expressed = changed.filter(([name, id]) =>
    translated(readCase(name).generated.spec).some(({ rule }) => rule.definition.id === id),
  );
  it('has what breaks each of them', () => {
    const ids = new Set(expressed.map(([, id]) => id));
    const all = ['everything-on', 'defaults'].flatMap((name) => translated(readCase(name).generated.spec));
    expect(all.map(({ rule }) => rule.definition.id).filter((id) => !ids.has(id))).toEqual([]);
  });

  it.each(expressed)('in %s, %s: %s', (name, id, _, mutate) => {
    const at = placeOf(name, id);
    const { spec, snapshot } = given(name, at);
    const rules = translated(spec).find(({ rule }) => rule.definition.id === id)?.rules ?? [];
    expect(broken(rules, snapshot.resources)).toEqual([]);
    const resources = new Resources(snapshot.resources);
    mutate(resources);
    expect(violations(id, resources.list, spec, at).some(({ untold }) => !untold)).toBe(true);
    expect(broken(rules, resources.list)).not.toEqual([]);
  });
});
