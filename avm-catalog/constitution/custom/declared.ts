import { read, readText } from '../estate.ts';
import {
  givenTo,
  moduleOf,
  once,
  partsOf,
  treeAt,
  type Declared,
  type Flaw,
  type Part,
  type Solution,
} from '../solution.ts';
import type { Condition } from './condition.ts';
import { narrowed, toldOf } from './evaluation.ts';
import { judge, onValue } from './judge.ts';
import type { DeclarationKind, TemplateRule } from './own-rule.ts';
import { countOf, isWithin } from './related.ts';
import { countFact, namesFact } from './words.ts';

/** A declaration as conditions see it: with its name and kind, and with what the compiled template has of it. */
interface Seen {
  readonly value: object;
  readonly name: string;
  readonly at: Pick<Flaw, 'symbol' | 'within' | 'file'>;
}

interface Inspected {
  readonly flaws: readonly Flaw[];
  /** The number of declarations that the rule applies to. */
  readonly looked: number;
}

/** What violates a rule in main.bicep and the files that it uses. */
export function flaws(own: TemplateRule, solution: Solution, today: string | undefined): Inspected {
  const kinds = [own.declarations.kind].flat();
  const where = narrowed(own.declarations.where, own.except);
  const all = partsOf(solution).flatMap((part) =>
    part.declarations.flatMap((one) => (isOf(one, kinds) ? seenOf(one, part, part.at) : [])),
  );
  const found = all
    .map((one) => ({ ...one, counts: where ? judge(where, onValue(one.value, { today })).verdict : true }))
    .filter(({ counts }) => counts !== false);
  const each = found.flatMap(({ value, at, counts }) => flawsOf(own.must, value, counts === true, own, at, today));
  return { flaws: [...counted(own, found), ...once(each)], looked: found.length };
}

function isOf({ kind }: Declared, kinds: readonly DeclarationKind[]): boolean {
  return (kinds as readonly string[]).includes(kind);
}

function flawsOf(
  must: Condition | undefined,
  value: object,
  isSure: boolean,
  own: TemplateRule,
  at: Seen['at'],
  today: string | undefined,
): readonly Flaw[] {
  if (!must) return [];
  const judged = judge(must, onValue(value, { today }));
  const verdict = judged.verdict === false && !isSure ? 'unknown' : judged.verdict;
  return toldOf(own, verdict, judged.facts()).map((one) => ({ ...at, ...one }));
}

function counted(
  own: TemplateRule,
  found: readonly (Seen & { readonly counts: boolean | 'unknown' })[],
): readonly Flaw[] {
  if (!own.count) return [];
  const count = countOf(found.map((one) => one.counts));
  const what = `${[own.declarations.kind].flat().join(' or ')} declarations`;
  const fact =
    countFact(count, what, own.declarations.where !== undefined, '') + namesFact(found.map((one) => one.name));
  return toldOf(own, isWithin(count, own.count), [fact]).map((one) => ({ symbol: '', ...one }));
}

function seenOf(one: Declared, part: Part, at: Pick<Flaw, 'file'>): readonly Seen[] {
  const { kind, name } = one;
  const about = { kind, name };
  const only = (value: object): readonly Seen[] => [
    { value: { ...value, ...about }, name, at: { ...at, symbol: name } },
  ];
  if (kind === 'module') return moduleSeen(one, part, at);
  if (kind === 'resource')
    return only({ ...resourceOf(one, part), existing: one.isExisting, exception: one.exception });
  if (kind === 'param') return only(parameterOf(treeAt(part, `parameters.${name}`)));
  return only(
    kind === 'output' ? treeAt(part, `outputs.${name}`) : { value: read(part.template, `variables.${name}`) },
  );
}

/** One for each item of a loop over a list in the template. */
function moduleSeen(one: Declared, part: Part, at: Pick<Flaw, 'file'>): readonly Seen[] {
  const { kind, name, source, exception } = one;
  const { path, version } = moduleOf(source) ?? { path: source, version: '' };
  return givenTo(part, name).map(({ symbol, params }) => ({
    value: { kind, name, source, module: path, version, exception, params: valuesOf(params) },
    name,
    at: { ...at, symbol, ...(symbol === name ? {} : { within: name }) },
  }));
}

function valuesOf(params: object): object {
  const values = Object.entries(params).map(([key, given]: [string, unknown]) => {
    const value = read(given, 'value');
    return [key, value === undefined ? given : value] as const;
  });
  return Object.fromEntries(values);
}

function parameterOf(entry: object): object {
  return {
    ...entry,
    secure: /^secure/i.test(readText(entry, 'type')),
    required: !Object.hasOwn(entry, 'defaultValue') && read(entry, 'nullable') !== true,
  };
}

function resourceOf({ name, source }: Declared, { template }: Part): object {
  const [type = '', apiVersion = ''] = source.split('@');
  const found = read(template, `resources.${name}`);
  return { ...(typeof found === 'object' ? found : {}), type, apiVersion };
}
