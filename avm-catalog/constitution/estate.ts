import { ownValue } from '../../src/bicep/own.ts';

/** A resource that the compiler predicts; values that only Azure knows are expressions: `[reference(…)]`. */
export interface Predicted {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly [key: string]: unknown;
}

/** A violation in the predicted resources of one environment. */
export interface Violation {
  /** ID of the resource that violates the rule; empty if a resource is missing. */
  readonly resource: string;
  readonly what: string;
  readonly instead: string;
  /** True if only a deployment determines whether it violates the rule. */
  readonly untold?: true;
}

/** The predicted resources of one environment. Types and IDs are compared case-insensitively, as in Azure. */
export class Estate {
  readonly #resources: readonly Predicted[];
  readonly #byId: ReadonlyMap<string, Predicted>;
  readonly #looked: (found: readonly Predicted[]) => void;

  /** `looked` is called with the resources that are read. */
  constructor(resources: readonly Predicted[], looked: (found: readonly Predicted[]) => void = () => {}) {
    this.#resources = resources;
    this.#byId = new Map(resources.map((one) => [one.id.toLowerCase(), one]));
    this.#looked = looked;
  }

  get resources(): readonly Predicted[] {
    this.#looked(this.#resources);
    return this.#resources;
  }

  ofType(...types: readonly string[]): readonly Predicted[] {
    const wanted = new Set(types.map((type) => type.toLowerCase()));
    return this.suchThat((one) => wanted.has(one.type.toLowerCase()));
  }

  /** The resources that fit; only these count as read. */
  suchThat(fits: (one: Predicted) => boolean): readonly Predicted[] {
    const found = this.#resources.filter(fits);
    this.#looked(found);
    return found;
  }

  byId(id: unknown): Predicted | undefined {
    const found = typeof id === 'string' ? this.#byId.get(id.toLowerCase()) : undefined;
    if (found) this.#looked([found]);
    return found;
  }

  /** Children and extensions of a resource, by their ID. */
  below(parent: Predicted, type: string): readonly Predicted[] {
    const start = `${parent.id.toLowerCase()}/`;
    return this.ofType(type).filter((one) => one.id.toLowerCase().startsWith(start));
  }
}

/** The value at a path of property names: `read(vm, 'properties.securityProfile.encryptionAtHost')`. */
export function read(from: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => ownValue(value, key), from);
}

export function readList(from: unknown, path: string): readonly unknown[] {
  const value = read(from, path);
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** The items of a list; for a computed list, its expression is the only item. */
export function readItems(from: unknown, path: string): readonly unknown[] {
  const value = read(from, path);
  return isUnresolved(value) ? [value] : readList(from, path);
}

export function readText(from: unknown, path: string): string {
  const value = read(from, path);
  return typeof value === 'string' ? value : '';
}

/** A value that only a deployment determines. */
export function isUnresolved(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('[') && !value.startsWith('[[') && value.endsWith(']');
}

/** A violation for each resource with a forbidden value; a computed value is reported as such. */
export function whereValue(
  resources: readonly Predicted[],
  valueOf: (one: Predicted) => unknown,
  broken: (value: unknown, one: Predicted) => boolean,
  what: string,
  instead: string,
): readonly Violation[] {
  return resources.flatMap((one): readonly Violation[] => {
    const value = valueOf(one);
    if (isUnresolved(value)) return [untold(one.id, `only a deployment determines whether ${what}`, instead)];
    return broken(value, one) ? [{ resource: one.id, what, instead }] : [];
  });
}

/** A possible violation that only a deployment determines. */
export function untold(resource: string, what: string, instead: string): Violation {
  return { resource, what, instead, untold: true };
}

/** A resource, and the ID of another one that it refers to. */
export type Reference = readonly [from: Predicted, id: string];

/** References of the child resources of a type, such as the data collection rule of each association. */
export function referencesBelow(estate: Estate, one: Predicted, type: string, path: string): readonly Reference[] {
  return estate
    .below(one, type)
    .map((below) => [one, readText(below, path)] as const)
    .filter(([, id]) => id !== '');
}

/** References to resources outside the template, or computed by a deployment: their target is unknown. */
export function untoldReferences(
  estate: Estate,
  references: readonly Reference[],
  other: string,
  instead: string,
): readonly Violation[] {
  return references
    .filter(([, id]) => id !== '' && !estate.byId(id))
    .map(([from, id]) =>
      isUnresolved(id)
        ? untold(from.id, `only a deployment determines which ${other} it has`, instead)
        : untold(from.id, `its ${other} isn’t part of this workspace`, instead),
    );
}

/** A violation for each resource that matches. */
export function where(
  resources: readonly Predicted[],
  broken: (one: Predicted) => boolean,
  what: string,
  instead: string,
): readonly Violation[] {
  return resources.filter(broken).map((one) => ({ resource: one.id, what, instead }));
}
