import { type RuleDefinition } from '../avm-catalog/constitution/rule.ts';
import { levels, type Level } from '../avm-catalog/constitution/category.ts';
import { concerns, inWordsOf } from '../avm-catalog/constitution/evaluate.ts';
import type { Blueprint } from '../avm-catalog/kernel/blueprint.ts';
import { parameterText } from '../avm-catalog/constitution/parameter-text.ts';
import { rules as all } from '../avm-catalog/constitution/rules/index.ts';
import type { RuleAnswer } from '../src/answers/answers.ts';
import { answersOf, isKnown, valueAt, type Draft } from './draft.ts';
import { findingsOf, sentence } from './judge.ts';
import type { Session } from './session.ts';
import { ownValue } from '../src/bicep/own.ts';

type Parameters = Readonly<Record<string, unknown>>;

const levelNames: Readonly<Record<Level, string>> = {
  must: 'must: noncompliance is an error',
  should: 'should: noncompliance is a warning',
  off: 'off',
};

/** The rules that concern a blueprint, in the words that fit it. */
export function rulesOf({ components }: Blueprint): readonly RuleDefinition[] {
  return all.filter((rule) => concerns(rule, components)).map((rule) => inWordsOf(rule, components));
}

/** The constitution: as recommended, or with changed rules. */
export async function askRules(draft: Draft, session: Session, asked = false): Promise<Draft> {
  const rules = rulesOf(draft.blueprint);
  if (isKnown(draft, 'constitution.rules')) return draft;
  if (
    !asked &&
    (await session.ask.confirm({
      message: `Use the recommended constitution? (${rules.length} rules)`,
      default: Object.keys(draft.rules).length === 0,
    }))
  )
    return { ...draft, rules: {} };
  const changed = Object.keys(draft.rules);
  const ids = await session.ask.several({
    message: 'Which rules do you want to change?',
    choices: rules.map(({ id, title, statement, parameters, level }) => ({
      value: id,
      name: `${id}  ${title} (${levelIn(draft, id) ?? level})`,
      description: statement(parameters.defaults as never),
    })),
    chosen: changed,
  });
  let now: Draft = {
    ...draft,
    rules: Object.fromEntries(Object.entries(draft.rules).filter(([id]) => ids.includes(id))),
  };
  for (const rule of rules.filter(({ id }) => ids.includes(id)))
    now = { ...now, rules: { ...now.rules, [rule.id]: await askRule(rule, now, session) } };
  return now;
}

async function askRule(rule: RuleDefinition, draft: Draft, session: Session): Promise<RuleAnswer> {
  const before = answerOf(rule, draft);
  const level = await session.ask.choose({
    message: `${rule.id} ${rule.title}`,
    choices: levels.map((value) => ({ value, name: levelNames[value] })),
    default: before.level,
  });
  if (level === 'off' || Object.keys(before.parameters).length === 0) return level;
  let parameters = before.parameters;
  for (const name of Object.keys(parameters))
    parameters = { ...parameters, [name]: await askParameter({ rule, name, level, parameters }, draft, session) };
  return { level, ...parameters };
}

/** Rules that files have otherwise than recommended. */
export function presetRules({ preset }: Draft): Readonly<Record<string, RuleAnswer>> {
  return (valueAt(preset?.data, 'constitution.rules') ?? {}) as Readonly<Record<string, RuleAnswer>>;
}

function levelIn(draft: Draft, id: string): Level | undefined {
  const rule = ownValue(draft.rules, id) ?? ownValue(presetRules(draft), id);
  return typeof rule === 'object' ? rule.level : rule;
}

function answerOf(
  { id, level, parameters }: RuleDefinition,
  draft: Draft,
): { readonly level: Level; readonly parameters: Parameters } {
  const given = ownValue(draft.rules, id) ?? ownValue(presetRules(draft), id);
  const { level: own = level, ...rest } = typeof given === 'object' ? given : { level: given };
  return { level: own, parameters: { ...(parameters.defaults as Parameters), ...rest } };
}

interface Parameter {
  readonly rule: RuleDefinition;
  readonly name: string;
  readonly level: Level;
  readonly parameters: Parameters;
}

async function askParameter(
  { rule, name, level, parameters }: Parameter,
  draft: Draft,
  { ask, engine }: Session,
): Promise<unknown> {
  const current = ownValue(parameters, name);
  const typed = (text: string): unknown => {
    const items = text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
    if (Array.isArray(current)) return items;
    if (typeof current === 'object') return Object.fromEntries(items.map(pairOf));
    return typeof current === 'number' && /^\d+$/.test(text) ? Number(text) : text;
  };
  const problem = (text: string): string | undefined => {
    const next = { ...draft, rules: { ...draft.rules, [rule.id]: { level, ...parameters, [name]: typed(text) } } };
    const found = findingsOf(answersOf(next), engine).find(({ where }) =>
      where.answer?.startsWith(`constitution.rules.${rule.id}`),
    );
    return found && sentence(found, draft);
  };
  return typed(await ask.text({ message: `  ${name}`, default: parameterText(current), problem }));
}

/** `westeurope=weu` */
function pairOf(item: string): [string, string] {
  const [key = '', ...value] = item.split('=');
  return [key.trim(), value.join('=').trim()];
}
