import { expect, it } from 'vitest';
import { linesWith } from './sources.ts';

/** Everything a person sees in a terminal goes through `printed` of src/cli/shared/terminal.ts; a spinner’s text through `plain`. */
it('only the terminal writes to the streams of the process', () => {
  const found = linesWith(/process\.(stdout|stderr)|\bconsole\.|\b(stdout|stderr)\.write/, [
    'src/cli/shared/terminal.ts',
  ]);
  expect(found.map((line) => line.replace(/:\d+:/, ':'))).toEqual([
    String.raw`src/cli/program/start.ts: process.stderr.write('error The folder you are in is gone.\n  → Change into another one.\n');`,
    'src/cli/shared/progress.ts: const spinner = yoctoSpinner({ stream: process.stderr });',
  ]);
});

it('JSON for machines is written by jsonText, which leaves nothing unseen', () => {
  expect(
    linesWith(/out\(\s*JSON\.stringify|JSON\.stringify\(.*null, 2\)/).filter((line) => line.startsWith('src/cli')),
  ).toEqual([]);
});
