import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { combinations, comparisons, subjects, ties } from '../../avm-catalog/constitution/custom/condition.ts';
import { categories, levels } from '../../avm-catalog/constitution/category.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { findingLines } from '../../src/cli/shared/findings-text.ts';
import { describe as prose } from '../../src/findings/describe.ts';
import { casesFolder } from '../cases/cases.ts';
import { violationsOf, resource } from '../catalog/own/support.ts';
import type { OwnRule } from '../../avm-catalog/constitution/custom/own-rule.ts';

type Rules = Readonly<Record<string, OwnRule>>;
interface Block {
  readonly constitution?: { readonly own: Rules };
}

const page = readFileSync(fileURLToPath(new URL('../../docs/custom-rules.md', import.meta.url)), 'utf8');
const answers = readFileSync(join(casesFolder, 'own-rules/avm.yaml'), 'utf8');
const blocks = (language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, text = '']) => text);

const shown: Rules = Object.assign(
  {},
  ...blocks('yaml').map((text) => {
    const block = parse(text) as Block & Rules;
    return block.constitution?.own ?? block;
  }),
) as Rules;

it('shows rules of the case that the real modules keep', () => {
  const { constitution } = parse(answers) as Required<Block>;
  expect(Object.keys(shown).length).toBeGreaterThan(6);
  for (const [id, rule] of Object.entries(shown)) expect(rule, id).toEqual(constitution.own[id]);
});

it('names every word of the language', () => {
  const words = [
    ...subjects,
    ...combinations,
    ...comparisons,
    ...ties,
    ...levels,
    ...categories,
    'where',
    'holds',
    'count',
    'aggregate',
    'except',
    'declarations',
    'controls',
    'validFor',
  ];
  expect(words.filter((word) => !page.includes(`\`${word}\``))).toEqual([]);
});

it('shows what is said of a broken rule', () => {
  const disk = resource('Microsoft.Compute/disks', 'data', {
    properties: { diskSizeGB: 32, creationData: { createOption: 'Empty' } },
  });
  const [found] = violationsOf(shown['ORG-001'] ?? {}, [disk]);
  const args = {
    rule: 'ORG-001',
    title: shown['ORG-001']?.title ?? '',
    what: found?.what ?? '',
    instead: found?.instead ?? '',
  };
  const { message, remedy } = prose({ code: 'constitution/broken', severity: 'error', where: {}, ids: [], args });
  expect(blocks('text')[0]).toBe(`error[constitution/broken]: ${message}.\n    ${remedy}\n`);
});

it('shows what is said of mistakes', () => {
  const wrong = answers
    .replace('Microsoft.Compute/disks', 'Microsoft.Compute/disk')
    .replace('atLeast: 64', 'atleast: 64');
  const result = parseAnswers(wrong);
  const lines = findingLines('findings' in result ? result.findings : [], (_, text) => text);
  expect(`${lines.join('\n')}\n`).toBe(blocks('text')[1]);
});
