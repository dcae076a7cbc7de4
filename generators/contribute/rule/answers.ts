import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { resourceTypes } from '../../../avm-catalog/azure/resource-types.ts';
import { categories, levels } from '../../../avm-catalog/constitution/category.ts';
import { rules } from '../../../avm-catalog/constitution/rules/index.ts';
import { nearest } from '../../../src/findings/nearest.ts';
import type { Wrong } from '../prompt.ts';
import { listed } from '../words.ts';

export interface RuleAnswers {
  readonly id: string;
  /** In avm-catalog/constitution/rules. */
  readonly file: string;
  readonly title: string;
  readonly category: string;
  readonly level: string;
  readonly statement: string;
  /** Why the rule exists. */
  readonly rationale: string;
  readonly shapes: string;
  /** ARM type of the resources it is about. */
  readonly type: string;
  /** Path of the property that it reads. */
  readonly property: string;
  /** What the property has to be. */
  readonly required: string;
}

type Judge = Wrong<RuleAnswers>;

export const folder = 'avm-catalog/constitution/rules';
/** Lines of code that a file may have, by the linter, and those of a rule. */
const [mostLines, ruleLines] = [200, 25];
/** Numbers from 101 on are of those who answer. */
const lastNumber = 100;

/** The next ID of these letters. */
export function nextId(letters: string): string {
  const numbers = rules.filter(({ id }) => id.startsWith(`${letters}-`)).map(({ id }) => Number(id.split('-')[1]));
  return `${letters}-${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`;
}

/** Letters alone take the next number. */
export function completeId(text: string): string {
  return /^[A-Z]{2,5}$/.test(text) ? nextId(text) : text;
}

export const wrongId: Judge = (text) => {
  const id = completeId(text);
  const [, letters, number] = /^([A-Z]{2,5})-(\d{3})$/.exec(id) ?? [];
  if (letters === undefined) return 'Write two to five capital letters, such as SEC, or an ID, such as SEC-028.';
  const next = nextId(letters);
  if (Number(number) > lastNumber) return `Numbers from 101 on are those of custom rules: use ${next}.`;
  const same = rules.find((rule) => rule.id === id);
  if (same) return `${id} is '${same.title}', and no ID is given twice: use ${next}.`;
  return id === next ? undefined : `The next ID of ${letters} is ${next}.`;
};

/** Files with rules; the others in the folder have their checks. */
export function ruleFiles(root: string): readonly string[] {
  return readdirSync(join(root, folder)).filter(
    (file) =>
      file !== 'index.ts' && /: readonly RuleDefinition\[\] = \[/.test(readFileSync(join(root, folder, file), 'utf8')),
  );
}

export const wrongFile =
  (root: string): Judge =>
  (file) => {
    const files = ruleFiles(root);
    if (!files.includes(file)) return `No rules are in '${file}': choose ${listed(files)}.`;
    const lines = readFileSync(join(root, folder, file), 'utf8').split('\n');
    const code = lines.filter((line) => line.trim() !== '' && !/^\s*(\/\/|\/?\*)/.test(line)).length;
    return code + ruleLines <= mostLines
      ? undefined
      : `${file} has ${code} lines of ${mostLines}, which leaves no room for a rule: choose another file.`;
  };

export const wrongTitle: Judge = (title) =>
  /^[A-Z].*[^\s.]$/.test(title)
    ? undefined
    : 'Name the control. Begin with a capital letter and end without a full stop, such as Key rotation.';

export const wrongCategory: Judge = (category) =>
  (categories as readonly string[]).includes(category) ? undefined : `Choose ${listed(categories)}.`;

/** A new rule that is off is of no use to anybody. */
export const ruleLevels = levels.filter((one) => one !== 'off');
export const wrongLevel: Judge = (level) =>
  (ruleLevels as readonly string[]).includes(level) ? undefined : `Choose ${listed(ruleLevels)}.`;

export const wrongSentence: Judge = (text) =>
  /^[A-Z].*\.$/.test(text) ? undefined : 'Write a sentence: begin with a capital letter and end with a full stop.';

/** The test of the rules asks for the same. */
export const wrongStatement: Judge = (text, answers) =>
  /^(?:In .*, the|The) (?:template|workload|workspace) (?:MUST|SHOULD) /.test(text)
    ? wrongSentence(text, answers)
    : 'Begin with an actor and a level, such as “The workload MUST …” or “The template SHOULD …”.';

export const wrongType: Judge = (type) => {
  if (resourceTypes().includes(type)) return undefined;
  const near = nearest(type, resourceTypes());
  return `No module deploys '${type}' (avm-catalog/azure/resource-types.ts).${near === undefined ? '' : ` Did you mean ${near}?`}`;
};

export const wrongProperty: Judge = (path) =>
  /^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/.test(path)
    ? undefined
    : 'Write the names of properties with dots between them, such as properties.publicNetworkAccess.';

export const wrongRequired: Judge = (value) =>
  value.trim() === '' ? 'Write true, false, a number, or a text, such as Disabled.' : undefined;

/** `true`, `7` and `Disabled` as values. */
export function valueOf(text: string): boolean | number | string {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+$/.test(text) ? Number(text) : text;
}
