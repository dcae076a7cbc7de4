import type { JsonObject } from '../checks/canonical.ts';
import { isObject, type Json } from '../checks/canonical.ts';
import { ownValue } from '../bicep/own.ts';

/** Where a resource comes from in a workspace. */
export interface Origin {
  /** Components that made it; none if nothing in the plan did. */
  readonly components: readonly string[];
  /** `br/public:avm/res/network/nat-gateway:2.1.0`; a path, or a resource type. */
  readonly module: string;
  /** What it is called in main.bicep. */
  readonly symbol: string;
  /** IDs of rules and requirements. */
  readonly ids: readonly string[];
}

/** A resource that the template would create, by the prediction of the compiler. */
export interface ExpectedResource {
  readonly id: string;
  readonly type: string;
  readonly resource: JsonObject;
  readonly origin: Origin | undefined;
}

const isOpen = (text: string): boolean => /\[/.test(text);

/** What the template of an environment sets. IDs are compared as Azure compares them. */
export class Inventory {
  readonly all: readonly ExpectedResource[];
  readonly #byId: ReadonlyMap<string, ExpectedResource>;

  constructor(all: readonly ExpectedResource[]) {
    this.all = all;
    this.#byId = new Map(all.map((one) => [one.id.toLowerCase(), one]));
  }

  /** The resource with an ID, or the only one that it could be: that of a type whose name only a deployment computes. */
  find(id: string, type: string): ExpectedResource | undefined {
    const found = this.#byId.get(id.toLowerCase());
    if (found) return found;
    const all = this.openOf(type);
    // The name is computed, and what it extends usually isn’t.
    const scope = `'${id.slice(0, Math.max(0, id.lastIndexOf('/providers/'))).toLowerCase()}'`;
    const there = all.filter((one) => one.id.toLowerCase().includes(scope));
    const possible = there.length > 0 ? there : all;
    const origins = new Set(possible.map(({ origin }) => origin?.symbol));
    return origins.size === 1 ? possible[0] : undefined;
  }

  /** Resources of a type whose ID isn’t known before a deployment. */
  openOf(type: string): readonly ExpectedResource[] {
    return this.all.filter((one) => isOpen(one.id) && one.type.toLowerCase() === type.toLowerCase());
  }

  /** Whether every ID of a type is known, so that another one is surely none of them. */
  isClosed(type: string): boolean {
    return type !== '' && this.openOf(type).length === 0;
  }

  /** Resources that a result doesn’t mention; those whose ID isn’t known are counted by type. */
  missingFrom(told: readonly { readonly id: string; readonly type: string }[]): readonly ExpectedResource[] {
    const said = new Set(told.map(({ id }) => id.toLowerCase()));
    const left = new Map<string, number>();
    for (const { id, type } of told)
      if (!this.#byId.has(id.toLowerCase())) left.set(type.toLowerCase(), (left.get(type.toLowerCase()) ?? 0) + 1);
    return this.all.filter(({ id, type }) => {
      if (said.has(id.toLowerCase())) return false;
      if (!isOpen(id)) return true;
      const count = left.get(type.toLowerCase()) ?? 0;
      left.set(type.toLowerCase(), count - 1);
      return count <= 0;
    });
  }
}

/**
 * Whether a template sets a property: if any item of an array sets it, every item does. A value that only a deployment
 * computes can contain anything, so it sets all that is below it.
 */
export function sets(resource: JsonObject, path: string): boolean {
  const keys = path.split(/\.|(?=\[)/);
  return within(resource, keys);
}

function within(value: Json | undefined, [key, ...rest]: readonly string[]): boolean {
  if (value === undefined || value === null) return false;
  if (key === undefined || (typeof value === 'string' && isOpen(value))) return true;
  if (key.startsWith('[')) {
    if (!Array.isArray(value)) return true;
    // Items of an array that is set are set, also those beyond its end.
    return rest.length === 0 || (value as readonly Json[]).some((one) => within(one, rest));
  }
  if (!isObject(value)) return !Array.isArray(value);
  const own = Object.keys(value).find((one) => one.toLowerCase() === key.toLowerCase());
  return own !== undefined && within(ownValue<Json>(value, own), rest);
}
