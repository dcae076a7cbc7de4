import { isatty } from 'node:tty';
import { styleText } from 'node:util';
import { screenText } from '../../findings/characters.ts';
import { exit } from './exit.ts';
import { decodeText, standardInput } from './text.ts';

type Style = Parameters<typeof styleText>[0];
export type Paint = (style: Style, text: string) => string;

/** What a command reads from and writes to; tests give one of their own. */
export interface Terminal {
  readonly cwd: string;
  /** The command that runs, such as `avm env add`. */
  readonly command: string;
  readonly env: NodeJS.ProcessEnv;
  /** Questions can be asked. */
  readonly interactive: boolean;
  /** Standard error is a terminal, so a line can be redrawn. */
  readonly live: boolean;
  /** Height of the terminal, if it is one. */
  readonly rows?: () => number | undefined;
  /** Where keys come from, if questions can be asked. */
  readonly keys?: NodeJS.ReadStream;
  /** A line of the result: standard output. */
  readonly out: (line?: string) => void;
  /** A line about the run: standard error. */
  readonly err: (line?: string) => void;
  readonly paint: Paint;
  readonly paintErr: Paint;
  /** A text with its commands as this user can run them; `out` and `err` write what people read like that by themselves. */
  readonly spoken: (text: string) => string;
  /** All of standard input, up to a limit; throws `RangeError` beyond it, and `Refusal` for what is not UTF-8. */
  readonly readInput: (limit: number) => Promise<string>;
}

export function processTerminal(command: string, cwd: string = process.cwd()): Terminal {
  const { stdout, stderr, env } = process;
  tellOfOutput();
  const interactive = isatty(0) && isatty(1);
  return {
    cwd,
    command,
    env,
    interactive,
    ...(interactive && { keys: process.stdin }),
    live: isatty(2) && env['TERM'] !== 'dumb',
    rows: () => stdout.rows,
    out: (line = '') => void stdout.write(`${printed(line)}\n`),
    err: (line = '') => void stderr.write(`${printed(line)}\n`),
    paint: painter(stdout, env),
    paintErr: painter(stderr, env),
    spoken: (text) => text,
    readInput,
  };
}

/** Waits until all that was written has left this process. */
export async function flushed(): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) await new Promise((done) => stream.write('', done));
}

/** The same terminal, with everything that is written for people on standard error. */
export function humansOnErr(terminal: Terminal): Terminal {
  return { ...terminal, out: terminal.err, paint: terminal.paintErr };
}

function painter(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Paint {
  const forced = env['FORCE_COLOR'];
  const plain = env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '';
  const coloured =
    forced === undefined ? !plain && stream.isTTY && env['TERM'] !== 'dumb' : !['0', 'false'].includes(forced);
  return coloured ? styled : (_, text) => text;
}

/** No text from outside knows it, so no text from outside can color, move, or hide anything. */
const mark = Math.random().toString(36).slice(2);

export function styled(style: Style, text: string): string {
  const [open = '', close = ''] = styleText(style, '\n', { validateStream: false }).split('\n');
  return marked(open) + text + marked(close);
}

function marked(sequences: string): string {
  return sequences.replaceAll('\u001b', `\u001b${mark}`);
}

/** What is written of a text: lines and our own styles; anything else that a terminal would obey is spelled out. */
export function printed(text: string): string {
  return screenText(text, `\u001b${mark}(\\[[\\d;]{1,20}m)`);
}

/** `avm catalog modules | head` is no failure; a disk that is full is one, and nobody’s fault here. */
function tellOfOutput(): void {
  let told = false;
  const onError = (error: NodeJS.ErrnoException): void => {
    if (error.code === 'EPIPE' || told) return;
    told = true;
    process.once('exit', () => void (process.exitCode = exit.failed));
    process.stderr.write(`error[output]: The output cannot be written: ${error.message}.\n`);
  };
  for (const stream of [process.stdout, process.stderr]) stream.on('error', onError);
}

async function readInput(limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new RangeError('too much input');
    chunks.push(chunk);
  }
  return decodeText(Buffer.concat(chunks), standardInput);
}
