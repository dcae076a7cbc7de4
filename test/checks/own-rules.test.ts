import { expect, it } from 'vitest';
import type { OwnRule } from '../../avm-catalog/constitution/custom/own-rule.ts';
import type { Solution } from '../../avm-catalog/constitution/solution.ts';
import { checkConstitution, inspectTemplate } from '../../src/checks/constitution/check.ts';
import { declarationsOf } from '../../src/checks/solution/declarations.ts';
import { attestationsOn } from '../../src/resolve/check-declared.ts';
import { ruleStates } from '../../src/resolve/states.ts';
import { toSarif } from '../../src/checks/sarif.ts';
import { madeUpScope, type PredictedResource, type Snapshot } from '../../src/checks/snapshot.ts';
import { describe as prose } from '../../src/findings/describe.ts';
import { argumentOf, type Finding } from '../../src/findings/finding.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { answersWith } from '../plan/support.ts';
import { resource, usual } from '../catalog/own/support.ts';

const disk = (diskSizeGB: unknown) => resource('Microsoft.Compute/disks', 'data', { properties: { diskSizeGB } });
const must = { path: 'properties.diskSizeGB', atLeast: 64 };

/** What is said of the one rule ORG-001, where each environment has the resources. */
function found(changes: Partial<OwnRule>, resources: readonly object[], ...environments: string[]): readonly Finding[] {
  const spec = resolve(answersWith({ constitution: { rules: {}, own: { 'ORG-001': { ...usual, ...changes } } } }));
  const snapshots = environments.map((environment): Snapshot => ({
    environment,
    scope: madeUpScope,
    resources: resources as readonly PredictedResource[],
    outputs: {},
    diagnostics: [],
  }));
  return checkConstitution(spec, snapshots).findings.filter((one) => one.ids.includes('ORG-001'));
}

function brief(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ code, severity, where }) =>
    [severity, code.replace('constitution/', ''), where.answer, where.resource?.split('/').at(-1), where.environment]
      .filter((part) => part !== undefined)
      .join(' '),
  );
}

it.each<readonly [what: string, Partial<OwnRule>, resources: readonly object[], expected: readonly string[]]>([
  ['a rule that holds', { must }, [disk(64)], []],
  ['one that is broken', { must }, [disk(32)], ['error broken data dev', 'error broken data prod']],
  [
    'a wish that is broken',
    { must, level: 'should' },
    [disk(32)],
    ['warning broken data dev', 'warning broken data prod'],
  ],
  ['one that is off', { must, level: 'off' }, [disk(32)], []],
  ['one environment', { must, environments: ['prod'] }, [disk(32)], ['error broken data prod']],
  ['another environment', { must, environments: ['test'] }, [disk(32)], []],
  ['what only Azure knows', { must, environments: ['dev'] }, [disk('[reference(x)]')], ['warning untold data dev']],
  ['too few of them', { count: { atLeast: 2 } }, [disk(32)], ['error broken dev', 'error broken prod']],
  ['none of the type', { must }, [], ['note idle constitution.own.ORG-001.resources']],
  [
    'none that fits',
    { must, resources: { type: 'Microsoft.Compute/disks', where: { path: 'name', equals: 'x' } } },
    [disk(1)],
    ['note idle constitution.own.ORG-001.resources'],
  ],
  ['none, as it should be', { count: { atMost: 0 } }, [], []],
  [
    'none, of a type that nobody knows',
    { count: { atMost: 0 }, resources: { type: 'Contoso.Widgets/lines' } },
    [],
    ['note idle constitution.own.ORG-001.resources'],
  ],
  [
    'a path that nothing has',
    { must: { path: 'properties.diskSize', notEquals: 1 } },
    [disk(1)],
    ['warning dead-path constitution.own.ORG-001.must.path'],
  ],
])('%s', (_, changes, resources, expected) => {
  expect(brief(found(changes, resources, 'dev', 'prod'))).toEqual(expected);
});

it('a rule over declarations that main.bicep has none of is not applicable, and is told', () => {
  const { title, level, category, statement, message, instead } = usual;
  const about = { title, level, category, statement, message, instead };
  const own = { ...about, declarations: { kind: 'output' as const }, must: { path: 'type', equals: 'string' } };
  const spec = resolve(answersWith({ constitution: { rules: {}, own: { 'ORG-001': own } } }));
  const bicep = (text: string): Solution => ({
    declarations: declarationsOf(text),
    template: { outputs: { id: { type: 'int' } } },
    parameters: [],
    own: [],
    files: [],
    versionsOf: () => undefined,
  });
  const codes = (text: string): readonly string[] =>
    inspectTemplate(spec, bicep(text))
      .filter((one) => one.ids.includes('ORG-001'))
      .map(({ code, where }) => `${code} ${where.line}`);
  const stateOf = (text: string): unknown => {
    const findings = inspectTemplate(spec, bicep(text));
    const states = ruleStates(spec, { environments: ['dev'], findings, inspected: true, evaluations: [] });
    return states.find(({ rule }) => rule.definition.id === 'ORG-001')?.state;
  };
  expect(codes('param x string\n')).toEqual(['constitution/idle-template undefined']);
  expect(stateOf('param x string\n')).toBe('Not applicable');
  expect(codes('\noutput id int = 1\n')).toEqual(['constitution/broken 2']);
  expect(stateOf('\noutput id int = 1\n')).toBe('Noncompliant');
});

it('an attestation expires on a day, and is never compliant', () => {
  const { title, level, category, statement } = usual;
  const own = { title, level, category, statement, attest: { how: 'x', by: 'ops', on: '2026-01-01', validFor: 90 } };
  const spec = resolve(answersWith({ constitution: { rules: {}, own: { 'PRC-001': own } } }));
  const on = (day: string): unknown => attestationsOn(spec, day).map(({ code, severity }) => `${code} ${severity}`);
  expect(on('2026-03-01')).toEqual([]);
  expect(on('2026-03-02')).toEqual(['attestation-expiring note']);
  expect(on('2026-04-01')).toEqual(['attestation-expiring note']);
  expect(on('2026-04-02')).toEqual(['attestation-expired warning']);
  const states = ruleStates(spec, {
    environments: ['dev'],
    findings: attestationsOn(spec, '2026-04-02'),
    inspected: true,
    evaluations: [],
  });
  expect(states.find(({ rule }) => rule.definition.id === 'PRC-001')?.environments).toMatchObject([
    { state: 'Not evaluated', why: 'attested by ops on 2026-01-01, valid until 2026-04-01, which has passed' },
  ]);
});

it('tells what is there, what must be, and what may be meant', () => {
  const text = (findings: readonly Finding[]): readonly string[] =>
    findings.map((one) => Object.values(prose(one)).join(' → '));
  expect(text(found({ must }, [disk(32)], 'dev'))).toEqual([
    'ORG-001 (Disks of 64 GiB or more) is noncompliant: the disk is too small (properties.diskSizeGB is 32) → To fix it, choose a larger one. For details, run: avm rules ORG-001',
  ]);
  expect(text(found({ must }, [disk('[reference(x)]')], 'dev'))[0]).toBe(
    'ORG-001 (Disks of 64 GiB or more) is not evaluated: properties.diskSizeGB is known only to Azure → Check it after the deployment, or use a value that is known before.',
  );
  expect(text(found({ must, resources: { type: 'Microsoft.Compute/discs' } }, [disk(1)], 'dev'))[0]).toBe(
    'ORG-001 (Disks of 64 GiB or more) is not applicable: no environment has Microsoft.Compute/discs → Did you mean Microsoft.Compute/disks?',
  );
  expect(text(found({ must: { path: 'properties.diskSizGB', notEquals: 1 } }, [disk(1)], 'dev'))[0]).toBe(
    "ORG-001 evaluates 'properties.diskSizGB', which no Microsoft.Compute/disks here has → Did you mean diskSizeGB?",
  );
});

it('text that would be markup or steer a terminal stays text, in evidence and in SARIF', () => {
  const title = '<script>x</script> | `y` ${z} %s {{w}}';
  const findings = found({ title, must, message: '"; DROP' }, [disk('a\u001b[2J\nb')], 'dev');
  expect(findings.map((one) => argumentOf(one, 'what'))).toEqual(['"; DROP (properties.diskSizeGB is "a[2J b")']);
  const log = toSarif(findings, { toolVersion: '1.0.0', describe: (one) => prose(one).message });
  expect(JSON.parse(JSON.stringify(log))).toEqual(log);
  expect(log.runs[0]?.results[0]?.message.text).toContain(title);
});
