import { ownValue } from '../../src/bicep/own.ts';
import { camel, capital } from '../../src/text/pascal.ts';
import { namedKey } from './core.ts';
import type { View } from './view.ts';

/**
 * What a named component calls things, and where its answers are. A type is written as if there were one of it: its names
 * begin with its key, and those of a named component begin with the component's name instead.
 */
export class NamedScope {
  readonly id: string;
  /** Name of the type. */
  readonly type: string;
  readonly #key: string;
  readonly #root: string;
  readonly #made = new Set<string>();

  /** How documents call it. */
  readonly title: string;

  constructor(id: string, type: string, key: string, title: string) {
    this.title = title;
    this.id = id;
    this.type = type;
    this.#key = key;
    this.#root = camel(id);
  }

  /** `reportsSku` for `storageAccountSku`; a name that does not begin with the key follows the component's name. */
  name(name: string): string {
    const rest = name.startsWith(this.#key) ? name.slice(this.#key.length) : name;
    return `${this.#root}${capital(rest)}`;
  }

  /** The same for the key of a name or an id that the type makes. */
  own(key: string): string {
    this.#made.add(key);
    return this.name(key);
  }

  made(): readonly string[] {
    return [...this.#made];
  }

  /** A key that the type made, or one of another component. */
  known(key: string): string {
    return this.#made.has(key) ? this.name(key) : key;
  }

  /** Where an answer of the type is, below `spec`. */
  path(path: string): string {
    return path === this.#key || path.startsWith(`${this.#key}.`)
      ? `${namedKey}.${this.id}${path.slice(this.#key.length)}`
      : path;
  }

  inputs({ inputs }: Pick<View, 'inputs'>): unknown {
    return ownValue(ownValue(inputs, namedKey), this.id);
  }

  /** What its answers say, whatever the type makes of it. */
  isOn(view: Pick<View, 'inputs'>): boolean {
    return (this.inputs(view) as { readonly enabled?: boolean } | undefined)?.enabled !== false;
  }

  /** The view that the type sees: the inputs of the type are those of the component. */
  view<V extends Pick<View, 'inputs'>>(view: V): V {
    return { ...view, inputs: { ...view.inputs, [this.#key]: this.inputs(view) } };
  }
}
