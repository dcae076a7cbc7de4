import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export interface Pty {
  /** Waits until this is on the screen after what was waited for before, and then types. */
  readonly when: (text: string, keys?: string) => Promise<void>;
  /** All that was printed, without control characters. */
  readonly screen: () => string;
  /** The same with them. */
  readonly raw: () => string;
  readonly exit: Promise<number>;
}

export const keys = { enter: '\r', down: '\x1b[B', space: ' ', interrupt: '\x03', clear: '\x15' } as const;

/** A command of the sources in a real terminal. */
export function inTerminal(
  bin: 'create-avm' | 'avm',
  argv: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Pty {
  const args = [
    '--import',
    import.meta.resolve('tsx'),
    '--import',
    root('scripts/register-hbs.mjs'),
    root(`src/cli/${bin}.ts`),
    ...argv,
  ];
  return nodeInTerminal(args, cwd, env);
}

/** Node in a real terminal. */
export function nodeInTerminal(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Pty {
  // What a CI sets is not set where a person types: a spinner that finds CI does not spin.
  const inherited = { ...process.env };
  for (const name of ['CI', 'NO_COLOR', 'FORCE_COLOR'] as const) delete inherited[name];
  return spawned(process.execPath, args, cwd, { ...inherited, ...env });
}

/** A shell whose environment has nothing but this; it says `ready> ` when it waits. */
export function shellInTerminal(cwd: string, env: NodeJS.ProcessEnv): Pty {
  return spawned('/bin/sh', [], cwd, { ...env, PS1: 'ready> ', ENV: '' });
}

function spawned(file: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Pty {
  const child = spawn(file, [...args], {
    cwd,
    cols: 120,
    rows: Number(env['LINES'] ?? 50),
    name: 'xterm-256color',
    env,
  });
  let raw = '';
  let from = 0;
  let ended = false;
  let changed: () => void = () => {};
  child.onData((text) => {
    raw += text;
    changed();
  });
  const screen = (): string => stripVTControlCharacters(raw);
  const exit = new Promise<number>((done) => {
    child.onExit(({ exitCode, signal }) => {
      ended = true;
      changed();
      done(signal ? 128 + signal : exitCode);
    });
  });
  const when = async (text: string, typed = ''): Promise<void> => {
    const late = Date.now() + 90_000;
    for (;;) {
      const at = screen().indexOf(text, from);
      if (at !== -1) {
        from = at + text.length;
        break;
      }
      if (ended || Date.now() > late) throw new Error(`"${text}" did not come:\n${screen().slice(-3000)}`);
      await new Promise<void>((done) => {
        changed = done;
        setTimeout(done, 500);
      });
    }
    // The prompt is drawn before it listens.
    await new Promise((done) => setTimeout(done, 60));
    if (typed !== '') child.write(typed);
  };
  return { when, screen, raw: () => raw, exit };
}
