import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { baselines } from '../../avm-catalog/constitution/baselines/index.ts';
import { completed, judgePreset, readPreset } from '../../src/answers/preset.ts';
import type { CheckReport } from '../../src/checks/check.ts';
import { generate, type Generated } from '../../src/files/generate.ts';
import { ruleStates } from '../../src/resolve/states.ts';
import { catalog } from '../plan/support.ts';
import { modulesFolder } from '../support/modules.ts';
import { isMissing } from '../support/tools.ts';
import { baselineMutations } from './baseline-mutations.ts';
import { predictAll } from './predict.ts';
import { brokenTypes, Resources, violations } from './resources.ts';

const modules = modulesFolder();
const environment = 'prod';
const texts: Readonly<Record<string, string>> = {
  ...baselines,
  other: readFileSync(fileURLToPath(new URL('other-baselines.yaml', import.meta.url)), 'utf8'),
};

/** The states in production of a default workspace that starts from a baseline; the others are Compliant. */
const expected: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cis: {
    'CIS-001': 'Not evaluated',
    // The default workspace has platform-managed keys, and no key.
    'CIS-015': 'Noncompliant',
    'CIS-016': 'Not applicable',
    'CIS-020': 'Not applicable',
  },
  mcsb: { 'MCSB-010': 'Noncompliant' },
  other: { 'NCSC-005': 'Not evaluated' },
};
/** What makes a rule compliant that a default workspace violates. */
const repairs: Readonly<Record<string, (resources: Resources) => void>> = {
  'CIS-015': (r) =>
    r.set('Microsoft.Compute/virtualMachines', '', 'properties.storageProfile.osDisk.managedDisk.diskEncryptionSet', {
      id: '/x',
    }),
  'MCSB-010': (r) =>
    r.set('Microsoft.Storage/storageAccounts', '', 'properties.encryption.keySource', 'Microsoft.Keyvault'),
};
/** Rules that no predicted resource can break: over declarations, over settings, attested. */
const withoutMutation = ['CIS-001', 'NCSC-003', 'NCSC-004', 'NCSC-005', ...Object.keys(repairs)];

function started(name: string): Generated {
  const preset = readPreset([{ file: `baseline:${name}`, text: texts[name] ?? '' }]);
  if ('findings' in preset) throw new Error(JSON.stringify(preset.findings));
  const judged = judgePreset(preset, completed(preset, { name: 'payroll' }));
  if (!('answers' in judged)) throw new Error(JSON.stringify(judged.findings));
  return generate(judged.answers, '', catalog);
}

const idsOf = (name: string): readonly string[] =>
  [...(texts[name] ?? '').matchAll(/^ {4}([A-Z]+-\d{3}):/gm)].map(([, id = '']) => id);

it('are more than forty rules, each of which is broken by something or cannot be', () => {
  const ids = Object.keys(texts).flatMap(idsOf);
  expect(ids.length).toBeGreaterThan(40);
  const broken = new Set(baselineMutations.map(([id]) => id));
  expect(ids.filter((id) => !broken.has(id) && !withoutMutation.includes(id))).toEqual([]);
});

describe.skipIf(modules === null || isMissing('bicep')).each(Object.keys(texts))('the baseline %s', (name) => {
  let generated: Generated;
  let report: CheckReport;

  beforeAll(async () => {
    generated = started(name);
    report = await predictAll(generated, modules ?? '', [environment]);
  });

  it('has these states in a default workspace', () => {
    const states = ruleStates(generated.spec, report).map(({ rule, state }) => [rule.definition.id, state] as const);
    const own = states.filter(([id]) => idsOf(name).includes(id));
    expect(own.map(([id]) => id)).toEqual(idsOf(name));
    expect(Object.fromEntries(own.filter(([, state]) => state !== 'Compliant'))).toEqual(expected[name]);
  });

  it.each(baselineMutations.filter(([id]) => idsOf(name).includes(id)))('%s: %s', (id, _, mutate, type) => {
    const broken = new Resources(report.snapshots[0]?.resources ?? []);
    mutate(broken);
    const found = violations(id, broken.list, generated.spec, environment);
    expect(brokenTypes(found, broken.list)).toEqual([type]);
    expect(found[0]?.untold).toBeUndefined();
  });

  it('is compliant once what a default workspace lacks is there', () => {
    for (const [id, repair] of Object.entries(repairs).filter(([one]) => idsOf(name).includes(one))) {
      const repaired = new Resources(report.snapshots[0]?.resources ?? []);
      repair(repaired);
      expect(violations(id, repaired.list, generated.spec, environment), id).toEqual([]);
    }
  });

  it('has no path that is misspelled', () => {
    expect(report.findings.filter((one) => one.code === 'constitution/dead-path')).toEqual([]);
  });
});
