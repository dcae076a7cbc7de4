import { ownValue } from '../../bicep/own.ts';
import {
  bare,
  isArray,
  isExpression,
  isObject,
  type Expression,
  type ObjectValue,
  type Value,
} from '../../bicep/value.ts';
import { reasoned } from './reasons.ts';
import { canDiffer, canonical, headOf, isLate } from './shape.ts';
import { free } from './words.ts';
import { capital } from '../../text/pascal.ts';

/** A place in which values differ; undefined where one has nothing there. */
export interface Difference {
  readonly key: string;
  readonly values: readonly (Value | undefined)[];
  /** Known only at deployment. */
  readonly isLate: boolean;
}

/**
 * Values of one shape as one value, and the places in which they differ (anti-unification). The same difference in two
 * places is one. `at` gets the value at the place.
 */
export class Unifier {
  readonly #at: (difference: Difference) => Expression;
  readonly #taken = new Set(['key', 'deploy']);
  readonly #differences = new Map<string, Difference>();

  constructor(at: (difference: Difference) => Expression) {
    this.#at = at;
  }

  get differences(): readonly Difference[] {
    return [...this.#differences.values()];
  }

  params(all: readonly ObjectValue[]): ObjectValue {
    return Object.fromEntries(
      keysInOrder(all).flatMap((key) => {
        const values = all.map((one) => ownValue(one, key));
        const given = values.filter((one) => one !== undefined);
        if (given.length === 0) return [];
        return [[key, this.#param(values, given, key)]];
      }),
    );
  }

  value(values: readonly Value[], path: readonly string[]): Value {
    return reasoned(values, this.#unify(values.map(bare), path));
  }

  #param(values: readonly (Value | undefined)[], given: readonly Value[], key: string): Value {
    return given.length < values.length ? reasoned(given, this.#differ(values, [key])) : this.value(given, [key]);
  }

  #unify(values: readonly Value[], path: readonly string[]): Value {
    const [first = null] = values;
    if (isArray(first) && values.every((one) => isArray(one) && one.length === first.length)) {
      const at = (index: number): readonly Value[] => values.map((one) => (one as readonly Value[])[index] as Value);
      return this.#unless(values, path, 0, () => first.map((_, index) => this.value(at(index), path)));
    }
    const keys = isObject(first) ? keysOf(first) : '';
    if (isObject(first) && values.every((one) => isObject(one) && keysOf(one) === keys))
      return this.#unless(values, path, 1, () => this.#object(values as readonly ObjectValue[], path));
    const head = isExpression(first) ? headOf(first) : '';
    if (isExpression(first) && values.every((one) => isExpression(one) && headOf(one) === head))
      return this.#expression(values as readonly Expression[], path);
    const text = canonical(first);
    return values.every((one) => canonical(one) === text) ? first : this.#differ(values, path);
  }

  #object(values: readonly ObjectValue[], path: readonly string[]): Value {
    const entries = Object.entries(values[0] ?? {}).filter(([, one]) => one !== undefined);
    return Object.fromEntries(
      entries.map(([key]) => [
        key,
        this.value(
          values.map((one) => ownValue(one, key) as Value),
          [...path, key],
        ),
      ]),
    );
  }

  #expression(values: readonly Expression[], path: readonly string[]): Value {
    const each = <E extends Expression>(part: (one: E) => Value): Value =>
      this.value(
        values.map((one) => part(one as E)),
        path,
      );
    const all = <E extends Expression>(parts: (one: E) => readonly Value[]): Value[] =>
      parts(values[0] as E).map((_, index) => each<E>((one) => parts(one)[index] as Value));
    const first = values[0] as Expression;
    switch (first.$) {
      case 'call':
        return { ...first, args: all<typeof first>((one) => one.args) };
      case 'text':
        return { ...first, parts: all<typeof first>((one) => one.parts) as typeof first.parts };
      case 'if':
        return {
          ...first,
          test: each<typeof first>((one) => one.test),
          then: each<typeof first>((one) => one.then),
          else: each<typeof first>((one) => one.else),
        };
      case 'op':
        return { ...first, of: all<typeof first>((one) => one.of) };
      case 'for':
        return {
          ...first,
          in: each<typeof first>((one) => one.in),
          body: each<typeof first>((one) => one.body),
        };
      case 'lambda':
        return { ...first, body: each<typeof first>((one) => one.body) };
      case 'spread':
        return { ...first, value: each<typeof first>((one) => one.value) };
      default:
        return first;
    }
  }

  /** A small value that differs in more places than that is told as a whole. */
  #unless(values: readonly Value[], path: readonly string[], places: number, build: () => Value): Value {
    const before = [...this.#differences.keys()];
    const built = build();
    const added = [...this.#differences].slice(before.length);
    if (added.length <= places || !values.every(canDiffer)) return built;
    for (const [id, { key }] of added) {
      this.#differences.delete(id);
      this.#taken.delete(key);
    }
    return this.#differ(values, path);
  }

  #differ(values: readonly (Value | undefined)[], path: readonly string[]): Expression {
    const id = values.map(canonical).join('\n');
    const found = this.#differences.get(id) ?? {
      key: this.#key(path),
      values,
      isLate: values.some((one) => one !== undefined && isLate(one)),
    };
    this.#differences.set(id, found);
    return this.#at(found);
  }

  /** The last part of the path that says enough. */
  #key(path: readonly string[]): string {
    const names = path.map((_, index) =>
      path
        .slice(path.length - 1 - index)
        .map((part, at) => (at === 0 ? part : capital(part)))
        .join(''),
    );
    const name = names.find((one) => !this.#taken.has(one)) ?? names.at(-1) ?? '';
    return free(name, this.#taken);
  }
}

/** All keys; what only some have follows the key that it follows there. */
function keysInOrder(all: readonly ObjectValue[]): readonly string[] {
  const keys: string[] = [];
  for (const one of all) {
    let at = 0;
    for (const key of Object.keys(one)) {
      const found = keys.indexOf(key);
      if (found === -1) keys.splice(at, 0, key);
      at = (found === -1 ? at : found) + 1;
    }
  }
  return keys;
}

function keysOf(value: ObjectValue): string {
  return Object.entries(value)
    .flatMap(([key, one]) => (one === undefined ? [] : [key]))
    .toSorted()
    .join('\n');
}
