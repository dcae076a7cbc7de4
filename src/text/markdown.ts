import { codeSpan, markdown } from './escape.ts';

/** Markdown that the catalog wrote; whatever else came into it is escaped. */
export class Markdown {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** Text of the catalog's own, with values in it. */
  static of(parts: readonly string[], values: readonly (string | number | Markdown)[]): Markdown {
    const inner = values.map((one) => (one instanceof Markdown ? one.#text : markdown(String(one))));
    return new Markdown(parts.map((part, index) => part + (inner[index] ?? '')).join(''));
  }

  static code(text: string): Markdown {
    return new Markdown(codeSpan(text));
  }

  toString(): string {
    return this.#text;
  }
}

/** One line of Markdown: `` md`In ${where} nothing leaves.` `` */
export function md(parts: TemplateStringsArray, ...values: readonly (string | number | Markdown)[]): Markdown {
  return Markdown.of(parts, values);
}

/** A value as code. */
export function code(text: string): Markdown {
  return Markdown.code(text);
}

/** Values as code, in one enumeration. */
export function codes(texts: readonly string[]): Markdown {
  return inOne(texts.map(code));
}

/** One enumeration. */
export function inOne(all: readonly Markdown[]): Markdown {
  const [first = md``, ...others] = all;
  const last = all.length > 2 ? ', and ' : ' and ';
  return others.reduce(
    (said, one, index) => md`${said}${Markdown.of([index < others.length - 1 ? ', ' : last], [])}${one}`,
    first,
  );
}
