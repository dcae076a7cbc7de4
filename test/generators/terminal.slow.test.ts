import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { folder, workspace } from '../cli/run.ts';
import { inTerminal, keys, type Pty } from './pty.ts';

const { enter, down, interrupt, clear } = keys;

/** Every question, each answered with what it proposes. */
async function allDefaults(terminal: Pty, from = 0, without: readonly string[] = []): Promise<void> {
  const questions = [
    'Name of the workload',
    'What it is',
    'Environments',
    'Use the recommended',
    'Azure region',
    'Availability zone (dev)',
    'The same for',
    'Network (dev)',
    'The same for',
    'Address space of the network (dev)',
    'And for test and prod',
    'Lock against deletion (dev)',
    'And for test and prod',
    'Tag owner',
    'Tag costCenter',
    'Tag application',
    'Do tags differ',
    'What is part of it',
    'Which of these',
  ];
  const skipped = questions.flatMap((one, index) => (without.includes(one) ? [index, index + 1] : []));
  const asked = questions.filter((_, index) => index >= from && !skipped.includes(index));
  for (const question of asked) await terminal.when(question, enter);
}

async function machineDefaults(terminal: Pty): Promise<void> {
  const questions = [
    'Size of the machine (dev)',
    'And for',
    'Windows Server',
    'Licence (dev)',
    'The same',
    'Size of the disk',
    'Type of that disk (dev)',
    'And for',
    'Name of the local',
    'Key vault that holds',
    'And for',
    'Resource group',
    'And for',
    'Name of the secret',
  ];
  for (const question of questions) await terminal.when(question, enter);
}

describe('create-avm in a terminal', () => {
  it('asks all, and writes what --yes writes where nothing is changed', async () => {
    const at = await folder();
    const reference = await workspace('--set', 'alerts.emails=[]');
    const terminal = inTerminal('create-avm', ['--no-check', '--no-git'], at.path);
    await terminal.when('What do you want to build?', enter);
    await terminal.when('Folder of the new workspace', `${clear}demo${enter}`);
    await allDefaults(terminal);
    await machineDefaults(terminal);
    await terminal.when('All as you want it?', enter);
    await terminal.when('files in demo');
    expect(await terminal.exit).toBe(0);
    for (const path of ['avm.yaml', 'main.bicep', '.avm/manifest.json'])
      expect(await at.readFile(`demo/${path}`, 'utf8')).toBe(await reference.file(path));
    expect(terminal.raw()).toContain('\x1b[1mSummary\x1b[22m');
  });

  it('refuses wrong answers on the spot, goes back, and is plain with NO_COLOR', async () => {
    const at = await folder({ 'taken/a.txt': '' });
    const terminal = inTerminal('create-avm', ['--no-check', '--no-git'], at.path, { NO_COLOR: '1' });
    await terminal.when('What do you want to build?', enter);
    await terminal.when('Folder of the new workspace', `${clear}taken${enter}`);
    await terminal.when('It is not empty: a.txt.', `${clear}demo${enter}`);
    await terminal.when('Name of the workload', `${clear}Bad Name${enter}`);
    await terminal.when('Use lower-case letters', `${clear}payroll${enter}`);
    await allDefaults(terminal, 1);
    await machineDefaults(terminal);
    await terminal.when('All as you want it?', `${down}${enter}`);
    await terminal.when('Name of the workload', `${clear}wages${enter}`);
    await terminal.when('What it is', enter);
    await terminal.when('Environments', enter);
    await terminal.when('All as you want it?', enter);
    await terminal.when('files in demo');
    expect(await terminal.exit).toBe(0);
    expect(await at.readFile('demo/avm.yaml', 'utf8')).toContain('name: wages');
    expect(terminal.raw()).not.toMatch(/\x1b\[[0-9;]*[1-9][0-9;]*m/);
  });

  it.each(['What do you want to build?', 'Folder of the new workspace', 'Use the recommended', 'All as you want it?'])(
    'leaves nothing behind where it is stopped at "%s"',
    async (question) => {
      const at = await folder();
      const terminal = inTerminal('create-avm', ['--no-check'], at.path);
      if (!question.startsWith('What')) await terminal.when('What do you want to build?', enter);
      if (question.startsWith('Use') || question.startsWith('All')) {
        await terminal.when('Folder of the new workspace', enter);
        if (question.startsWith('Use'))
          for (const one of ['Name of', 'What it', 'Environments']) await terminal.when(one, enter);
        else {
          await allDefaults(terminal);
          await machineDefaults(terminal);
        }
      }
      await terminal.when(question, interrupt);
      expect(await terminal.exit).toBe(130);
      expect(terminal.screen()).toContain('Stopped.');
      expect(await readdir(at.path)).toEqual([]);
    },
  );
});

describe('create-avm in a terminal, for a data store', () => {
  it('asks about nothing that it does not have, and writes what --yes writes', async () => {
    const at = await folder();
    const terminal = inTerminal('create-avm', ['--no-check', '--no-git'], at.path);
    await terminal.when('What do you want to build?', down + enter);
    await terminal.when('Folder of the new workspace', `${clear}demo${enter}`);
    await allDefaults(terminal, 0, ['Network (dev)']);
    await terminal.when('All as you want it?', enter);
    await terminal.when('files in demo');
    expect(await terminal.exit).toBe(0);
    expect(await at.readFile('demo/avm.yaml', 'utf8')).toContain('blueprint: data-store@1.0.0');
    const asked = terminal.screen().split('Folder of the new workspace').slice(1).join('');
    expect(asked).not.toMatch(/\b(?:VM|machine|Windows|Bastion|password)\b/i);
  });
});

describe('avm add in a terminal', () => {
  it('shows a menu, and asks what the component needs', async () => {
    const { cwd } = await workspace();
    const terminal = inTerminal('avm', ['add'], cwd);
    await terminal.when('What do you want to add?', down + enter);
    await terminal.when('In which environments?', enter);
    for (const question of [
      'Port that clients use',
      'Port that the application',
      'Health is probed by',
      'Port of the health',
    ])
      await terminal.when(question, enter);
    await terminal.when('written.');
    expect(await terminal.exit).toBe(0);
    expect(await readFile(`${cwd}/avm.yaml`, 'utf8')).toMatch(/loadBalancer:\n +enabled: true/);
  });

  it('asks what a requirement is, and gives it an id', async () => {
    const { cwd } = await workspace();
    const terminal = inTerminal('avm', ['add', 'requirement'], cwd);
    await terminal.when('What must hold', `Files are kept.${enter}`);
    await terminal.when('Which story', enter);
    await terminal.when('Which components', enter);
    await terminal.when('What does a person', `Look after them.${enter}`);
    await terminal.when('written.');
    expect(await terminal.exit).toBe(0);
    expect(terminal.screen()).toContain('The new requirement is FR-101.');
    expect(await readFile(`${cwd}/avm.yaml`, 'utf8')).toMatch(
      /FR-101:\n +statement: Files are kept\.\n +satisfiedBy: \{task: Look after them\.\}/,
    );
  });

  it('is stopped with nothing changed', async () => {
    const { cwd, file } = await workspace();
    const before = await file('avm.yaml');
    const terminal = inTerminal('avm', ['add', 'internal-load-balancer'], cwd);
    await terminal.when('In which environments?', interrupt);
    expect(await terminal.exit).toBe(130);
    expect(await file('avm.yaml')).toBe(before);
  });
});

describe('avm clarify in a terminal', () => {
  const day = ['clarify', '--today', '2026-11-25'];

  it('asks the most important first, refuses what is wrong, goes back, skips, and writes at the end', async () => {
    const { cwd, file } = await workspace();
    const before = await file('avm.yaml');
    const terminal = inTerminal('avm', day, cwd);
    await terminal.when('18 questions open');
    await terminal.when('password in dev?', enter);
    await terminal.when('17 questions open');
    await terminal.when('password in test?', down + down + enter);
    await terminal.when('password in prod?', down + down + down + enter);
    await terminal.when('password in test?', down + enter);
    await terminal.when('Your answer (empty to go back)', `kv--test${enter}`);
    await terminal.when('must be the name of a key vault', `${clear}kv-shared-test${enter}`);
    await terminal.when('password in prod?', enter);
    await terminal.when('resource group is the key vault', enter);
    await terminal.when('Your answer', enter);
    await terminal.when('resource group is the key vault', down + down + down + enter);
    await terminal.when('Summary');
    await terminal.when('password in dev? → kv-demo-dev-ops');
    await terminal.when('password in test? → kv-shared-test');
    await terminal.when('left open');
    expect(await file('avm.yaml')).toBe(before);
    await terminal.when('Write it?', enter);
    await terminal.when('still open.');
    expect(await terminal.exit).toBe(0);
    const text = await file('avm.yaml');
    expect(text).toContain('vaultName: kv-shared-test');
    expect(text.match(/ {2}Q-\d+:\n {4}question: .*/g)).toEqual([
      '  Q-001:\n    question: "Which key vault holds the administrator’s password in dev?"',
      '  Q-002:\n    question: "Which key vault holds the administrator’s password in test?"',
      '  Q-003:\n    question: "Which key vault holds the administrator’s password in prod?"',
    ]);
    expect(await file('specs/001-demo/spec.md')).toContain('### Session 2026-11-25\n\n- Q: Which key vault');
  });

  it.each(['password in dev?', 'Your answer', 'Write it?'])(
    'leaves everything as it was where it is stopped at "%s"',
    async (question) => {
      const { cwd, file } = await workspace();
      const before = await file('avm.yaml');
      const terminal = inTerminal('avm', day, cwd);
      if (question === 'Your answer') await terminal.when('password in dev?', down + enter);
      if (question === 'Write it?') {
        await terminal.when('password in dev?', enter);
        await terminal.when('password in test?', down.repeat(4) + enter);
      }
      await terminal.when(question, interrupt);
      expect(await terminal.exit).toBe(130);
      expect(terminal.screen()).toContain('Stopped.');
      expect(await file('avm.yaml')).toBe(before);
      expect(await file('specs/001-demo/spec.md')).not.toContain('Clarifications');
    },
  );
});
