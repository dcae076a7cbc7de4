import type { Json, JsonObject } from '../checks/canonical.ts';
import { sortKeys } from '../checks/canonical.ts';
import type { ChangeKind, Diagnostic, PropertyChange, PropertyKind, Shift } from './model.ts';
import type { RawDiagnostics, RawProperty } from './schema.ts';

const changeKinds: readonly ChangeKind[] = [
  'create',
  'modify',
  'delete',
  'detach',
  'deploy',
  'nochange',
  'ignore',
  'unsupported',
];

/** Words are written as `NoChange`, `noChange`, and `no_change`, by API and version. */
const wordOf = (said: string): string => said.toLowerCase().replace(/[^a-z]/g, '');

export function changeKind(said: string): ChangeKind {
  return changeKinds.find((one) => one === wordOf(said)) ?? 'unknown';
}

const propertyKinds: readonly PropertyKind[] = ['create', 'modify', 'delete', 'noeffect'];

function propertyKind(said: string): PropertyKind {
  return propertyKinds.find((one) => one === wordOf(said)) ?? 'unknown';
}

/** The changes of properties that have no others within them, each with its whole path. */
export function leavesOf(changes: readonly RawProperty[] | null | undefined, above = ''): readonly PropertyChange[] {
  return (changes ?? []).flatMap((one): readonly PropertyChange[] => {
    const path = join(above, one.path ?? '');
    const children = one.children ?? [];
    if (children.length > 0) return leavesOf(children, path);
    const word = one.propertyChangeType ?? one.changeType ?? '';
    // An array with nothing within it is one whose items are told as a whole.
    const kind = wordOf(word) === 'array' ? 'modify' : propertyKind(word);
    return [{ path, kind, ...given('before', one.before), ...given('after', one.after) }];
  });
}

/** Positions in arrays are told as paths that are numbers. */
function join(above: string, path: string): string {
  if (above === '') return path;
  return /^\d+$/.test(path) ? `${above}[${path}]` : `${above}.${path}`.replace(/\.$/, '');
}

function given<K extends 'before' | 'after'>(key: K, value: unknown): Partial<Record<K, Json>> {
  return value === undefined ? {} : ({ [key]: sortKeys(value as Json) } as Record<K, Json>);
}

/** A resource before or after, if Azure tells of it. */
export function bodyOf<K extends 'before' | 'after'>(
  key: K,
  value: Readonly<Record<string, unknown>> | null | undefined,
): Partial<Record<K, JsonObject>> {
  return value ? ({ [key]: sortKeys(value as JsonObject) } as Record<K, JsonObject>) : {};
}

export function shiftOf(
  raw: { readonly before?: unknown; readonly after?: unknown } | null | undefined,
): Shift | undefined {
  return raw ? { before: word(raw.before), after: word(raw.after) } : undefined;
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '');

export function diagnosticsOf(all: RawDiagnostics): readonly Diagnostic[] {
  return (all ?? []).map(({ level, code, message, target }) => {
    const said = wordOf(level ?? '');
    return {
      level: said === 'error' || said === 'info' ? said : 'warning',
      code: code ?? '',
      message: message ?? '',
      target: target ?? '',
    };
  });
}

interface Identity {
  readonly identifiers?: Readonly<Record<string, unknown>> | null | undefined;
  readonly extension?: string | { readonly name?: string | null | undefined } | null | undefined;
  readonly symbolicName?: string | null | undefined;
}

/** The name of the extension; empty for a resource of Azure. */
export function extensionOf({ extension }: Identity): string {
  if (typeof extension === 'string') return extension;
  return extension ? (extension.name ?? 'extension') : '';
}

/** A resource of an extension has no ID: its identifiers stand for it, in the order of their keys. */
export function identityOf(type: string, one: Identity): string {
  const identifiers = JSON.stringify(sortKeys((one.identifiers ?? {}) as JsonObject));
  const name = identifiers === '{}' ? (one.symbolicName ?? '') : identifiers;
  return [extensionOf(one), type, name].filter(Boolean).join(' ');
}
