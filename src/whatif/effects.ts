import { immutableAt } from '../../avm-catalog/azure/immutable-properties.ts';
import type { ChangeEffect } from '../../avm-catalog/constitution/changes.ts';
import { isObject, type Json, type JsonObject } from '../checks/canonical.ts';
import { ownValue } from '../bicep/own.ts';
import type { PropertyChange, ResourceChange } from './model.ts';

const roleTypes = new Set(
  ['roleAssignments', 'roleDefinitions', 'roleAssignmentScheduleRequests', 'roleEligibilityScheduleRequests'].map(
    (one) => `microsoft.authorization/${one.toLowerCase()}`,
  ),
);

/** The effects of a change, with the properties that are really changed. */
export function effectsOf(change: ResourceChange, real: readonly PropertyChange[]): readonly ChangeEffect[] {
  const { kind, type } = change;
  const isDone = ['create', 'modify', 'delete', 'detach', 'deploy', 'unknown'].includes(kind);
  if (!isDone) return [];
  const found: readonly (readonly [ChangeEffect, boolean])[] = [
    ['delete', kind === 'delete'],
    ['replace', replacing(change, real).length > 0],
    ['detach', kind === 'detach'],
    ['role-assignment', roleTypes.has(type.toLowerCase()) && (kind !== 'modify' || real.length > 0)],
    ['public-access', opensUp(change, real)],
  ];
  return found.flatMap(([effect, holds]) => (holds ? [effect] : []));
}

/** The properties that Azure refuses to change. */
export function replacing({ type, kind }: ResourceChange, real: readonly PropertyChange[]): readonly PropertyChange[] {
  if (kind !== 'modify') return [];
  return real.filter(({ path, before }) => immutableAt(type, path) !== undefined && before !== undefined);
}

type IsOpen = (value: Json) => boolean;

const isWord =
  (...words: readonly string[]): IsOpen =>
  (value) =>
    typeof value === 'string' && words.includes(value.toLowerCase());

/** Values of properties that let in networks that aren’t private. Their last keys are the same in all types. */
const opening: readonly (readonly [key: string, isOpen: IsOpen])[] = [
  ['publicnetworkaccess', isWord('enabled')],
  ['publicnetworkaccessforingestion', isWord('enabled')],
  ['publicnetworkaccessforquery', isWord('enabled')],
  ['allowblobpublicaccess', (value) => value === true],
  ['defaultaction', isWord('allow')],
  ['publicaccess', isWord('blob', 'container')],
  ['publicipaddress', (value) => value !== null && value !== ''],
];

const publicAddress = 'microsoft.network/publicipaddresses';
const anywhere = isWord('*', 'internet', '0.0.0.0/0', '::/0', 'any');

function opensUp({ kind, type, after }: ResourceChange, real: readonly PropertyChange[]): boolean {
  if (kind === 'create') return type.toLowerCase() === publicAddress || (after !== undefined && isOpen('', after));
  return real.some(({ path, after: value }) => value !== undefined && isOpen(lastKey(path), value));
}

const lastKey = (path: string): string =>
  path
    .replace(/(\[\d+\])+$/, '')
    .split('.')
    .at(-1) ?? '';

function isOpen(key: string, value: Json): boolean {
  const found = opening.find(([name]) => name === key.toLowerCase());
  if (found?.[1](value)) return true;
  if (Array.isArray(value)) return (value as readonly Json[]).some((one) => isOpen('', one));
  if (!isObject(value)) return false;
  return isOpenRule(value) || Object.entries(value).some(([name, inner]) => isOpen(name, inner));
}

/** A security rule that allows what comes from anywhere. */
function isOpenRule(rule: JsonObject): boolean {
  const { access, direction } = rule;
  if (!isWord('allow')(access ?? null) || !isWord('inbound')(direction ?? null)) return false;
  const prefixes = ownValue<Json>(rule, 'sourceAddressPrefixes');
  const all = [rule['sourceAddressPrefix'] ?? null, ...(Array.isArray(prefixes) ? (prefixes as readonly Json[]) : [])];
  return all.some(anywhere);
}
