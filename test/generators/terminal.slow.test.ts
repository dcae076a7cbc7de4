import { readdir, readFile } from 'node:fs/promises';
import { version } from '../../src/files/tool.ts';
import { describe, expect, it } from 'vitest';
import { folder, workspace } from '../cli/run.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { allDefaults, machineDefaults } from './all-defaults.ts';
import { inTerminal, keys, type Pty } from './pty.ts';

const { enter, down, space, interrupt, clear } = keys;

describe('create-avm in a terminal', () => {
  it('asks all, and writes what --yes writes where nothing is changed', async () => {
    const at = await folder();
    const reference = await workspace('--set', 'alerts.emails=[]');
    const terminal = inTerminal('create-avm', ['--no-check', '--no-git'], at.path);
    await terminal.when('What do you want to build?', enter);
    await terminal.when('Folder of the new workspace', `${clear}demo${enter}`);
    await allDefaults(terminal);
    await machineDefaults(terminal);
    await terminal.when('Create this workspace?', enter);
    await terminal.when('files in demo');
    expect(await terminal.exit).toBe(0);
    for (const path of ['avm.yaml', 'main.bicep', '.avm/manifest.json'])
      expect(await at.readFile(`demo/${path}`, 'utf8')).toBe(await reference.file(path));
    expect(terminal.raw()).toContain('\x1b[1mSummary\x1b[22m');
  });

  it('asks whether a folder with files is adopted, and what becomes of each file in the way', async () => {
    const at = await folder({
      'demo/README.md': 'mine\n',
      'demo/.editorconfig': 'mine\n',
      'demo/.gitignore': 'bin/\n',
    });
    const start = (): Pty => inTerminal('create-avm', ['demo', '--no-check', '--no-git'], at.path);
    const refused = start();
    await refused.when('Add the workspace to it?', `n${enter}`);
    expect(await refused.exit).toBe(1);

    const terminal = start();
    await terminal.when('Add the workspace to it?', enter);
    await terminal.when('What do you want to build?', enter);
    await allDefaults(terminal);
    await machineDefaults(terminal);
    await terminal.when('Create this workspace?', enter);
    await terminal.when("'.editorconfig' already exists", `${down}${enter}`);
    await terminal.when("'README.md' already exists", enter);
    await terminal.when('= README.md was left unchanged');
    expect(await terminal.exit).toBe(0);
    expect(await at.readFile('demo/README.md', 'utf8')).toBe('mine\n');
    expect(await at.readFile('demo/.editorconfig', 'utf8')).toContain('root = true');
    expect(await at.readFile('demo/.gitignore', 'utf8')).toMatch(/staging\/\n[^]*\nbin\/\n$/);
  });

  it('refuses wrong answers on the spot, goes back, and is plain with NO_COLOR', async () => {
    const at = await folder({ 'taken/a.txt': '' });
    const terminal = inTerminal('create-avm', ['--no-check', '--no-git'], at.path, { NO_COLOR: '1' });
    await terminal.when('What do you want to build?', enter);
    await terminal.when('Folder of the new workspace', `${clear}taken${enter}`);
    await terminal.when('The folder is not empty: a.txt.', `${clear}demo${enter}`);
    await terminal.when('Name of the workload', `${clear}Bad Name${enter}`);
    await terminal.when('lowercase letters', `${clear}payroll${enter}`);
    await allDefaults(terminal, 1);
    await machineDefaults(terminal);
    await terminal.when('Create this workspace?', `${down}${enter}`);
    await terminal.when('Name of the workload', `${clear}wages${enter}`);
    await terminal.when('Description', enter);
    await terminal.when('Environments', enter);
    await terminal.when('Create this workspace?', enter);
    await terminal.when('files in demo');
    expect(await terminal.exit).toBe(0);
    expect(await at.readFile('demo/avm.yaml', 'utf8')).toContain('name: wages');
    expect(terminal.raw()).not.toMatch(/\x1b\[[0-9;]*[1-9][0-9;]*m/);
  });

  it.each([
    'What do you want to build?',
    'Folder of the new workspace',
    'Use the recommended',
    'Create this workspace?',
  ])('leaves nothing behind where it is stopped at "%s"', async (question) => {
    const at = await folder();
    const terminal = inTerminal('create-avm', ['--no-check'], at.path);
    if (!question.startsWith('What')) await terminal.when('What do you want to build?', enter);
    if (question.startsWith('Use') || question.startsWith('Create')) {
      await terminal.when('Folder of the new workspace', enter);
      if (question.startsWith('Use'))
        for (const one of ['Name of', 'Description', 'Environments']) await terminal.when(one, enter);
      else {
        await allDefaults(terminal);
        await machineDefaults(terminal);
      }
    }
    await terminal.when(question, interrupt);
    expect(await terminal.exit).toBe(130);
    expect(terminal.screen()).toContain('Stopped.');
    expect(await readdir(at.path)).toEqual([]);
  });
});

describe('create-avm in a terminal of 12 rows', () => {
  it('takes over the answers of a run that was stopped, and filters a long list by typing', async () => {
    const at = await folder();
    const cache = await folder();
    const env = { LINES: '12', XDG_CACHE_HOME: cache.path };
    const argv = ['demo', '--no-check', '--no-git'];
    const first = inTerminal('create-avm', argv, at.path, env);
    await first.when('This takes about 5 minutes.');
    await first.when('What do you want to build?', enter);
    await first.when('Name of the workload', `${clear}wages${enter}`);
    await first.when('Description', enter);
    await first.when('Environments', interrupt);
    await first.when('Your answers are kept. Run the same command again to continue.');
    expect(await first.exit).toBe(130);
    expect(await readdir(at.path)).toEqual([]);
    const terminal = inTerminal('create-avm', argv, at.path, env);
    await terminal.when('Take over its 3 answers and continue?', enter);
    await terminal.when('Name of the workload: wages');
    await terminal.when('Environments', enter);
    await terminal.when('Use the recommended', `n${enter}`);
    await terminal.when('Which rules do you want to change?', 'encryption host');
    await terminal.when('SEC-010  Encryption at host (must)', enter);
    await terminal.when('Continue with 1 chosen', enter);
    await terminal.when('SEC-010 Encryption at host', down + down + enter);
    await allDefaults(terminal, 4);
    await machineDefaults(terminal);
    await terminal.when('Create this workspace?', enter);
    await terminal.when('files in demo');
    expect(await terminal.exit).toBe(0);
    expect(await at.readFile('demo/avm.yaml', 'utf8')).toMatch(/name: wages[^]*SEC-010: "off"/);
    expect(await readdir(cache.getPath('create-avm/answers'))).toEqual([]);
  });
});

describe('create-avm in a terminal, for a data store', () => {
  it('asks about nothing that it does not have, and writes what --yes writes', async () => {
    const at = await folder();
    const terminal = inTerminal('create-avm', ['--no-check', '--no-git'], at.path);
    await terminal.when('What do you want to build?', down + enter);
    await terminal.when('Folder of the new workspace', `${clear}demo${enter}`);
    await allDefaults(terminal, 0, ['Network topology (dev)']);
    await terminal.when('Create this workspace?', enter);
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
    await terminal.when('What do you want to add?', down + down + enter);
    await terminal.when('In which environments?', enter);
    for (const question of [
      'Port that clients connect to',
      'Port that the application',
      'Protocol of the health probe',
      'Port of the health',
    ])
      await terminal.when(question, enter);
    await terminal.when('written.');
    expect(await terminal.exit).toBe(0);
    expect(await readFile(`${cwd}/avm.yaml`, 'utf8')).toMatch(/loadBalancer:\n +enabled: true/);
  });

  it('asks for a module by its interface: kinds, lists, bounds, IDs, optional ones by search, by environment', async () => {
    const { cwd, file } = await workspace();
    const id = '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg-hub/providers';
    const existing = inTerminal('avm', ['add', 'existing', `${id}/Microsoft.DevCenter/projects/agents`], cwd);
    expect(await existing.exit).toBe(0);
    const terminal = inTerminal('avm', ['add', 'module', 'dev-ops-infrastructure/pool', 'builds'], cwd);
    await terminal.when('In which environments?', enter);
    await terminal.when('fabricProfileSkuName (text)', `Standard_D2s_v5${enter}`);
    await terminal.when('concurrency (a whole number, 1 to 10000)', `0${enter}`);
    await terminal.when('Write a whole number, 1 to 10000.', `${clear}2${enter}`);
    await terminal.when('Which optional property of images.0?', 'known image');
    await terminal.when('wellKnownImageName', enter);
    await terminal.when('images.0.wellKnownImageName (text)', `windows-2022/latest${enter}`);
    await terminal.when('Which optional property of images.0?', enter);
    await terminal.when('images: another one?', enter);
    await terminal.when('devCenterProjectResourceId (the ID of a resource)', enter);
    await terminal.when('agentProfile.kind', down + enter);
    await terminal.when('Which optional property of agentProfile?', enter);
    const organization = '{kind: AzureDevOps, organizations: [{url: https://dev.azure.com/contoso}]}';
    await terminal.when('organizationProfile (an object, such as {name: value})', organization + enter);
    await terminal.when('Which optional parameter?', 'subnet');
    await terminal.when('subnetResourceId', enter);
    await terminal.when('subnetResourceId (the ID of a resource)', `another${enter}`);
    await terminal.when(
      'subnetResourceId (/subscriptions',
      `${id}/Microsoft.Network/virtualNetworks/v/subnets/s${enter}`,
    );
    await terminal.when('Which optional parameter?', enter);
    await terminal.when('Which of these differ in test or prod?', down + space + enter);
    await terminal.when('concurrency (a whole number', `4${enter}`);
    await terminal.when('concurrency (a whole number', `8${enter}`);
    await terminal.when('written.');
    expect(await terminal.exit).toBe(0);
    const parsed = parseAnswers(await file('avm.yaml'));
    expect(parsed).toHaveProperty('answers.components.builds.params', {
      fabricProfileSkuName: 'Standard_D2s_v5',
      concurrency: 2,
      images: [{ wellKnownImageName: 'windows-2022/latest' }],
      devCenterProjectResourceId: { idOf: 'agents' },
      agentProfile: { kind: 'Stateless' },
      organizationProfile: { kind: 'AzureDevOps', organizations: [{ url: 'https://dev.azure.com/contoso' }] },
      subnetResourceId: `${id}/Microsoft.Network/virtualNetworks/v/subnets/s`,
    });
    expect(parsed).toHaveProperty('answers.environments.test.components.builds.params', { concurrency: 4 });
    expect(parsed).toHaveProperty('answers.environments.prod.components.builds.params', { concurrency: 8 });
  });

  it('asks what a requirement is, and gives it an id', async () => {
    const { cwd } = await workspace();
    const terminal = inTerminal('avm', ['add', 'requirement'], cwd);
    await terminal.when('What must be true', `Files are kept.${enter}`);
    await terminal.when('Which story', enter);
    await terminal.when('Which components', enter);
    await terminal.when('Which manual task', `Look after them.${enter}`);
    await terminal.when('written.');
    expect(await terminal.exit).toBe(0);
    expect(terminal.screen()).toContain(`run: npx -p create-avm@${version} avm trace FR-101`);
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
    await terminal.when('24 open questions');
    await terminal.when('password in dev?', enter);
    await terminal.when('23 open questions');
    await terminal.when('password in test?', down + down + enter);
    await terminal.when('password in prod?', down + down + down + enter);
    await terminal.when('password in test?', down + enter);
    await terminal.when('Your answer (empty to go back)', `kv--test${enter}`);
    await terminal.when('must be the name of a key vault', `${clear}kv-shared-test${enter}`);
    await terminal.when('password in prod?', enter);
    await terminal.when('resource group contains the key vault', enter);
    await terminal.when('Your answer', enter);
    await terminal.when('resource group contains the key vault', down + down + down + enter);
    await terminal.when('Summary');
    await terminal.when('password in dev? → kv-demo-dev-ops');
    await terminal.when('password in test? → kv-shared-test');
    await terminal.when('open questions left');
    expect(await file('avm.yaml')).toBe(before);
    await terminal.when('Write the answers?', enter);
    await terminal.when('open questions left.');
    expect(await terminal.exit).toBe(0);
    const text = await file('avm.yaml');
    expect(text).toContain('vaultName: kv-shared-test');
    expect(text.match(/ {2}Q-\d+:\n {4}question: .*/g)).toEqual([
      '  Q-001:\n    question: "Which key vault contains the administrator’s password in dev?"',
      '  Q-002:\n    question: "Which key vault contains the administrator’s password in test?"',
      '  Q-003:\n    question: "Which key vault contains the administrator’s password in prod?"',
    ]);
    expect(await file('specs/001-demo/spec.md')).toContain('### Session 2026-11-25\n\n- Q: Which key vault');
  });

  it.each(['password in dev?', 'Your answer', 'Write the answers?'])(
    'leaves everything as it was where it is stopped at "%s"',
    async (question) => {
      const { cwd, file } = await workspace();
      const before = await file('avm.yaml');
      const terminal = inTerminal('avm', day, cwd);
      if (question === 'Your answer') await terminal.when('password in dev?', down + enter);
      if (question === 'Write the answers?') {
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
