import type { Blueprint } from '../avm-catalog/kernel/blueprint.ts';
import { blueprintNamed, defaultBlueprint } from '../avm-catalog/blueprints/index.ts';
import { namedKey } from '../avm-catalog/kernel/core.ts';
import type { Answers, RuleAnswer } from '../src/answers/answers.ts';
import { environmentsOf } from '../src/answers/first-environments.ts';
import { startAnswers } from '../src/answers/start.ts';
import { completed, presetEnvironments, saysOf, textOf, type Preset } from '../src/answers/preset.ts';
import { ownValue } from '../src/bicep/own.ts';
import type { WorkspaceChange } from './session.ts';

/** A value a person gave, for all environments or for one. */
export interface Edit {
  /** Below `spec`, or `tags.…` or `components.…`. */
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
  /** Settings of an existing workspace, which edits change. */
  readonly base?: Answers;
  /** What is known of a new workspace; edits come on top of it. */
  readonly preset?: Preset | undefined;
  /** A person went back to a section, which then asks what is known too. */
  readonly isReviewed?: boolean;
}

type Tree = Readonly<Record<string, unknown>>;

export function newDraft(folder: string, blueprint: Blueprint, preset?: Preset): Draft {
  const known = (path: string): string | undefined => preset && textOf(preset, path);
  return {
    blueprint,
    name: known('workload.name') ?? folder,
    description: known('workload.description') ?? blueprint.description,
    environments: (preset && presetEnvironments(preset)) ?? Object.keys(blueprint.environments),
    rules: {},
    edits: [],
    preset,
  };
}

/** Whether a setting is known, and so is not asked. */
export function isKnown({ preset, isReviewed = false }: Draft, path: string): boolean {
  return !isReviewed && preset !== undefined && saysOf(preset, path);
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
export function answersOf({ rules, edits, base, ...draft }: Draft): Answers {
  const { environments } = draft;
  const start = base ?? startOf(draft);
  const constitution = { ...start.constitution, rules: { ...start.constitution.rules, ...rules } };
  let tree = { ...start, constitution } as unknown as Tree;
  for (const edit of edits) tree = applied(tree, edit, environments);
  return tree as unknown as Answers;
}

function startOf({ blueprint, name, description, environments, preset }: Omit<Draft, 'rules' | 'edits'>): Answers {
  if (preset !== undefined) {
    const data = completed(preset, { name, description, blueprint, environments });
    return { ...data, workload: { ...(data['workload'] as object), name, description } } as unknown as Answers;
  }
  return startAnswers(
    { name, description },
    {
      ...blueprint,
      environments: environmentsOf(environments, blueprint),
      defaultEnvironment: environments[0] ?? '',
    },
  );
}

/** Keys beside `spec`, not below it. */
const beside: readonly string[] = ['tags', namedKey];

function applied(tree: Tree, { path, value, environment }: Edit, environments: readonly string[]): Tree {
  const keys = path.split('.');
  if (environment !== undefined)
    return environments.includes(environment) ? put(tree, ['environments', environment, ...keys], value) : tree;
  const own = environments.reduce((at, one) => drop(at, ['environments', one, ...keys]), tree);
  return put(own, beside.includes(keys[0] ?? '') ? keys : ['spec', ...keys], value);
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

/** An edit as the path and the text that `avm set` takes. */
export function settingOf({ path, value, environment }: Edit): WorkspaceChange['settings'][number] {
  return { path, value: typeof value === 'string' ? value : JSON.stringify(value), environment };
}
