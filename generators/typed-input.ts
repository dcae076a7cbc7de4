import { PassThrough } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** The part of a terminal that keys come from. */
export interface KeySource {
  on(event: string, listener: (chunk: Buffer) => void): unknown;
  off(event: string, listener: (chunk: Buffer) => void): unknown;
  pause(): unknown;
  resume(): unknown;
  setRawMode(mode: boolean): unknown;
}

/** The question that is on the screen. */
interface OpenPrompt {
  /** A pasted line is typed into it. Any other prompt is ended, because letters are commands of a list. */
  readonly takesText: boolean;
  /** Ends it: a pasted line waits, for `takeLine`. */
  readonly end: () => void;
}

export type { TypedInput };

const interrupt = '\u0003';
const pasteMarks = /\u001b\[20[01]~/g;
const lineEnd = /\r\n?|\n/;

/**
 * Keys for one question at a time. A terminal hands on pasted lines at once, and readline reads all of them for the
 * question that is open; here, those after the first wait for the questions that follow.
 */
class TypedInput {
  /** What a prompt reads from. */
  readonly stream: PassThrough & { setRawMode: (mode: boolean) => void };
  readonly #source: KeySource;
  readonly #decoder = new StringDecoder('utf8');
  readonly #read = (chunk: Buffer): void => this.#take(this.#decoder.write(chunk).replaceAll(pasteMarks, ''));
  #waiting = '';
  #open: OpenPrompt | undefined;
  /** A line was entered, and it is not known yet whether it is accepted. */
  #isJudged = false;
  /** The first keys of a question were pressed before it was asked. */
  #isEarly = false;

  constructor(source: KeySource) {
    this.#source = source;
    this.stream = Object.assign(new PassThrough(), { setRawMode: (mode: boolean) => void source.setRawMode(mode) });
    source.on('end', () => this.stream.end());
  }

  open(prompt: OpenPrompt): void {
    this.#open = prompt;
    this.#isEarly = true;
    setImmediate(() => (this.#isEarly = false));
    this.#source.on('data', this.#read);
    this.#source.resume();
    if (this.#waiting !== '') this.#deliver(prompt);
  }

  close(): void {
    this.#source.off('data', this.#read);
    this.#source.pause();
    this.#open = undefined;
    this.#isJudged = false;
  }

  /** The next pasted line; undefined where there is none, or where it has keys that only a prompt knows. */
  takeLine(): string | undefined {
    const { line, rest } = split(this.#waiting);
    if (line === undefined || hasKeys(line)) return undefined;
    this.#waiting = rest;
    return line;
  }

  /** Takes all that waits: a line before it was refused, so they no longer are the answers to what is asked. */
  drop(): readonly string[] {
    const lines = this.#waiting.split(lineEnd).filter(hasText);
    this.#waiting = '';
    this.#isJudged = false;
    return lines;
  }

  #take(text: string): void {
    const prompt = this.#open;
    if (prompt === undefined) return;
    if (text.includes(interrupt)) {
      this.#waiting = '';
      this.stream.write(interrupt);
    } else if (this.#isJudged || this.#isEarly) {
      // Enter that is pressed too early accepts nothing that was not on the screen.
      if (hasText(text)) this.#waiting += text;
      if (!this.#isJudged) this.#deliver(prompt);
    } else {
      this.#waiting += text;
      this.#deliver(prompt);
    }
  }

  #deliver({ takesText, end }: OpenPrompt): void {
    const { line, rest } = split(this.#waiting);
    if (line === undefined) {
      this.stream.write(this.#waiting);
      this.#waiting = '';
    } else if (takesText || !isPastedLine(line)) {
      this.#waiting = hasText(rest) ? rest : '';
      this.#isJudged = takesText;
      this.stream.write(`${line}\r`);
    } else end();
  }
}

function split(text: string): { readonly line?: string; readonly rest: string } {
  const end = lineEnd.exec(text);
  return end ? { line: text.slice(0, end.index), rest: text.slice(end.index + end[0].length) } : { rest: text };
}

const control = /[\u0000-\u0008\u000b-\u001f\u007f]/;
const hasKeys = (text: string): boolean => control.test(text);
const hasText = (text: string): boolean => text.split(lineEnd).some((line) => line.trim() !== '');

/** One letter may be a key of a list or of a yes-or-no question. */
function isPastedLine(line: string): boolean {
  return line.trim().length > 1 && !hasKeys(line);
}

/** What waits belongs to the terminal: one run can have several askers. */
const inputs = new WeakMap<KeySource, TypedInput>();

export function typedInput(source: KeySource | undefined): TypedInput | undefined {
  if (source === undefined) return undefined;
  const typed = inputs.get(source) ?? new TypedInput(source);
  inputs.set(source, typed);
  return typed;
}
