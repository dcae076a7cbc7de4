import { resolve } from 'node:path';
import { dataFolder } from '../../../avm-catalog/modules/load.ts';
import { SourceError } from '../../../avm-catalog/modules/source.ts';
import { syncModules } from '../../../avm-catalog/modules/sync.ts';
import { formatDiff } from '../../../avm-catalog/modules/sync-lines.ts';
import { describe } from '../../findings/describe.ts';
import { exit, type ExitCode } from '../exit.ts';
import { Failure } from '../failure.ts';
import type { Terminal } from '../terminal.ts';
import { jsonText } from '../../findings/characters.ts';

export interface SyncOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export async function runSync(
  source: string,
  { dryRun = false, json }: SyncOptions,
  { cwd, out, paint }: Terminal,
): Promise<ExitCode> {
  const diff = told(() => syncModules(resolve(cwd, source), dataFolder(), { dryRun }));
  if (json) out(jsonText({ ok: true, dryRun, ...diff }));
  else for (const line of formatDiff(diff)) out(/^\s*!/.test(line) ? paint('red', line) : line);
  return exit.clean;
}

function told<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const { code, path, message: detail } = error;
    const { message, remedy } = describe({
      code: `source/${code}`,
      severity: 'error',
      where: {},
      ids: [],
      args: { path, detail },
    });
    throw new Failure({ code: `source/${code}`, what: `${message}.`, where: path, remedy });
  }
}
