import { namedKey } from '../../avm-catalog/kernel/core.ts';
import { namesSecret } from '../../avm-catalog/kernel/secrets.ts';
import type * as zod from 'zod';
import { rules } from '../../avm-catalog/constitution/rules/index.ts';
import { makeFinding, type ArgumentsOf, type Code, type Place } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import { plain } from './characters.ts';
import { schema } from './known.ts';
import { sectionOf } from './requirements.ts';
import { idProblem, ownRuleId } from './own-rules/problems.ts';
import type { Refused } from './source.ts';
import { namedPlace, type Version } from './version.ts';
import { kindsOf, keysOf, schemaAt, schemaBelow } from './shape.ts';

/** A place in avm.yaml that can be set; `+` is the item after the last one of a list. */
interface AnswerPath {
  readonly path: readonly string[];
  readonly schema: zod.ZodType;
}

const roots = keysOf(schema) ?? [];
const specSchema = schemaBelow(schema, 'spec');
const specKeys = (specSchema && keysOf(specSchema)) ?? [];

/** From the short forms (`network.topology`, `SEC-005.maxHours`) or the full one to a place, in one environment or for all. */
export function resolvePath(text: string, environment?: string, version: Version = 2): AnswerPath | Refused {
  const parts = partsOf(text);
  const [first = ''] = parts;
  const below = first === 'spec' ? parts.slice(1) : parts;
  const isShared = roots.includes(first) && !['tags', 'spec', namedKey].includes(first);
  if (environment !== undefined && (isShared || isRule(first) || isOwnRule(first) || sectionOf(first)))
    return refuse('path-shared', { path: plain(text) });
  const path = environment === undefined ? fullPath(parts, version) : ['environments', environment, ...below];
  const known = follow(path);
  if (known) return known;
  const key = plain(parts.at(-1) ?? '');
  if (namesSecret(key)) return refuse('secret-refused', { key, part: 'key', what: `the key ${key} names a secret` });
  return refuse('path-unknown', { path: plain(text), ...nearestPath(text, path) });
}

export function refuse<C extends Code>(code: C, args: ArgumentsOf<C>, where: Place = {}): Refused {
  return { findings: [makeFinding(code, 'error', args, where)] };
}

/** `list[+].name` and `list.+.name` are the same. */
function partsOf(text: string): readonly string[] {
  return text.replace(/\[(\+|\d+)\]/g, '.$1').split('.');
}

const isRule = (word: string): boolean => rules.some((rule) => rule.id === word);
const isOwnRule = (word: string): boolean => ownRuleId.test(word) && !idProblem(word);

function fullPath(parts: readonly string[], version: Version): readonly string[] {
  const [first = '', second] = parts;
  if (first === namedKey) return [...namedPlace(version), ...parts.slice(1)];
  if (first === 'spec' && second === namedKey) return [...namedPlace(version), ...parts.slice(2)];
  if (isRule(first)) return ['constitution', 'rules', ...parts];
  const section = sectionOf(first);
  if (section) return ['requirements', section, ...parts];
  if (isOwnRule(first)) return ['constitution', 'own', ...parts];
  return roots.includes(first) ? parts : ['spec', ...parts];
}

function follow(path: readonly string[]): AnswerPath | undefined {
  const result: string[] = [];
  let at: zod.ZodType | undefined = schema;
  for (const [index, key] of path.entries()) {
    // The name of a tag may hold dots itself.
    const rest = result.at(-1) === 'tags' ? path.slice(index).join('.') : key;
    at = rest === '' ? undefined : schemaBelow(at, rest);
    if (!at) return undefined;
    result.push(rest);
    if (rest !== key) break;
  }
  return { path: result, schema: at };
}

function nearestPath(text: string, path: readonly string[]): { readonly nearest?: string } {
  const [, before = '', after = text] = /^(spec\.|environments\.[^.]*\.)?(.*)$/.exec(text) ?? [];
  const word = after.replace(/\[(\+|\d+)\]/g, '.$1');
  const [first = '', key = ''] = word.split('.');
  if (isOwnRule(first)) {
    const at = nearest(key, keysOf(schemaAt(schema, ['constitution', 'own', first]) ?? schema) ?? []);
    return at === undefined ? {} : { nearest: `${first}.${at}` };
  }
  const near = nearest(word, knownPaths());
  const found = near === undefined ? (nearestBelow(path) ?? nearestEnd(word)) : before + near;
  return found === undefined ? {} : { nearest: found };
}

/** The one path whose last part is most likely meant. */
function nearestEnd(word: string): string | undefined {
  const known = knownPaths();
  const last = nearest(
    word,
    known.map((path) => path.slice(path.lastIndexOf('.') + 1)),
  );
  const [path, another] = known.filter((one) => one.endsWith(`.${last}`));
  return another === undefined ? path : undefined;
}

/** The path with the first of its parts that is not known as it most likely is meant. */
function nearestBelow(path: readonly string[]): string | undefined {
  const known = path.findLastIndex((_, index) => follow(path.slice(0, index + 1)) !== undefined) + 1;
  const at = schemaAt(schema, path.slice(0, known));
  const near = at && nearest(path[known] ?? '', keysOf(at) ?? []);
  return near === undefined ? undefined : [...path.slice(0, known), near, ...path.slice(known + 1)].join('.');
}

/** Every path in its short form. */
export function knownPaths(): readonly string[] {
  const below = (prefix: string, at: zod.ZodType): readonly string[] => {
    const keys = keysOf(at) ?? [];
    return [prefix, ...keys.flatMap((key) => below(`${prefix}.${key}`, schemaBelow(at, key) ?? at))];
  };
  const shared = ['version', 'blueprint', 'workload', 'modules', 'requirements', 'notSecrets', 'defaultEnvironment'];
  const from = (keys: readonly string[], at: readonly string[]): readonly string[] =>
    keys.flatMap((key) => below(key, schemaAt(schema, [...at, key]) ?? schema));
  return [
    ...from(specKeys, ['spec']),
    ...from(
      rules.map((rule) => rule.id),
      ['constitution', 'rules'],
    ),
    ...['version', 'ratified', 'amended', 'waivers'].map((key) => `constitution.${key}`),
    ...from(shared, []),
  ];
}

/** Where in a path a list begins; nothing where there is none. */
export function listIn(path: readonly string[]): number | undefined {
  const index = path.findIndex((_, at) => {
    const here = at > 0 ? schemaAt(schema, path.slice(0, at)) : undefined;
    return here !== undefined && kindsOf(here).has('array');
  });
  return index === -1 ? undefined : index;
}

/** The order in which the schema has the keys of a map. */
export function orderAt(path: readonly string[]): readonly string[] | undefined {
  const here = schemaAt(schema, path);
  return here && keysOf(here);
}
