import { thisMachine, type Machine } from './folders.ts';
import { surroundings } from './programs.ts';
import { run } from './run.ts';

/** Asks a compiler for its version; null where it does not run or answers something else. */
export async function readVersion(path: string, machine: Machine = thisMachine()): Promise<string | null> {
  const { code, stdout } = await run(path, ['--version'], { ...surroundings(machine, path), timeout: 30_000 });
  if (code !== 0) return null;
  return /\b(\d+\.\d+\.\d+)\b/.exec(stdout)?.[1] ?? null;
}
