import { ownValue } from '../../src/bicep/own.ts';

/** A resource that would exist, as the compiler predicts it; values known only to Azure are expressions: `[reference(…)]`. */
export interface Predicted {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly [key: string]: unknown;
}

/** What a rule finds in the predicted resources of one environment. */
export interface Violation {
  /** Id of the resource that breaks the rule; empty where what is missing has none. */
  readonly resource: string;
  readonly what: string;
  readonly instead: string;
  /** True where only a deployment can tell whether it breaks the rule. */
  readonly untold?: true;
}

/** Everything one environment would have. Types and ids are compared without regard to case, as Azure does. */
export class Estate {
  readonly #resources: readonly Predicted[];
  readonly #byId: ReadonlyMap<string, Predicted>;
  readonly #looked: (found: readonly Predicted[]) => void;

  /** `looked` is told of the resources that are asked for; @default nobody is */
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

  /** Those that fit; no other counts as looked at. */
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

  /** Resources whose id lies below another's: children and extensions. */
  below(parent: Predicted, type: string): readonly Predicted[] {
    const start = `${parent.id.toLowerCase()}/`;
    return this.ofType(type).filter((one) => one.id.toLowerCase().startsWith(start));
  }
}

/** What a path of property names comes to: `read(vm, 'properties.securityProfile.encryptionAtHost')`. */
export function read(from: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => ownValue(value, key), from);
}

export function readList(from: unknown, path: string): readonly unknown[] {
  const value = read(from, path);
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** The items of a list; one that a deployment computes has its expression for the only item. */
export function readItems(from: unknown, path: string): readonly unknown[] {
  const value = read(from, path);
  return isUnresolved(value) ? [value] : readList(from, path);
}

export function readText(from: unknown, path: string): string {
  const value = read(from, path);
  return typeof value === 'string' ? value : '';
}

/** A value that only a deployment can tell. */
export function isUnresolved(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('[') && !value.startsWith('[[') && value.endsWith(']');
}

/** A violation for each resource with a value that breaks a rule; one that a deployment computes is told as that. */
export function whereValue(
  resources: readonly Predicted[],
  valueOf: (one: Predicted) => unknown,
  broken: (value: unknown, one: Predicted) => boolean,
  what: string,
  instead: string,
): readonly Violation[] {
  return resources.flatMap((one): readonly Violation[] => {
    const value = valueOf(one);
    if (isUnresolved(value)) return [untold(one.id, `only a deployment computes whether ${what}`, instead)];
    return broken(value, one) ? [{ resource: one.id, what, instead }] : [];
  });
}

/** What only a deployment can tell of a resource. */
export function untold(resource: string, what: string, instead: string): Violation {
  return { resource, what, instead, untold: true };
}

/** A resource, and the id by which it names another one. */
export type Reference = readonly [from: Predicted, id: string];

/** What resources of a type that belong to one refer to, such as the data collection rule of each association. */
export function referencesBelow(estate: Estate, one: Predicted, type: string, path: string): readonly Reference[] {
  return estate
    .below(one, type)
    .map((below) => [one, readText(below, path)] as const)
    .filter(([, id]) => id !== '');
}

/** Of references those that lead out of the template, or that a deployment computes: nothing can be said of what is there. */
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
        ? untold(from.id, `only a deployment computes which ${other} it has`, instead)
        : untold(from.id, `its ${other} is not part of this workspace`, instead),
    );
}

/** A violation for each resource that does not hold. */
export function where(
  resources: readonly Predicted[],
  broken: (one: Predicted) => boolean,
  what: string,
  instead: string,
): readonly Violation[] {
  return resources.filter(broken).map((one) => ({ resource: one.id, what, instead }));
}
