import type { Blueprint, SpecPart } from '../avm-catalog/kernel/blueprint.ts';
import { blueprintNamed, defaultBlueprint } from '../avm-catalog/blueprints/index.ts';
import { isProduction } from '../avm-catalog/kernel/production.ts';
import type { Answers, RuleAnswer } from '../src/answers/answers.ts';
import { startAnswers } from '../src/answers/start.ts';
import { ownValue } from '../src/bicep/own.ts';

/** A value a person gave, for all environments or for one. */
export interface Edit {
  /** Below `spec`, or `tags.…`. */
  readonly path: string;
  readonly value: unknown;
  readonly environment?: string | undefined;
}

/** What was answered so far. Defaults are not in it: they follow the name and the environments, which may change. */
export interface Draft {
  readonly blueprint: Blueprint;
  readonly name: string;
  readonly description: string;
  readonly environments: readonly string[];
  /** Rules that are not as recommended. */
  readonly rules: Readonly<Record<string, RuleAnswer>>;
  readonly edits: readonly Edit[];
  /** Answers of a workspace that is there already; edits come on top of them. */
  readonly base?: Answers;
}

type Tree = Readonly<Record<string, unknown>>;

export function newDraft(name: string, blueprint: Blueprint): Draft {
  const { description, environments } = blueprint;
  return { blueprint, name, description, environments: Object.keys(environments), rules: {}, edits: [] };
}

export function draftOf(base: Answers): Draft {
  return {
    blueprint: blueprintNamed(base.blueprint) ?? defaultBlueprint,
    name: base.workload.name,
    description: base.workload.description,
    environments: Object.keys(base.environments),
    rules: {},
    edits: [],
    base,
  };
}

/** A later edit of a place takes the place of an earlier one. */
export function withEdits(draft: Draft, edits: readonly Edit[]): Draft {
  const covers = (edit: Edit, old: Edit): boolean =>
    edit.path === old.path && (edit.environment === undefined || edit.environment === old.environment);
  return { ...draft, edits: [...draft.edits.filter((old) => !edits.some((edit) => covers(edit, old))), ...edits] };
}

/** The same draft always gives the same answers. */
export function answersOf({ blueprint, name, description, environments, rules, edits, base }: Draft): Answers {
  const start =
    base ??
    startAnswers(
      { name, description },
      {
        ...blueprint,
        environments: environmentsOf(environments, blueprint),
        defaultEnvironment: environments[0] ?? '',
      },
    );
  const constitution = { ...start.constitution, rules: { ...start.constitution.rules, ...rules } };
  let tree = { ...start, constitution } as unknown as Tree;
  for (const edit of edits) tree = applied(tree, edit, environments);
  return tree as unknown as Answers;
}

function applied(tree: Tree, { path, value, environment }: Edit, environments: readonly string[]): Tree {
  const keys = path.split('.');
  if (environment !== undefined)
    return environments.includes(environment) ? put(tree, ['environments', environment, ...keys], value) : tree;
  const own = environments.reduce((at, one) => drop(at, ['environments', one, ...keys]), tree);
  return put(own, keys[0] === 'tags' ? keys : ['spec', ...keys], value);
}

export function put(tree: unknown, [key, ...rest]: readonly string[], value: unknown): Tree {
  const map = (typeof tree === 'object' && tree !== null ? tree : {}) as Tree;
  if (key === undefined) return map;
  const next =
    rest.length === 0 ? value : put(ownValue(map, key) ?? (/^\d+$/.test(rest[0] ?? '') ? [] : {}), rest, value);
  if (!Array.isArray(tree)) return { ...map, [key]: next };
  return Object.assign([...(tree as unknown[])], { [key]: next });
}

function drop(tree: Tree, [key = '', ...rest]: readonly string[]): Tree {
  const below = ownValue(tree, key);
  if (below === undefined) return tree;
  if (rest.length > 0)
    return typeof below === 'object' && below !== null ? { ...tree, [key]: drop(below as Tree, rest) } : tree;
  return Object.fromEntries(Object.entries(tree).filter(([name]) => name !== key));
}

export function valueAt(tree: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => ownValue(at, key), tree);
}

/** An environment that the blueprint does not know begins like its last where it is for production, like its last but one otherwise, with a range of its own. */
function environmentsOf(
  names: readonly string[],
  { environments: known }: Blueprint,
): Readonly<Record<string, SpecPart>> {
  const like = (name: string): SpecPart => Object.values(known).at(isProduction(name) ? -1 : -2) ?? {};
  const free = freeRanges(Object.values(known).map((one) => one.network?.addressSpace ?? ''));
  return Object.fromEntries(
    names.map((name) => [
      name,
      ownValue(known, name) ?? { ...like(name), network: { addressSpace: free.next().value ?? '' } },
    ]),
  );
}

function* freeRanges(taken: readonly string[]): Generator<string, void> {
  for (let third = 0; third < 256; third += 4) if (!taken.includes(`10.20.${third}.0/22`)) yield `10.20.${third}.0/22`;
}
