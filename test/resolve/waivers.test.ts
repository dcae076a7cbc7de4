import { describe, expect, it } from 'vitest';
import { argumentOf, makeFinding, type Finding } from '../../src/findings/finding.ts';
import { generate } from '../../src/files/generate.ts';
import { checkSpec, withWaivers } from '../../src/resolve/check.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { inForce, waive, waiverFindings, waiverFor } from '../../src/resolve/waivers.ts';
import { answersWith, catalog } from '../plan/support.ts';

const given = { rule: 'SEC-010', reason: 'Not yet', approvedBy: 'platform-team', until: '2027-03-31' };
const off = { virtualMachine: { encryptionAtHost: false } };

function answersOf(waivers: object, environments: object = { dev: off }, rules: object = {}, spec: object = {}) {
  return answersWith({ constitution: { rules, waivers }, environments, spec });
}

function told(findings: readonly Finding[], rule = 'SEC-010') {
  return findings
    .filter((one) => one.ids.includes(rule))
    .map((one) => [one.code, one.severity, one.where.environment ?? 'all', argumentOf(one, 'waiver') ?? '']);
}

describe('an answer that breaks a rule', () => {
  it('is noted where it is waived, and files are made', () => {
    const answers = answersOf({ 'W-001': { ...given, environments: ['dev'] } });
    const { findings, files } = generate(answers, '', catalog);
    expect(told(findings)).toEqual([['rule-waived', 'note', 'dev', 'W-001']]);
    expect(files?.length).toBeGreaterThan(5);
  });

  it.each<[string, object]>([
    ['another environment', { environments: ['test'] }],
    ['another rule', { rule: 'SEC-011' }],
    ['some resources alone: an answer stands for all that comes of it', { resources: ['vm-*'] }],
  ])('is an error where the waiver is for %s', (_, change) => {
    const { findings, files } = generate(answersOf({ 'W-001': { ...given, ...change } }), '', catalog);
    expect(told(findings)).toEqual([['rule-broken', 'error', 'dev', '']]);
    expect(files).toBeUndefined();
  });

  it('is told once where one waiver covers it everywhere, and apart where it does not', () => {
    const all = generate(answersOf({ 'W-001': given }, {}, {}, off), '', catalog).findings;
    expect(told(all)).toEqual([['rule-waived', 'note', 'all', 'W-001']]);
    const some = generate(
      answersOf({ 'W-001': { ...given, environments: ['dev', 'test'] } }, {}, {}, off),
      '',
      catalog,
    );
    expect(told(some.findings).map(([code]) => code)).toEqual(['rule-waived', 'rule-waived', 'rule-broken']);
  });

  it('comes back as it was once the waiver has run out, unless another counts', () => {
    const waivers = { 'W-001': { ...given, until: '2026-12-31' }, 'W-002': { ...given, environments: ['test'] } };
    const answers = answersOf(waivers, {}, {}, off);
    const spec = resolve(answers);
    const findings = checkSpec(spec, answers);
    expect(told(findings)).toEqual([['rule-waived', 'note', 'all', 'W-001']]);
    expect(told(withWaivers(findings, spec, inForce(spec.waivers, '2026-12-31')))).toEqual(told(findings));
    expect(told(withWaivers(findings, spec, inForce(spec.waivers, '2027-01-01')))).toEqual([
      ['rule-broken', 'error', 'dev', ''],
      ['rule-broken', 'error', 'prod', ''],
      ['rule-waived', 'note', 'test', 'W-002'],
    ]);
    const bare = answersOf({}, {}, {}, off);
    const restored = withWaivers(findings, spec, []);
    expect(restored).toEqual(checkSpec(resolve(bare), bare));
  });
});

it('covers what is in main.bicep only where it is for every environment', () => {
  const finding: Finding = {
    code: 'constitution/broken',
    severity: 'error',
    where: { file: 'main.bicep', resource: 'secretsUser' },
    ids: ['ARC-002'],
    args: { rule: 'ARC-002', title: 'A title', what: 'it is broken', instead: 'mend it' },
  };
  const codes = (waiver: object): readonly string[] => {
    const spec = resolve(answersOf({ 'W-001': { ...given, rule: 'ARC-002', ...waiver } }));
    return waive([finding], spec).map(({ code }) => code);
  };
  expect(codes({ resources: ['secretsUser'] })).toEqual(['rule-waived']);
  expect(codes({ environments: ['dev', 'test', 'prod'] })).toEqual(['rule-waived']);
  expect(codes({ environments: ['dev', 'test'] })).toEqual(['constitution/broken']);
  expect(codes({ resources: ['other*'] })).toEqual(['constitution/broken']);
});

describe('a resource', () => {
  const id = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-one/keys/main';
  const [one] = resolve(answersOf({ 'W-001': { ...given, resources: ['?'] } })).waivers;

  it.each<[string, boolean]>([
    ['*', true],
    [id.toUpperCase(), true],
    ['main', true],
    ['kv-one/main', true],
    ['kv-*', true],
    ['*/main', true],
    ['microsoft.keyvault/vaults/keys', true],
    ['Microsoft.KeyVault/vaults*', true],
    ['m*a*i*n', true],
    ['Microsoft.KeyVault/vaults', false],
    ['kv-one', false],
    ['main*main', false],
    ['mai', false],
    ['ain', false],
    ['m.in', false],
    [`${'*a'.repeat(100)}b`, false],
  ])('is named by %s: %s', (pattern, expected) => {
    const found = waiverFor([{ ...one!, resources: [pattern] }], 'SEC-010', ['dev'], id);
    expect(found !== undefined).toBe(expected);
  });

  it('that is missing is named by everything alone', () => {
    expect(waiverFor([{ ...one!, resources: ['Microsoft.*'] }], 'SEC-010', ['dev'])).toBeUndefined();
    expect(waiverFor([{ ...one!, resources: ['*'] }], 'SEC-010', ['dev'])).toBeDefined();
  });
});

describe('a day', () => {
  const all = ['dev', 'test', 'prod'];

  function saidOn(today: string, waiver: object = {}, predicted = all, rules: object = {}) {
    const answers = answersOf({ 'W-001': { ...given, ...waiver } }, { dev: off }, rules);
    const spec = resolve(answers);
    const findings = checkSpec(spec, answers);
    return waiverFindings(spec, findings, predicted, today).map(({ code, severity }) => [code, severity]);
  }

  it.each<[string, readonly (readonly string[])[]]>([
    ['2027-02-28', []],
    ['2027-03-01', [['waiver-expiring', 'warning']]],
    ['2027-03-31', [['waiver-expiring', 'warning']]],
    ['2027-04-01', [['waiver-expired', 'error']]],
    ['2030-01-01', [['waiver-expired', 'error']]],
  ])('%s', (today, expected) => {
    expect(saidOn(today)).toEqual(expected);
  });

  it('does not come into the files', () => {
    const files = (until: string): string =>
      JSON.stringify(generate(answersOf({ 'W-001': { ...given, until } }), '', catalog).files);
    // A suppression of PSRule ends with the day after.
    const later = files('2001-01-01').replaceAll('2001-01-01', '2101-01-01').replaceAll('2001-01-02', '2101-01-02');
    expect(later).toBe(files('2101-01-01'));
  });

  it('shows a waiver for nothing once everything it is for was predicted', () => {
    const idle = { environments: ['prod'] };
    expect(saidOn('2026-01-01', idle)).toEqual([['waiver-unused', 'warning']]);
    expect(saidOn('2026-01-01', idle, ['dev', 'test'])).toEqual([]);
    expect(saidOn('2026-01-01', {}, [], { 'SEC-010': 'off' })).toEqual([['waiver-unused', 'warning']]);
  });
});

it('a waiver of some resources tells why it covers nothing, and does not call a broken rule compliant', () => {
  const spec = resolve(answersOf({ 'W-001': { ...given, resources: ['vm-a'] } }));
  const why = (where: Finding['where']): unknown => {
    const args = { rule: 'SEC-010', title: 't', what: 'w', instead: 'i' };
    const broken = makeFinding('constitution/broken', 'error', args, where, ['SEC-010']);
    const all = spec.views.map((view) => view.environment);
    return waiverFindings(spec, waive([broken], spec), all, '2026-01-01').map((one) => argumentOf(one, 'why'));
  };
  expect(why({ environment: 'dev' })).toEqual([
    'the environment as a whole is noncompliant, which no name of a resource covers',
  ]);
  expect(why({ environment: 'dev', resource: 'vm-b' })).toEqual(['the noncompliant resources have other names']);
  expect(why({ environment: 'dev', resource: 'vm-a' })).toEqual([]);
  expect(why({ environment: 'elsewhere', resource: 'vm-b' })).toEqual(['the rule is compliant without it']);
});
