import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';
import { bundleStart } from '../bundle.ts';
import { runCommand, takeTurns } from './measure.ts';
import { milliseconds, ratio, table, type Row } from './table.ts';

/** A bootstrap with documents, pictures, analysis and matrix, against one of a package that was built without them. */
export async function benchEvidence(root: string, temporary: string, rounds: number): Promise<string> {
  const whole = await built(root, join(temporary, 'whole'));
  const without = await built(root, join(temporary, 'without'), [leftOut()]);
  let count = 0;
  // Each has a cache of its own: the compiled code of one is thrown away by the other.
  const bootstrap = (bin: string) => () =>
    void runCommand({
      program: process.execPath,
      args: [bin, join(temporary, 'evidence', `w${(count += 1)}`), '--yes', '--no-check', '--no-git'],
      env: { XDG_CACHE_HOME: join(dirname(bin), 'cache') },
    });
  for (const bin of [whole, without]) bootstrap(bin)();
  const times = await takeTurns(
    [
      { name: 'without', run: bootstrap(without) },
      { name: 'whole', run: bootstrap(whole) },
    ],
    rounds,
  );
  const [bare = Number.NaN, all = Number.NaN] = [...times.values()];
  const rows: readonly Row[] = [
    ['the solution alone', milliseconds(bare), '1.00', ''],
    ['with documents, pictures and trace', milliseconds(all), ratio(all / bare), 'less than 1.50'],
  ];
  return table(
    `Evidence in a cold bootstrap; medians of ${rounds} turns`,
    ['', 'time', 'of the solution', 'aim'],
    rows,
  );
}

/** What `create-bin.ts` starts, in a package of its own; gives the path of its bin. */
async function built(root: string, folder: string, plugins: readonly Plugin[] = []): Promise<string> {
  mkdirSync(join(folder, 'dist'), { recursive: true });
  symlinkSync(join(root, 'avm-catalog'), join(folder, 'avm-catalog'));
  for (const { outputFiles } of await bundleStart(plugins))
    for (const { path, contents } of outputFiles) writeFileSync(join(folder, 'dist', basename(path)), contents);
  return join(folder, 'dist/create-bin.cjs');
}

function leftOut(): Plugin {
  return {
    name: 'without-evidence',
    setup: ({ onLoad }) =>
      onLoad({ filter: /[\\/]src[\\/]files[\\/]evidence\.ts$/ }, () => ({
        contents: 'export const evidence = () => [];',
        loader: 'js',
      })),
  };
}
