import {
  cased,
  type Casing,
  type NamePart,
  type NamePatternParameters,
  type NameToken,
} from '../../avm-catalog/constitution/rules/name-pattern.ts';
import { environmentCode, regionCode } from '../../avm-catalog/constitution/rules/name-texts.ts';
import type { View } from '../../avm-catalog/kernel/view.ts';
import { call, join, param, variable, type Expression, type Value } from '../bicep/value.ts';

/** A part of a name: text, or what differs by environment. */
export type Part = string | { readonly expression: Expression; readonly in: (view: View) => string };

export interface MadeName {
  readonly value: Value;
  /** As it will be in an environment; the computed part is written as `x`. */
  readonly in: (view: View) => string;
}

export function madeOf(parts: readonly Part[]): MadeName {
  return {
    value: join(parts.map((part) => (typeof part === 'string' ? part : part.expression))),
    in: (view) => parts.map((part) => (typeof part === 'string' ? part : part.in(view))).join(''),
  };
}

/** What a predicted name has as its computed part. */
export function masked(length: number): string {
  return 'x'.repeat(length);
}

/** The parts of a pattern as values of Bicep, with their values in each environment. */
export class NameParts {
  readonly #workload: string;
  readonly #views: readonly View[];
  readonly #is: NamePatternParameters;

  constructor(workload: string, views: readonly View[], is: NamePatternParameters) {
    this.#workload = workload;
    this.#views = views;
    this.#is = is;
  }

  /** `own` is the text of the type, and `workload` that of a workload which is shortened. */
  part(part: NamePart, own: { readonly type?: string; readonly workload?: Part } = {}): Part {
    if (part.kind !== 'token') return part.text;
    if (part.token === 'type') return own.type ?? '';
    if (part.token === 'workload' && own.workload !== undefined) return this.#cased(own.workload, part.casing);
    return this.#cased(this.#token(part.token), part.casing);
  }

  /** The most characters that parts have in any environment, without type and workload. */
  width(parts: readonly NamePart[]): number {
    const fixed = parts.filter((part) => part.kind !== 'token' || part.token !== 'workload');
    const name = madeOf(fixed.map((part) => this.part(part)));
    return Math.max(...this.#views.map((view) => name.in(view).length));
  }

  /** True if the parts give the same text in Bicep. */
  isAlike(some: readonly NamePart[], others: readonly NamePart[]): boolean {
    const [a, b] = [some, others].map((parts) => JSON.stringify(madeOf(parts.map((part) => this.part(part))).value));
    return a === b;
  }

  get hasEnvironmentCodes(): boolean {
    return this.#views.some(({ environment }) => environmentCode(environment, this.#is) !== environment);
  }

  #cased(part: Part, casing: Casing): Part {
    if (typeof part === 'string') return cased(part, casing);
    const { expression, in: raw } = part;
    const isLower = this.#views.every((view) => raw(view) === raw(view).toLowerCase());
    if (casing === 'asIs' || (casing === 'lower' && isLower)) return part;
    return {
      expression: call(casing === 'upper' ? 'toUpper' : 'toLower', expression),
      in: (view) => cased(raw(view), casing),
    };
  }

  #token(token: Exclude<NameToken, 'type'>): Part {
    const is = this.#is;
    switch (token) {
      case 'workload':
        return { expression: variable('workload'), in: () => this.#workload };
      case 'environment': {
        const name = param('environmentName');
        const expression = this.hasEnvironmentCodes ? variable('environmentCodes', name) : name;
        return { expression, in: (view) => environmentCode(view.environment, is) };
      }
      case 'region':
        return {
          expression: variable('regionCodes', param('location')),
          in: (view) => regionCode(view.core.location.region, is) ?? '',
        };
      case 'instance':
        return is.instance;
      case 'unique':
        return { expression: variable('unique'), in: () => masked(is.uniqueLength) };
    }
  }
}
