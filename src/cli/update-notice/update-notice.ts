import semver from 'semver';
import { ownValue } from '../../bicep/own.ts';
import type { Machine } from '../../checks/bicep/folders.ts';
import { bodyOf, fetchIn } from '../../checks/network/fetch-through.ts';
import { tool } from '../../files/tool.ts';
import { runnerOf } from '../shared/started-by.ts';
import type { Terminal } from '../shared/terminal.ts';
import { keepKnown, readKnown, validVersion, type KnownVersion } from './known-version.ts';
import { registryOfUser } from './registry.ts';

const day = 24 * 60 * 60 * 1000;
const patience = 5000;
const mostBytes = 1_000_000;

/** Commands that take seconds anyway: they check, connect, or ask a person. Others have no time to ask a registry. */
const patient: readonly string[] = ['create-avm', 'avm check', 'avm report', 'avm doctor', 'avm clarify', 'avm add'];

interface Watched {
  readonly machine: Machine;
  /** The file that Node was started with. */
  readonly script: string;
  readonly now: () => number;
}

/**
 * Asks in the meantime, at most once a day, whether there is a newer version. What is returned ends that, whether it was
 * answered or not, and prints at most one line a day of what is known by then.
 */
export function watchForUpdate(terminal: Terminal, { machine, script, now }: Watched): () => void {
  let known = readKnown(machine);
  const stop = new AbortController();
  const keep = (change: Partial<KnownVersion>): boolean => keepKnown(machine, (known = { ...known, ...change }));
  if (patient.includes(terminal.command) && isPast(known.askedAt, now())) {
    const registry = registryOfUser(machine, script);
    if (registry !== undefined && keep({ askedAt: now() }))
      void latestIn(registry, machine.env, stop.signal).then(
        (latest) => void (!stop.signal.aborted && latest !== undefined && keep({ latest })),
        () => {},
      );
  }
  return () => {
    stop.abort();
    const { latest, toldAt } = known;
    if (latest === undefined || !semver.gt(latest, tool.version) || !isPast(toldAt, now()) || !keep({ toldAt: now() }))
      return;
    const command = `${runnerOf(terminal.env, latest)} ${terminal.command}`;
    const line = `create-avm ${latest} is available, and this is ${tool.version}. To use it, run: ${command} (AVM_NO_UPDATE_NOTICE=1 turns this off)`;
    terminal.err(terminal.paintErr('dim', line));
  };
}

/** A clock that was put back counts as past. */
function isPast(time: number, now: number): boolean {
  return now - time > day || time > now;
}

async function latestIn(registry: URL, env: NodeJS.ProcessEnv, stop: AbortSignal): Promise<string | undefined> {
  const time = AbortSignal.timeout(patience);
  const answer = await fetchIn(env)(new URL(tool.name, registry).href, {
    signal: AbortSignal.any([stop, time]),
    headers: { accept: 'application/vnd.npm.install-v1+json' },
  });
  const data: unknown = JSON.parse((await bodyOf(answer, mostBytes)).toString('utf8'));
  return validVersion(ownValue(ownValue(data, 'dist-tags'), 'latest'));
}
