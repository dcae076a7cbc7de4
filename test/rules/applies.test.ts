import { describe, expect, it } from 'vitest';
import { evaluate, whyNot } from '../../avm-catalog/constitution/evaluate.ts';
import { heldAt } from '../../avm-catalog/constitution/rule.ts';
import { rules } from '../../avm-catalog/constitution/rules/index.ts';
import { isProduction } from '../../avm-catalog/kernel/production.ts';
import { startAnswers } from '../../src/answers/start.ts';
import { windowsVm } from '../../avm-catalog/blueprints/windows-vm/blueprint.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { ruleStates, settingsStates } from '../../src/resolve/states.ts';
import { answersWith, findingsOf, generated } from '../plan/support.ts';

const spec = resolve(answersWith());
/** With what the default workspace lacks: a hub with a firewall, and flow logs. */
const spoke = resolve(
  answersWith({
    spec: {
      network: { topology: 'hub', hub: { firewallAddress: '10.0.2.4' } },
      natGateway: { enabled: false },
      flowLogs: { enabled: true },
    },
  }),
);
const prod = spec.views.find(({ environment }) => environment === 'prod');
const elsewhere = {
  id: '/subscriptions/s/x/providers/Microsoft.Example/things/a',
  type: 'Microsoft.Example/things',
  name: 'a',
};
/** About an environment as a whole, and about whatever is deployed, also of a type that the catalog does not know. */
const anything = new Set(['OPS-001', 'OPS-002', 'SEC-012', 'SEC-035', 'NAM-003', 'TAG-001']);

describe('a rule with nothing to evaluate', () => {
  const checked = spec.rules.filter(
    ({ definition, level }) => level !== 'off' && heldAt(definition).resources && !anything.has(definition.id),
  );

  it.each(checked.map((rule) => [rule.definition.id, rule] as const))(
    '%s is Not applicable, and says why',
    (_, rule) => {
      const view = [...spoke.views, ...spec.views].findLast((one) => whyNot(rule, one) === undefined);
      if (!view) throw new Error('no environment');
      expect(evaluate(rule, [elsewhere], view)).toMatchObject({
        evaluated: [],
        violations: [],
        because: expect.stringMatching(/^there’s no \w/) as string,
      });
      const evaluations = [evaluate(rule, [elsewhere], view)].flatMap((one) => one ?? []);
      const [state] = ruleStates(
        { ...spec, rules: [{ ...rule, level: 'must' }] },
        { environments: [view.environment], findings: [], inspected: true, evaluations },
      );
      expect(state?.state).toBe(heldAt(rule.definition).template ? 'Compliant' : 'Not applicable');
    },
  );

  it('is never Compliant by a check that read nothing', () => {
    const blind = { ...rules.find(({ id }) => id === 'SEC-010'), check: () => [] } as (typeof rules)[number];
    const rule = { definition: blind, level: 'must' as const, parameters: {} };
    const vm = { ...elsewhere, type: 'Microsoft.Compute/virtualMachines' };
    if (!prod) throw new Error('no prod');
    const evaluations = [evaluate(rule, [vm], prod)].flatMap((one) => one ?? []);
    const [state] = ruleStates(
      { ...spec, rules: [rule] },
      { environments: ['prod'], findings: [], inspected: true, evaluations },
    );
    expect(state?.state).toBe('Not evaluated');
  });
});

describe('environments that a rule names', () => {
  const { dev, prod: like } = windowsVm.environments;
  const liveOnly = { ...answersWith(), environments: { dev: dev ?? {}, live: like ?? {} } };

  it('are reported where there are none of them, with what to run', async () => {
    const { generate } = await import('../../src/files/generate.ts');
    const { catalog } = await import('../plan/support.ts');
    const { describe: prose } = await import('../../src/findings/describe.ts');
    const { findings, spec: own } = generate(liveOnly, 'version: 1\n', catalog);
    const told = findings.filter(({ code }) => code === 'rule-environments');
    const naming = own.rules.filter(({ level, parameters }) => level !== 'off' && 'environments' in parameters);
    expect(told.flatMap(({ ids }) => ids)).toEqual(naming.map(({ definition }) => definition.id));
    expect(told.map(({ severity, ids }) => [severity, ids[0]])).toEqual([
      ['warning', 'OPS-022'],
      ['warning', 'CST-001'],
    ]);
    const [first] = told;
    if (!first) throw new Error('none');
    expect(prose(first).message).toContain('They apply to none of them');
    expect(prose(first).remedy).toContain(
      "avm set 'OPS-022.environments=[live]' 'RES-001.environments=[live]' 'RES-002.environments=[live]'",
    );
    const states = settingsStates(own, findings).filter(({ rule }) => rule.definition.id.startsWith('RES-'));
    expect(states.map(({ state }) => state)).toEqual(Array.from(states, () => 'Not applicable'));
  });

  it('are reported where one is misspelled, with the nearest', () => {
    const found = findingsOf({
      constitution: { rules: { 'RES-003': { level: 'must', environments: ['prdo', 'test'] } } },
    });
    expect(found.filter(({ code }) => code === 'rule-environments')).toMatchObject([
      { ids: ['RES-003'], args: { unknown: ['prdo'], nobody: 'no', set: ["'RES-003.environments=[prod, test]'"] } },
    ]);
  });

  it('are those for production in a new workspace, whatever they are called', () => {
    const made = startAnswers(
      { name: 'payroll' },
      { ...windowsVm, environments: { dev: dev ?? {}, live: like ?? {} } },
    );
    expect(made.constitution.rules['RES-001']).toMatchObject({ environments: ['live'] });
    expect(['prod', 'prdwe', 'live2', 'preprod', 'dev'].map(isProduction)).toEqual([true, true, true, false, false]);
  });
});

describe('what the catalog does not know', () => {
  it('is Not evaluated, in settings too', () => {
    const { findings, spec: own } = generated({
      constitution: { rules: { 'TST-002': 'off' } },
      environments: { prod: { virtualMachine: { size: 'Standard_D2s_v3' } } },
    });
    const [state] = settingsStates(own, findings).filter(({ rule }) => rule.definition.id === 'CST-001');
    const settings = state?.environments.map((one) => [one.environment, one.settings]);
    expect(settings).toEqual([
      ['dev', 'Compliant'],
      ['test', 'Compliant'],
      ['prod', 'Not evaluated'],
    ]);
  });
});
