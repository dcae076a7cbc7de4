import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { Answers } from '../../src/answers/answers.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { startAnswers } from '../../src/answers/start.ts';
import { writeAnswers } from '../../src/answers/write.ts';

const start = startAnswers({ name: 'demo' });
const read = (text: string): unknown => parseAnswers(text);

const tricky = [
  'no',
  'On',
  'NULL',
  '~',
  '0001',
  '1e3',
  '0x1F',
  '02:00',
  '2026-01-04',
  '.inf',
  '- a',
  'a: b',
  'a #b',
  '#a',
  '{a}',
  '[a]',
  '*a',
  '&a',
  '!a',
  '%a',
  '@a',
  '`a`',
  '"a"',
  "'a'",
  'a, b',
  '---',
  '...',
  '? a',
  '|',
  '>',
  '=',
  '<<',
  '${a}',
  '{{a}}',
  '\\',
  'é日本',
  'a\u00a0b',
  '1_000',
  'y',
  '+1',
  '-',
  ':',
  '1:30',
  '685_230.15',
];
const hostile = fc.oneof(
  fc.constantFrom(...tricky),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ maxLength: 40 }),
);

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', 'Some words', 'x-1') },
  { weight: 1, arbitrary: hostile },
);

const answers: fc.Arbitrary<Answers> = fc
  .record({
    description: text,
    key: text,
    value: text,
    region: text,
    command: text,
    time: fc.constantFrom('02:00', '13:30'),
  })
  .map(({ description, key, value, region, command, time }) => ({
    ...start,
    workload: { name: 'demo', description },
    modules: { registry: 'registry.example:5000', path: 'bicep' },
    constitution: { rules: { ...start.constitution.rules, 'TST-001': { level: 'off', regions: [region, value] } } },
    tags: { owner: value, [key]: value },
    spec: {
      ...start.spec,
      application: { enabled: true, installCommand: command },
      backup: { time },
      virtualMachine: { dataDisks: [{ name: 'a', lun: 0, sizeGb: 8, type: 'Premium_LRS', caching: 'None' }] },
    },
    environments: {
      dev: {},
      no: { tags: { [key]: value } },
      prod: { location: { region, zone: null }, storageAccount: { containers: [] } },
    },
  }));

it('writes what is read back the same, or refused as it would be in JSON', () => {
  const outcome = (text: string): unknown => {
    const result = parseAnswers(text);
    return 'answers' in result
      ? result
      : result.findings
          .map(({ code, where, args }) => [code, where.answer, args])
          .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  };
  let taken = 0;
  fc.assert(
    fc.property(answers, (one) => {
      const text = writeAnswers(one);
      const json = outcome(JSON.stringify(one));
      if (!Array.isArray(json)) taken += 1;
      expect(outcome(text)).toEqual(json);
    }),
    { numRuns: 120 },
  );
  expect(taken).toBeGreaterThan(30);
});

it('writes what any reader of YAML takes for the same', () => {
  fc.assert(
    fc.property(answers, (one) => {
      const text = writeAnswers(one);
      fc.pre('answers' in parseAnswers(text));
      const expected: unknown = JSON.parse(JSON.stringify(one));
      for (const version of ['1.1', '1.2'] as const) expect(parseYaml(text, { version })).toEqual(expected);
    }),
    { numRuns: 120 },
  );
});

it.each(['E0', 'e12', 'E-3', 'on'])('quotes the tag %s, which some readers take for something else', (name) => {
  const text = writeAnswers({ ...start, tags: { ...start.tags, [name]: 'a' } });
  for (const version of ['1.1', '1.2'] as const)
    expect(parseYaml(text, { version })).toHaveProperty('tags', { ...start.tags, [name]: 'a' });
});

it('writes the same text for the same answers, whatever the order of their keys', () => {
  const text = writeAnswers(start);
  const again = read(text) as { answers: Answers };
  expect(again.answers).toEqual(start);
  expect(writeAnswers(again.answers)).toBe(text);
  expect(writeAnswers({ ...start, spec: Object.fromEntries(Object.entries(start.spec).toReversed()) })).toBe(text);
});

it('writes a file for people: where the schema is, what it is for, what each part and rule means', () => {
  const text = writeAnswers(start);
  expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=.avm/avm.schema.json');
  for (const line of [
    '    ARC-001: must # Bicep only',
    '    SEC-005: {level: must, maxHours: 3} # Just-in-time VM access',
    '    # Allowed VM sizes',
    '  costCenter: "0000"',
    '  # NAT gateway: Outbound internet access from one public IP address',
    '    time: "02:00"',
    '    addressSpace: 10.20.0.0/22',
    '  loadBalancer:\n    enabled: false',
  ])
    expect(`\n${text}`).toContain(`\n${line}\n`);
  expect(text).toMatch(/[^\n]\n$/);
  expect(text).not.toMatch(/[ \t]\n|\r|\n\n\n/);
});

it('writes empty parts so that they are read as such', () => {
  const one: Answers = {
    ...start,
    tags: {},
    spec: {},
    constitution: { rules: {} },
    environments: { dev: {}, test: { network: { subnets: {} } } },
  };
  expect(read(writeAnswers(one))).toEqual({ answers: one });
});

it('writes the version and the days of the constitution before its rules', () => {
  const constitution = {
    version: '1.2.0',
    ratified: '2026-01-31',
    amended: '2026-02-01',
    rules: start.constitution.rules,
  };
  const text = writeAnswers({ ...start, constitution });
  expect(text).toContain(
    'constitution:\n  version: "1.2.0"\n  ratified: "2026-01-31"\n  amended: "2026-02-01"\n  rules:\n',
  );
  expect(read(text)).toEqual({ answers: { ...start, constitution } });
});
