import type { Finding } from '../../findings/finding.ts';
import { CompilerError } from './error.ts';
import { thisMachine, type Machine } from './folders.ts';
import { missingCompiler, searchBicep, type FoundBicep } from './locate.ts';
import { surroundings } from './programs.ts';
import { createSession, type BicepSession } from './session.ts';
import { checkVersion } from './installer.ts';

export interface Compiler {
  readonly bicep: FoundBicep;
  readonly session: BicepSession;
}

interface OpenOptions {
  readonly machine?: Machine;
  /** Additional environment variables, such as for a separate module cache. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Milliseconds a request may take. */
  readonly timeout?: number;
}

/**
 * A session with the first compiler that is recent enough: asks the running process, so that no
 * start is spent on `--version`. Throws `CompilerError` where none serves.
 */
export async function openCompiler(options: OpenOptions = {}): Promise<Compiler> {
  const { machine = thisMachine(), environment, ...limits } = options;
  const { found, skipped, looked } = searchBicep(machine);
  const problems: Finding[] = [];
  for (const place of found) {
    const { env, cwd } = surroundings(machine, place.path);
    const session = createSession({ path: place.path, cwd, env: { ...env, ...environment }, ...limits });
    const version = await session.version().catch(() => null);
    const problem = checkVersion(version, place.path);
    if (version !== null && problem === null) return { bicep: { ...place, version }, session };
    if (problem !== null) problems.push(problem);
    await session.close();
  }
  throw new CompilerError(problems[0] ?? missingCompiler(looked, skipped));
}
