import { createHash } from 'node:crypto';
import { canonical, isObject, type Json, type JsonObject } from '../checks/canonical.ts';
import type { Diagnostic, PropertyChange, ResourceChange, Shift, WhatIf } from './model.ts';

/** Compiled files that a result is of, as JSON. */
export interface Inputs {
  readonly template?: Json;
  readonly parameters?: Json;
  readonly flags?: Json;
}

/** SHA-256, in hexadecimal, of what a deployment would do: alike for the same result in another order or casing. */
export function digestOf(result: WhatIf, inputs: Inputs = {}): string {
  return createHash('sha256')
    .update(canonical({ version: 1, result: canonicalResult(result), ...inputs }))
    .digest('hex');
}

/** Without what differs from run to run: times, correlation IDs, names of nested deployments. */
function canonicalResult({ form, changes, diagnostics, denySettings, deploymentScope }: WhatIf): JsonObject {
  return {
    form,
    changes: sorted(changes.map(changeText)),
    diagnostics: sorted(diagnostics.map(diagnosticText)),
    denySettings: propertiesText(denySettings),
    ...(deploymentScope ? { deploymentScope: shiftText(deploymentScope) } : {}),
  };
}

/** What is to be created is compared as a whole; of another resource, only what changes. */
function changeText(one: ResourceChange): JsonObject {
  return {
    id: one.id.toLowerCase(),
    type: one.type.toLowerCase(),
    kind: one.kind === 'unknown' ? one.said.toLowerCase() : one.kind,
    certain: one.certain,
    properties: propertiesText(one.properties),
    ...(one.kind === 'create' && one.after ? { after: stable(one.after) } : {}),
    ...(one.managed ? { managed: shiftText(one.managed) } : {}),
    ...(one.denied ? { denied: shiftText(one.denied) } : {}),
    ...(one.unsupportedReason === '' ? {} : { unsupported: true }),
  };
}

function propertiesText(all: readonly PropertyChange[]): readonly Json[] {
  return sorted(
    all.map(({ path, kind, before, after }) => ({
      path: path.toLowerCase(),
      kind,
      ...(before === undefined ? {} : { before: volatile(path) ? marker : stable(before) }),
      ...(after === undefined ? {} : { after: volatile(path) ? marker : stable(after) }),
    })),
  );
}

const shiftText = ({ before, after }: Shift): JsonObject => ({
  before: before.toLowerCase(),
  after: after.toLowerCase(),
});

/** Names of nested deployments contain a hash of the deployment’s own name, which can have a time in it. */
function diagnosticText({ level, code, target }: Diagnostic): JsonObject {
  const isNested = /\/providers\/Microsoft\.Resources\/deployments\//i.test(target);
  return { level, code: code.toLowerCase(), target: isNested ? 'deployment' : target.toLowerCase() };
}

const marker = '(differs from run to run)';
const volatileKeys = new Set(['etag', 'systemdata', 'correlationid', 'createdtime', 'changedtime']);

function volatile(path: string): boolean {
  return path
    .toLowerCase()
    .split(/[.[\]]/)
    .some((key) => volatileKeys.has(key));
}

/** A value without what differs from run to run; IDs in it are compared as Azure compares them. */
function stable(value: Json): Json {
  if (typeof value === 'string') return /^\/(?:subscriptions|providers)\//i.test(value) ? value.toLowerCase() : value;
  if (Array.isArray(value)) return (value as readonly Json[]).map(stable);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, volatileKeys.has(key.toLowerCase()) ? marker : stable(inner)]),
  );
}

function sorted(all: readonly JsonObject[]): readonly Json[] {
  return all
    .map((one) => [canonical(one), one] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)))
    .map(([, one]) => one);
}
