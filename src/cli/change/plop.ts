import type { PlopConfig } from './plop-config.ts';
import { resolve } from 'node:path';
import { terminalAsker } from '../../../generators/terminal-asker.ts';
import type { NewWorkspace, Session, WorkspaceChange } from '../../../generators/session.ts';
import { engineAt } from './engine.ts';
import { exit } from '../shared/exit.ts';
import { isInterrupt, reportError } from '../shared/report.ts';
import { processTerminal, type Terminal } from '../shared/terminal.ts';

export async function plopSession({ session }: PlopConfig): Promise<Session> {
  const terminal = session?.terminal ?? processTerminal();
  const ask = terminalAsker(
    (text) => terminal.out(text),
    (text) => terminal.paint('bold', text),
  );
  return {
    ask,
    engine: engineAt(terminal.cwd, session?.intoExisting),
    blueprint: session?.blueprint,
    folder: session?.folder,
    named: session?.named,
    what: session?.what,
    environment: session?.environment,
  };
}

/** Ctrl-C under `npx plop` ends the process as Ctrl-C does: Plop itself would call it an error. */
export async function askAlone<T>(ask: () => Promise<T>, { session }: PlopConfig): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (session === undefined && isInterrupt(error)) {
      processTerminal().err('Stopped.');
      process.removeAllListeners('SIGINT');
      process.kill(process.pid, 'SIGINT');
      await new Promise((done) => setTimeout(done, 1000));
    }
    throw error;
  }
}

/** The action of all generators: writes what was asked for, by the same way as the commands do. */
export async function writeResult(result: object, { session }: PlopConfig): Promise<string> {
  const terminal = session?.terminal ?? processTerminal();
  const { folder } = result as NewWorkspace | WorkspaceChange;
  const root = resolve(terminal.cwd, folder);
  const code = await write(result as NewWorkspace | WorkspaceChange, root, terminal).catch(async (error: unknown) =>
    reportError(error, terminal, false),
  );
  if (code !== exit.clean) throw new Error('see above');
  return folder;
}

async function write(result: NewWorkspace | WorkspaceChange, root: string, terminal: Terminal): Promise<number> {
  if ('answers' in result) {
    const { createFrom } = await import('../create/create.ts');
    return createFrom(result, { check: true, git: true }, terminal);
  }
  const [{ changeWorkspace }, { applyChange }] = await Promise.all([import('./render.ts'), import('./change.ts')]);
  return changeWorkspace({}, { ...terminal, cwd: root }, (text) => applyChange(text, result));
}
