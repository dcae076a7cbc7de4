import type * as zod from 'zod';
import { components } from '../../avm-catalog/components/index.ts';
import type { Question } from '../../avm-catalog/kernel/component.ts';
import type { DefaultsContext } from '../../avm-catalog/kernel/context.ts';
import { coreQuestions } from '../../avm-catalog/kernel/core-questions.ts';
import { nearest } from '../findings/nearest.ts';
import { ownValue } from '../bicep/own.ts';
import { defaultSpec, isTree, settingsOf } from './defaults.ts';
import { keysOf, schemaAt } from './shape.ts';

interface MapKeys {
  /** Path of the map, as `avm set` takes it. */
  readonly map: string;
  readonly keys: readonly string[];
  /** Below the map: the key that was most likely meant, and its value; or one to begin with. */
  readonly key: string;
  readonly value: string;
  readonly isMeant: 'yes' | 'no';
}

/** Of a map that is written as one value: its keys, and a setting of one of them. */
export function mapKeys(schema: zod.ZodType, path: readonly PropertyKey[], written: unknown): MapKeys {
  const parts = path.map(String);
  const below = belowSpec(parts);
  const at = schemaAt(schema, path);
  const keys = (at && keysOf(at)) ?? [];
  const map = (parts[0] === 'spec' && below.length > 0 ? below : parts).join('.');
  const meant = typeof written === 'string' ? meantBy(written, below.join('.')) : undefined;
  const [key, value] = meant ?? firstOf(below) ?? ownValue(examples, below.join('.')) ?? [keys[0] ?? 'NAME', 'VALUE'];
  return { map, keys, key, value, isMeant: meant === undefined ? 'no' : 'yes' };
}

function belowSpec(parts: readonly string[]): readonly string[] {
  if (parts[0] === 'environments' && parts.length > 1) return parts.slice(2);
  return parts[0] === 'spec' ? parts.slice(1) : parts;
}

/** Where no default shows one. */
const examples: Readonly<Record<string, readonly [key: string, value: string]>> = {
  workload: ['name', 'payroll'],
  tags: ['owner', 'payroll-team'],
  environments: ['qa', '{}'],
  constitution: ['version', '1.0.0'],
  'constitution.rules': ['SEC-001', 'should'],
  components: ['NAME.type', 'TYPE'],
  '': ['location.region', 'northeurope'],
};

/** Defaults of the catalog, whatever a workspace has. */
const context: DefaultsContext = { workload: 'workload', environment: '', rules: settingsOf({}) };

/** The setting below a path that takes a value as this one. */
function meantBy(written: string, map: string): readonly [string, string] | undefined {
  for (const { path, choices } of questions()) {
    if (!path.startsWith(`${map}.`)) continue;
    const known = (choices?.(context) ?? []).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
    const near = nearest(written, known);
    if (near !== undefined) return [path.slice(map.length + 1), near];
  }
  return undefined;
}

function questions(): readonly Pick<Question, 'path' | 'choices'>[] {
  const own = components.flatMap(({ inputs }) =>
    (inputs?.questions ?? []).map((one) => ({ ...one, path: `${inputs?.token.key}.${one.path}` })),
  );
  return [...coreQuestions, ...own];
}

/** The first default below a path that is a text, a number, or true or false. */
function firstOf(below: readonly string[]): readonly [string, string] | undefined {
  const map = below.reduce<unknown>((at, key) => ownValue(at, key), defaultSpec(context));
  if (!isTree(map) || below.length === 0) return undefined;
  const found = Object.entries(map).find(
    ([, value]) => ['number', 'boolean', 'string'].includes(typeof value) && value !== '',
  );
  return found && [found[0], String(found[1])];
}
