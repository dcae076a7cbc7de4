import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runCommand, takeTurns, type Command, type Contender } from './measure.ts';
import { installPeers, type Peer, type Text } from './peers.ts';
import { milliseconds, ratio, table, type Row } from './table.ts';

const workload = 'payrolldesk';

/** A whole workspace written by a cold process, against bare Node and against others that write the same files. */
export async function benchBootstrap(root: string, temporary: string, rounds: number): Promise<string> {
  const bin = join(root, 'dist/create-bin.cjs');
  if (!existsSync(bin)) runCommand({ program: 'npm', args: ['run', 'build', '--silent'], cwd: root });
  const own = (target: string): Command => ({
    program: process.execPath,
    args: [bin, join(target, workload), '--yes', '--no-check', '--no-git'],
  });
  const sample = join(temporary, 'sample');
  runCommand(own(sample));
  const files = read(join(sample, workload));
  const { peers, why } = others(join(temporary, 'peers'), files);
  const bare: Contender = {
    name: 'node -e 0',
    run: () => void runCommand({ program: process.execPath, args: ['-e', '0'] }),
  };
  const writers: readonly Peer[] = [{ name: 'create-avm --yes --no-check', write: own }, ...peers];
  const times = await takeTurns([bare, ...writers.map((one) => contender(one, temporary, files))], rounds);
  return (
    report(times, files, rounds) +
    (why === '' ? '' : `  Left out are hygen, plop and Yeoman, which could not be installed: ${why}\n`)
  );
}

function others(folder: string, files: readonly Text[]): { readonly peers: readonly Peer[]; readonly why: string } {
  mkdirSync(folder, { recursive: true });
  try {
    return { peers: installPeers(folder, files, workload), why: '' };
  } catch (error) {
    return { peers: [], why: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}

/** Each run writes into a new folder; the first is looked at, so that all write the same. */
function contender({ name, write }: Peer, temporary: string, files: readonly Text[]): Contender {
  let target = '';
  let checked = false;
  const before = (): void => {
    if (target !== '' && !checked) checked = isSame(name, target, files);
    if (target !== '') rmSync(target, { recursive: true });
    target = mkdtempSync(join(temporary, 'target-'));
  };
  return { name, before, run: () => void runCommand(write(target)) };
}

function isSame(name: string, target: string, files: readonly Text[]): true {
  const inside = `${workload}/`;
  const written = new Map(
    read(target).map(({ path, text }) => [path.startsWith(inside) ? path.slice(inside.length) : path, text]),
  );
  const wrong = files.filter(({ path, text }) => written.get(path) !== text);
  if (wrong.length > 0)
    throw new Error(`${name} writes something else than create-avm into ${wrong.map(({ path }) => path).join(', ')}`);
  return true;
}

function read(folder: string): readonly Text[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(folder, path), text: readFileSync(path, 'utf8') }));
}

function report(times: ReadonlyMap<string, number>, files: readonly Text[], rounds: number): string {
  const [bare = Number.NaN, own = Number.NaN] = [...times.values()];
  const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const rows = [...times].map(([name, time], index): Row => {
    const aim = index === 1 ? 'at most 2.00' : index > 1 ? `more than ${ratio(own / bare)}` : '';
    return [name, milliseconds(time), ratio(time / bare), aim];
  });
  return table(
    `Bootstrap from a cold start: ${files.length} files, ${bytes} bytes; medians of ${rounds} turns`,
    ['', 'time', 'of node -e 0', 'aim'],
    rows,
  );
}
