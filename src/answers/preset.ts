import { defaultBlueprint } from '../../avm-catalog/blueprints/index.ts';
import type { Blueprint } from '../../avm-catalog/kernel/blueprint.ts';
import { namedKey } from '../../avm-catalog/kernel/core.ts';
import { ownValue } from '../bicep/own.ts';
import type { Finding } from '../findings/finding.ts';
import type { Answers } from './answers.ts';
import { isTree, merge, valueAt, type Tree } from './defaults.ts';
import { environmentsOf } from './first-environments.ts';
import { inspect } from './inspect.ts';
import { judgeData, unreadVersion } from './parse.ts';
import { position, readSource, spotOf, type Refused, type Source } from './source.ts';
import { mostEnvironments } from './schema.ts';
import { startAnswers } from './start.ts';

/** What `--set` gives, by its place in avm.yaml. */
export interface SetAnswer {
  readonly keys: readonly string[];
  readonly value: unknown;
}

/**
 * What is known of a new workspace before anything is asked: what files say, each a part of it, of which a later one
 * wins over an earlier one, and what is set over them.
 */
export interface Preset {
  /** Merged: maps key by key, lists as a whole. Not valid yet. */
  readonly data: Tree;
  readonly sources: readonly Source[];
  /** One of the files is a whole avm.yaml: what it leaves out means what it means in a workspace. */
  readonly isWhole: boolean;
  /** Settings that win over all files. */
  readonly set: readonly SetAnswer[];
}

const nothing: Preset = { data: {}, sources: [], isWhole: false, set: [] };

/** The keys that an avm.yaml cannot do without. */
const required = ['version', 'blueprint', 'workload', 'environments'] as const;

export function readPreset(files: readonly { readonly file: string; readonly text: string }[]): Preset | Refused {
  let preset = nothing;
  for (const { file, text } of files) {
    const source = readSource(text, file);
    if ('findings' in source) return source;
    const { findings, stop } = inspect(source);
    if (stop || findings.length > 0) return { findings };
    const data: unknown = source.document.toJS();
    if (!isTree(data)) return wrongRoot(data, source);
    const unread = data['version'] === undefined ? undefined : unreadVersion(data, source);
    if (unread) return { findings: [unread] };
    preset = {
      ...preset,
      data: mergeAnswers(preset.data, inLastVersion(data)),
      sources: [...preset.sources, source],
      isWhole: preset.isWhole || required.every((key) => data[key] !== undefined),
    };
  }
  return preset;
}

function wrongRoot(data: unknown, source: Source): Refused {
  const judged = judgeData(data, [], () => source);
  return { findings: 'findings' in judged ? judged.findings : [] };
}

/** Version 1 has components by name below `spec`. */
function inLastVersion(data: Tree): Tree {
  const { version, spec } = data;
  if (version !== 1 || !isTree(spec) || spec[namedKey] === undefined) return data;
  const { [namedKey]: named, ...others } = spec;
  return { ...data, spec: others, [namedKey]: named };
}

/** Maps are merged key by key and all else is replaced, as environments are over `spec`; a rule that is a level alone keeps its parameters. */
function mergeAnswers(base: Tree, over: Tree): Tree {
  return withRules(merge(withRules(base, spelledOut), withRules(over, spelledOut)), inShort);
}

const spelledOut = (rule: unknown): unknown => (typeof rule === 'string' ? { level: rule } : rule);

function inShort(rule: unknown): unknown {
  return isTree(rule) && Object.keys(rule).join() === 'level' ? rule['level'] : rule;
}

function withRules(answers: Tree, form: (rule: unknown) => unknown): Tree {
  const { constitution } = answers;
  const rules = isTree(constitution) ? constitution['rules'] : undefined;
  if (!isTree(constitution) || !isTree(rules)) return answers;
  const formed = Object.fromEntries(Object.entries(rules).map(([id, rule]) => [id, form(rule)]));
  return { ...answers, constitution: { ...constitution, rules: formed } };
}

/** Names of the environments that the files name: then there are no others. */
export function presetEnvironments({ data: { environments } }: Preset): readonly string[] | undefined {
  return isTree(environments) ? Object.keys(environments) : undefined;
}

/** The same with more that is set. */
export function withSet(preset: Preset | undefined, set: readonly SetAnswer[]): Preset {
  const before = preset ?? nothing;
  return { ...before, set: [...before.set, ...set] };
}

/** True where it is known what a question asks: for all environments, or by a file for one of them. */
export function saysOf({ data, set }: Preset, path: string): boolean {
  const keys = path.split('.');
  const environments = isTree(data['environments']) ? Object.values(data['environments']) : [];
  const isSet = set.some(({ keys: [first = '', ...more] }) =>
    `${path}.`.startsWith(`${[...(first === 'spec' ? [] : [first]), ...more].join('.')}.`),
  );
  return isSet || [data, data['spec'], ...environments].some((tree) => valueAt(tree, keys) !== undefined);
}

/** A text that is known, such as a name. */
export function textOf({ data, set }: Preset, path: string): string | undefined {
  const text = set.findLast(({ keys }) => keys.join('.') === path)?.value ?? valueAt(data, path.split('.'));
  return typeof text === 'string' ? text : undefined;
}

interface Beginning {
  readonly name: string;
  readonly description?: string | undefined;
  readonly blueprint?: Blueprint | undefined;
  /** @default those that the files name, or else those of the blueprint */
  readonly environments?: readonly string[] | undefined;
}

/** What is known over the defaults of a new workspace, as `--yes` and the interview have them. Not judged yet. */
export function completed(preset: Preset, begin: Beginning): Tree {
  const tree = completedFiles(preset, begin);
  const { environments } = tree;
  return preset.set
    .filter(({ keys: [first, name = ''] }) => first !== 'environments' || valueAt(environments, [name]) !== undefined)
    .reduce((at, { keys, value }) => put(at, keys, value), tree);
}

function put(tree: unknown, [key = '', ...rest]: readonly string[], value: unknown): Tree {
  const map = isTree(tree) ? tree : {};
  return { ...map, [key]: rest.length === 0 ? value : put(ownValue(map, key), rest, value) };
}

function completedFiles(preset: Preset, begin: Beginning): Tree {
  const { isWhole } = preset;
  if (isWhole) return { ...preset.data, version: 2 };
  const data = begin.environments ? among(begin.environments, preset.data) : preset.data;
  const blueprint = begin.blueprint ?? defaultBlueprint;
  const names = begin.environments ?? presetEnvironments(preset) ?? Object.keys(blueprint.environments);
  const start = startAnswers(begin, {
    ...blueprint,
    environments: environmentsOf(names.slice(0, mostEnvironments), blueprint),
    defaultEnvironment: names.includes(blueprint.defaultEnvironment) ? blueprint.defaultEnvironment : (names[0] ?? ''),
  });
  return { ...mergeAnswers(givingWay(start, data), data), version: 2 };
}

/** A person may have chosen other environments than the files name. */
function among(names: readonly string[], { environments, ...others }: Tree): Tree {
  if (!isTree(environments)) return others;
  return {
    ...others,
    environments: Object.fromEntries(Object.entries(environments).filter(([name]) => names.includes(name))),
  };
}

/** A default of one environment gives way to what the files say for all of them. */
function givingWay(start: Answers, { spec }: Tree): Tree {
  const environments = Object.entries(start.environments).map(
    ([name, own]) => [name, isTree(spec) ? without(own, spec) : own] as const,
  );
  return { ...start, environments: Object.fromEntries(environments) };
}

function without(tree: Tree, given: Tree): Tree {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) => {
      const over = ownValue(given, key);
      if (over === undefined) return [[key, value]];
      const left = isTree(value) && isTree(over) ? without(value, over) : {};
      return Object.keys(left).length > 0 ? [[key, left]] : [];
    }),
  );
}

/** Data that was completed, to answers; what is wrong with it is placed in the file that says it. */
export function judgePreset({ sources }: Preset, data: Tree): ReturnType<typeof judgeData> {
  return judgeData(data, [], (path) => sourceOf(sources, path));
}

/** The last file that has a path, or else the most of the way to it. */
function sourceOf(sources: readonly Source[], path: readonly PropertyKey[]): Source {
  const depths = sources.map(({ root }) => depthOf(root, path));
  const source = sources[depths.lastIndexOf(Math.max(...depths))];
  if (!source) throw new Error('a preset has one file at least');
  return source;
}

function depthOf(root: Source['root'], path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth -= 1) if (spotOf(root, path.slice(0, depth)).whole) return depth;
  return 0;
}

/**
 * Findings about what the files say have the file and the line; one about a default has none, and neither has one about
 * what was set since: `isSet` tells of it.
 */
export function placedInFiles(
  findings: readonly Finding[],
  { sources }: Preset,
  isSet: (path: readonly string[]) => boolean,
): readonly Finding[] {
  return findings.map((finding) => {
    const { where } = finding;
    if (where.answer === undefined || where.line !== undefined) return finding;
    const path = where.answer.split('.');
    const { file, root, lines } = sourceOf(sources, path);
    const spot = spotOf(root, path);
    if (!spot.whole || isSet(path)) return finding;
    return { ...finding, where: { ...where, file, ...position(lines, spot.value ?? spot.key ?? 0) } };
  });
}
