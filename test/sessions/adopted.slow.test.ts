import { expect, it } from 'vitest';
import { folder } from '../cli/run.ts';
import { allDefaults, machineDefaults } from '../generators/all-defaults.ts';
import { inTerminal, keys } from '../generators/pty.ts';
import { isMissing } from '../support/tools.ts';
import { changedIn, commitAll, git, namedOn } from './repository.ts';

const { enter, down } = keys;

/** What somebody has who created a repository, ran Spec Kit in it, and began to write code. */
const repository = {
  'README.md': '# payroll\n\nPays everybody on time.\n',
  LICENSE: 'MIT License\n',
  '.gitignore': 'bin/\nobj/\n.vs/\n',
  '.github/workflows/build.yml': 'on: push\n',
  '.specify/memory/constitution.md': '# Our constitution\n',
  '.specify/templates/spec-template.md': '# Feature\n',
  'specs/001-login/spec.md': '# Login\n',
  'src/Program.cs': 'return;\n',
};
const replaced = '.specify/memory/constitution.md';

const long = { timeout: 300_000 };

it.skipIf(isMissing('git'))(
  'a repository becomes a workspace, and each file in the way is asked for',
  long,
  async () => {
    const at = await folder(repository);
    git(at.path, 'init', '--quiet');
    commitAll(at.path);

    const terminal = inTerminal('create-avm', ['.', '--no-check'], at.path);
    await terminal.when('Add the workspace to it? Your files stay.', enter);
    await terminal.when('What do you want to build?', enter);
    await terminal.when('Name of the workload', `${keys.clear}payroll${enter}`);
    await allDefaults(terminal, 1);
    await machineDefaults(terminal);
    await terminal.when('Create this workspace?', enter);
    await terminal.when(`'${replaced}' already exists`, down + enter);
    await terminal.when("'README.md' already exists", enter);
    await terminal.when('= README.md was left unchanged');
    expect(await terminal.exit).toBe(0);
    // Nothing else is asked for.
    expect(new Set(terminal.screen().match(/'[^']+' already exists/g)).size).toBe(2);

    const changed = git(at.path, 'diff', '--name-only').trim().split('\n');
    expect(changed).toEqual(['.gitignore', replaced]);
    expect(await at.readFile('.gitignore', 'utf8')).toMatch(/^[^]*\/\.avm\/staging\/\n[^]*\nbin\/\nobj\/\n\.vs\/\n$/);
    expect(await at.readFile(replaced, 'utf8')).toContain('SEC-005');
    expect((await at.readdir('specs')).toSorted()).toEqual(['001-login', '002-payroll']);
    commitAll(at.path);

    const set = inTerminal('avm', ['set', 'lock=CanNotDelete', '--env', 'dev'], at.path);
    await set.when('files written.');
    expect(await set.exit).toBe(0);
    expect(changedIn(at.path)).toEqual(namedOn(set.screen()));
    expect(changedIn(at.path)).not.toContain('README.md');

    const check = inTerminal('avm', ['check', '--depth', 'interface'], at.path);
    await check.when('Passed with');
    expect(await check.exit).toBe(0);
    expect(check.screen()).toContain('note[files/left-alone]: Edited files were left unchanged: README.md.');
  },
);
