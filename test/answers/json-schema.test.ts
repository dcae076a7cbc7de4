import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { blueprints } from '../../avm-catalog/blueprints/index.ts';
import { components } from '../../avm-catalog/components/index.ts';
import { schemaText } from '../../src/answers/json-schema.ts';
import { makeJsonSchema } from '../../src/answers/make-json-schema.ts';
import { startAnswers } from '../../src/answers/start.ts';
import { writeAnswers } from '../../src/answers/write.ts';
import { commented, minimal } from './texts.ts';

const compiled = (text: string) =>
  new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(text) as object);
const validate = compiled(schemaText());
const validateFirst = compiled(schemaText(undefined, 1));

it('is what the catalog’s inputs come to (else: npm run schema)', () => {
  const made = readFileSync(new URL('../../src/answers/schema.json', import.meta.url), 'utf8');
  expect(JSON.parse(made)).toEqual(JSON.parse(JSON.stringify(makeJsonSchema(z))));
});

const ownRequirements = readFileSync(new URL('../cases/own-requirements/avm.yaml', import.meta.url), 'utf8');

it.each([writeAnswers(startAnswers({ name: 'demo' })), minimal, commented, ownRequirements])(
  'takes what is valid',
  (text) => {
    const ofItsVersion = text.includes('version: 2') ? validate : validateFirst;
    ofItsVersion(parse(text));
    expect(ofItsVersion.errors).toBeNull();
  },
);

it('has components where the version of the workspace has them', () => {
  const named = { reports: { type: 'storage-account', redundancy: 'ZRS' } };
  const [atTop, inSpec] = [{ components: named }, { spec: { components: named } }];
  const answers = (version: number, more: object): object => ({ ...(parse(minimal) as object), version, ...more });
  expect([validate(answers(2, atTop)), validate(answers(2, inSpec))]).toEqual([true, false]);
  expect([validateFirst(answers(1, atTop)), validateFirst(answers(1, inSpec))]).toEqual([false, true]);
  expect([validate(answers(1, {})), validateFirst(answers(2, {}))]).toEqual([false, false]);
});

const rule =
  '{title: a, level: must, category: cost, statement: b, resources: {type: x/y}, must: {all: [{not: {path: a, equals: 1}}]}, message: c, instead: d}';

it('takes a custom rule, and refuses a wrong word deep in it', () => {
  const answers = (own: string): object => ({
    ...(parse(minimal) as object),
    constitution: { own: { 'ORG-001': parse(own) as object } },
  });
  expect(validate(answers(rule))).toBe(true);
  expect(validate(answers(rule.replace('equals', 'equal')))).toBe(false);
  expect(validate(answers(rule.replace('title: a, ', '')))).toBe(false);
});

it.each([
  'constitution: {own: {org-1: {}}}',
  'spec: {lok: none}',
  'spec: {lock: x}',
  'environments: {}',
  'environments: {Dev: {}}',
  'blueprint: x',
  'constitution: {rules: {SEC-005: mst}}',
  'tags: {a: 1}',
  'requirements: {functional: {FR-020: {statement: x}}}',
  'requirements: {functional: {FR-101: {statement: x, satisfiedBy: {components: [Key-valt]}}}}',
  'requirements: {outOfScope: {FR-017: x}}',
])('refuses %s', (text) => {
  expect(validate({ ...(parse(minimal) as object), ...(parse(text) as object) })).toBe(false);
});

it('tells editors defaults, examples and meanings', () => {
  const text = schemaText();
  for (const part of [
    '"default": "10.20.0.0/22"',
    '"swedencentral"',
    '"2022-datacenter-g2"',
    'NAT gateway: Outbound',
    '"Retention of logs, in days"',
  ])
    expect(text).toContain(part);
});

it.each(blueprints)(
  'of $name has the settings, rules, and requirements that concern it, and no others',
  (blueprint) => {
    const own = JSON.parse(schemaText(blueprint)) as { readonly definitions: object; readonly properties: object };
    const keys = components.flatMap(({ name, inputs }) => (inputs ? [[name, inputs.token.key] as const] : []));
    const shown = keys.filter(([, key]) => Object.hasOwn(own.definitions, key)).map(([name]) => name);
    expect(shown).toEqual(keys.map(([name]) => name).filter((name) => blueprint.components.includes(name)));
    const check = new Ajv({ strict: false, validateFormats: false }).compile(own);
    check(parse(writeAnswers(startAnswers({ name: 'demo' }, blueprint))));
    expect(check.errors).toBeNull();
  },
);
