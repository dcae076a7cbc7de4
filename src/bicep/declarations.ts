import { Scanner } from './scan.ts';

interface Line {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

/** A declaration of a Bicep file or of a parameter file. */
export interface Declaration {
  readonly kind: 'param' | 'var' | 'module' | 'resource' | 'output' | 'type' | 'func';
  readonly name: string;
  /** 1-based, with the comments and the decorators before it. */
  readonly from: number;
  /** 1-based, of its keyword. */
  readonly line: number;
  /** 1-based, inclusive. */
  readonly to: number;
  /** What a module or a resource has in quotes behind its name; empty for anything else. */
  readonly source: string;
  readonly isExisting: boolean;
  /** Lines of the comments before it. */
  readonly comments: readonly Line[];
  /** Lines of each decorator, and of each directive to the compiler, before it. */
  readonly decorators: readonly (readonly Line[])[];
  /** All its lines, decorators among them; comments and empty lines are left out. */
  readonly code: readonly Line[];
}

const head =
  /^(param|var|module|resource|output|type|func)\s+([A-Za-z_]\w*)(?:\s+'((?:[^'\\]|\\.)*)'(\s+existing\b)?)?/;

/** A pattern that can go back over a line of any length exhausts the stack. */
const longestHead = 4_000;

/**
 * The declarations of any text, in order; strings, comments and brackets have none. If a bracket is never closed, empty
 * lines close it, so that one fault does not hide all that follows.
 */
export function readDeclarations(lines: readonly string[]): readonly Declaration[] {
  const { found, unclosed } = new Reader().read(lines);
  return unclosed === undefined ? found : new Reader().read(lines, unclosed).found;
}

class Reader {
  readonly #found: (Declaration & { readonly code: Line[]; to: number })[] = [];
  readonly #scanner = new Scanner();
  #comments: Line[] = [];
  #decorators: Line[][] = [];
  #isDecorated = false;
  /** Lines of the decorator or the declaration that is being read. */
  #open: Line[] = [];

  /** From the line with that index on, empty lines close brackets. `unclosed` is the line that leaves something open. */
  read(lines: readonly string[], closesFrom = lines.length) {
    let last = 0;
    lines.forEach((text, index) => {
      if (isEmpty(text)) {
        if (index >= closesFrom) this.#scanner.closeBrackets();
        this.#emptyLine();
      } else if (this.#scanner.isOutside) {
        last = index;
        this.#outside({ text, line: index + 1 });
      } else {
        const said = this.#scanner.uncommented(text);
        if (said === text || said.trim() !== '') this.#open.push({ text, line: index + 1 });
      }
    });
    for (const one of this.#found) one.to = one.code.at(-1)?.line ?? one.line;
    return { found: this.#found, unclosed: this.#scanner.isOutside ? undefined : last };
  }

  #outside(here: Line): void {
    const said = this.#scanner.uncommented(here.text).trimStart();
    if (said === '') this.#comments.push(here);
    else if (said.startsWith('@') || said.startsWith('#')) this.#decorate(said, here);
    else if (/^\w/.test(said)) this.#declare(said, here);
    else {
      // A choice and a type may continue on the next line: `? …`, `| …`.
      this.#open.push(here);
      this.#comments = [];
    }
  }

  #decorate(said: string, here: Line): void {
    this.#open = [here];
    this.#decorators.push(this.#open);
    if (said.startsWith('@')) this.#isDecorated = true;
  }

  #declare(said: string, here: Line): void {
    const [, kind, name = '', source = '', existing] = head.exec(said.slice(0, longestHead)) ?? [];
    const comments = this.#comments;
    const decorators = this.#decorators;
    this.#open = decorators.length === 0 ? [here] : [...decorators.flat(), here];
    this.#forget();
    if (kind === undefined) return;
    this.#found.push({
      kind: kind as Declaration['kind'],
      name,
      from: Math.min(here.line, comments[0]?.line ?? here.line, decorators[0]?.[0]?.line ?? here.line),
      line: here.line,
      to: here.line,
      source: kind === 'module' || kind === 'resource' ? source : '',
      isExisting: existing !== undefined,
      comments,
      decorators,
      code: this.#open,
    });
  }

  /** A comment above an empty line is about something else; a decorator, with its comments, is about what follows. */
  #emptyLine(): void {
    if (this.#scanner.isOutside && !this.#scanner.isInComment && !this.#isDecorated) this.#forget();
  }

  #forget(): void {
    this.#comments = [];
    this.#decorators = [];
    this.#isDecorated = false;
  }
}

/** Looks at all of a line only if it ends in a space, for speed. */
const isEmpty = (line: string): boolean =>
  line === '' || (line.charCodeAt(line.length - 1) <= 0x20 && line.trim() === '');
