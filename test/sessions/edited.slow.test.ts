import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createAvm, folder } from '../cli/run.ts';
import { inTerminal, keys } from '../generators/pty.ts';
import { isMissing } from '../support/tools.ts';
import { changedIn, commitAll, namedOn } from './repository.ts';

const asked = [
  'In which environments?',
  'Port that clients',
  'Port that the application',
  'Protocol of',
  'Port of the health',
];

it.skipIf(isMissing('git'))(
  'a README that was edited is left alone by three changes, reported while it is new, and keeps its own text at the end',
  { timeout: 300_000 },
  async () => {
    const at = await folder();
    const cwd = at.getPath('demo');
    const readme = (): Promise<string> => readFile(join(cwd, 'README.md'), 'utf8');
    expect(await createAvm({ cwd: at.path }, 'demo', '--yes', '--no-check')).toMatchObject({ code: 0 });
    commitAll(cwd);

    const generated = await readme();
    const own = generated.replace(/(<!-- your text[^\n]*\n)/, '$1\nCall Ada before you deploy.\n');
    const edited = own.replace(/^# .*$/m, '# Our payroll');
    expect(own).not.toBe(generated);
    await writeFile(join(cwd, 'README.md'), edited);
    commitAll(cwd);

    const upToDate = 'Everything else is up to date.';
    const again = '! README.md was edited and was left unchanged. Its generated text changed, too.';
    const steps: readonly (readonly [argv: string[], said: string, end: string])[] = [
      [['render'], '! README.md was edited (1 line added, 1 line removed) and was left unchanged.', upToDate],
      [['set', 'tags.costCenter=4711'], again, 'files written.'],
      [['add', 'internal-load-balancer'], again, 'files written.'],
      [['set', 'loadBalancer.enabled=false'], again, 'files written.'],
      [['render'], '= Edited files, left unchanged: README.md', upToDate],
    ];
    for (const [argv, said, end] of steps) {
      const terminal = inTerminal('avm', argv, cwd);
      if (argv[0] === 'add') for (const question of asked) await terminal.when(question, keys.enter);
      await terminal.when(said);
      await terminal.when(end);
      expect(await terminal.exit, terminal.screen()).toBe(0);
      expect(await readme()).toBe(edited);
      // What is said to be written is what Git finds changed.
      expect(changedIn(cwd)).toEqual(namedOn(terminal.screen()));
      commitAll(cwd);
    }

    const back = inTerminal('avm', ['render', '--overwrite', 'README.md'], cwd);
    expect(await back.exit).toBe(0);
    expect(changedIn(cwd)).toEqual(['README.md']);
    expect(await readme()).toMatch(/^# (?!Our)[^]*<!-- your text[^\n]*\n\nCall Ada before you deploy\.\n/);
  },
);
