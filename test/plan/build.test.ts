import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowsVm } from '../../avm-catalog/blueprints/windows-vm/blueprint.ts';
import { components } from '../../avm-catalog/components/index.ts';
import { Draft } from '../../src/plan/draft.ts';
import { inOrder } from '../../src/plan/order.ts';
import type { PlanModule } from '../../src/plan/plan.ts';
import { references } from '../../src/plan/references.ts';
import { each, item, symbol, variable } from '../../src/bicep/value.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { answersWith, catalog, fileOf, generated, planOf } from './support.ts';

const symbols = (changes: object = {}): string[] => planOf(changes).resources.map((one) => one.symbol);
const off = (key: string): object => ({ [key]: { enabled: false } });

describe('a plan', () => {
  it('places each resource after what it needs', () => {
    const order = symbols();
    for (const one of planOf().resources)
      for (const need of one.dependsOn) expect(order.indexOf(need)).toBeLessThan(order.indexOf(one.symbol));
  });

  it('is the same whatever order the answers are in', () => {
    const reversed = (value: unknown): unknown =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .toReversed()
              .map(([key, inner]) => [key, reversed(inner)]),
          )
        : value;
    const answers = answersWith();
    const changed = { ...answers, spec: reversed(answers.spec), tags: reversed(answers.tags) };
    expect(fileOf('main.bicep', changed)).toBe(fileOf('main.bicep'));
  });

  it('has no trace of a component that is off everywhere', () => {
    const text = fileOf('main.bicep', { spec: { ...off('natGateway'), ...off('backup'), ...off('storageAccount') } });
    expect(text).not.toMatch(/natGateway|recoveryVault|storageSku|storage-account/);
  });

  it('has no component that nothing gave anything to do', () => {
    const off = { spec: { keyVault: { enabled: false }, storageAccount: { enabled: false } } };
    const named = (changes: object) => planOf(changes).components.map(({ name }) => name);
    expect(named({})).toContain('private-dns');
    expect(named(off)).not.toContain('private-dns');
    expect(named(off)).toContain('virtual-network');
    expect(fileOf('README.md', off)).not.toContain('Private DNS zones');
  });

  it('makes a component that is on in some environments conditional, and asks for it in each', () => {
    const plan = planOf({ environments: { dev: off('backup') } });
    expect(plan.parameters.find((one) => one.name === 'deployBackup')?.values).toEqual({
      dev: false,
      test: true,
      prod: true,
    });
    expect(plan.resources.find((one) => one.symbol === 'recoveryVault')?.condition).toMatchObject({
      name: 'deployBackup',
    });
  });

  it('writes a value that no environment changes into the template, and a parameter for one that differs', () => {
    expect(planOf().parameters.map((one) => one.name)).not.toContain('natIdleTimeoutMinutes');
    expect(
      planOf({ environments: { dev: { natGateway: { idleTimeoutMinutes: 10 } } } }).parameters.find(
        (one) => one.name === 'natIdleTimeoutMinutes',
      )?.values,
    ).toEqual({ dev: 10, test: 4, prod: 4 });
  });

  it('has no parameter that nothing uses', () => {
    for (const changes of [{}, { environments: { dev: off('backup') } }, { spec: off('natGateway') }]) {
      const text = fileOf('main.bicep', changes);
      for (const { name } of planOf(changes).parameters)
        expect(text.match(new RegExp(`\\b${name}\\b`, 'g'))?.length, name).toBeGreaterThan(1);
    }
  });

  it('keeps the range of each subnet when another one comes', () => {
    const ranges = (changes: object): unknown =>
      planOf(changes).parameters.find((one) => one.name === 'subnetPrefixes')?.values['dev'];
    const without = ranges({
      spec: { ...off('bastion'), ...off('keyVault'), ...off('storageAccount') },
      constitution: { rules: { 'SEC-004': 'off' } },
    });
    expect(ranges({})).toMatchObject(without as object);
  });

  it('gives every resource a component and at least one id, and every native one the reason it is no module', () => {
    const { resources } = planOf();
    for (const one of resources) {
      expect(components.map((component) => component.name)).toEqual(expect.arrayContaining([...one.components]));
      expect(one.reason.ids.length, one.symbol).toBeGreaterThan(0);
    }
    for (const { exception } of resources.filter((one) => one.kind === 'native')) expect(exception).toMatch(/module/);
  });

  it('uses each name once, for parameters, variables and resources together', () => {
    const everything = {
      spec: {
        loadBalancer: { enabled: true },
        virtualMachine: { dataDisks: [{ name: 'd', lun: 0, sizeGb: 64, type: 'Premium_LRS', caching: 'None' }] },
      },
    };
    const plan = planOf(everything);
    const names = [...plan.parameters, ...plan.variables]
      .map((one) => one.name)
      .concat(plan.resources.map((one) => one.symbol));
    expect(new Set(names).size).toBe(names.length);
  });

  it('gives the outputs that its blueprint promises', () => {
    const given = planOf().outputs.map((one) => one.name);
    expect(given).toContain('virtualMachineId');
    expect(windowsVm.outputs.filter((one) => given.includes(one))).toEqual(given);
  });

  it('declares each module once', () => {
    const modules = planOf()
      .resources.filter((one) => one.kind === 'module')
      .map((one) => one.module);
    expect(new Set(modules).size).toBe(modules.length);
  });

  it('checks what it gives a module against its interface', () => {
    const wrong = generated({ spec: { virtualMachine: { osDisk: { type: 'Premium_LRS' } } } });
    expect(wrong.findings).toEqual([]);
  });
});

describe('a cycle', () => {
  it('is a finding that names the resources', () => {
    const spec = resolve(answersWith());
    const draft = new Draft(spec, catalog, []);
    const resource = (name: string, needs: string): PlanModule => ({
      kind: 'module',
      symbol: name,
      comment: '',
      components: ['x'],
      reason: { ids: [] },
      dependsOn: [],
      module: 'avm/res/x/y',
      version: '1.0.0',
      params: { id: variable('ids', needs) },
    });
    draft.makers.set('a', 'one').set('b', 'two');
    draft.resources.push(resource('one', 'b'), resource('two', 'a'));
    expect(inOrder(draft)).toMatchObject({ finding: { code: 'cycle', args: { path: ['one', 'two', 'one'] } } });
  });
});

describe('references', () => {
  const definitions = {
    variable: (name: string) =>
      name === 'list' ? [{ used: variable('names', 'a'), unused: variable('names', 'b') }] : undefined,
    name: () => 'x',
    id: () => undefined,
  };

  it('follow the properties of an item that are used, and no others', () => {
    const found = references(each('one', variable('list'), item('one', 'used')), definitions);
    expect([...found.names]).toEqual(['a']);
  });

  it('see outputs of other resources', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,8}$/), (name) =>
        references({ deep: [symbol(name, 'outputs', 'id')] }, definitions).symbols.has(name),
      ),
    );
  });
});
