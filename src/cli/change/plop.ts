import type { PlopConfig } from './plop-config.ts';
import { resolve } from 'node:path';
import { keptAsker } from '../../../generators/kept-asker.ts';
import { terminalAsker } from '../../../generators/terminal-asker.ts';
import type { NewWorkspace, Session, WorkspaceChange } from '../../../generators/session.ts';
import { engineAt } from './engine.ts';
import { exit } from '../shared/exit.ts';
import { isInterrupt, reportError } from '../shared/report.ts';
import { processTerminal, type Terminal } from '../shared/terminal.ts';

export async function plopSession({ session }: PlopConfig): Promise<Session> {
  const terminal = session?.terminal ?? processTerminal('plop');
  const ask = terminalAsker(terminal);
  return {
    ask: session?.keep ? await keptAsker(ask, session.keep) : ask,
    engine: engineAt(terminal.cwd, session?.intoExisting),
    blueprint: session?.blueprint,
    preset: session?.preset,
    folder: session?.folder,
    named: session?.named,
    what: session?.what,
    environment: session?.environment,
    module: session?.module,
  };
}

/** Ctrl-C under `npx plop` ends the process by signal: Plop itself would report an error. */
export async function askAlone<T>(ask: () => Promise<T>, { session }: PlopConfig): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (session === undefined && isInterrupt(error)) {
      processTerminal('plop').err('Stopped.');
      process.removeAllListeners('SIGINT');
      process.kill(process.pid, 'SIGINT');
      await new Promise((done) => setTimeout(done, 1000));
    }
    throw error;
  }
}

/** The action of all generators: writes the result in the same way as the commands. */
export async function writeResult(result: object, { session }: PlopConfig): Promise<string> {
  const terminal = session?.terminal ?? processTerminal('plop');
  const { folder } = result as NewWorkspace | WorkspaceChange;
  const root = resolve(terminal.cwd, folder);
  const code = await write(result as NewWorkspace | WorkspaceChange, root, terminal).catch(async (error: unknown) =>
    reportError(error, terminal, false),
  );
  if (code !== exit.clean) throw new Error('the workspace was not written');
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
