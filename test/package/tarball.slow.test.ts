import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys, nodeInTerminal } from '../generators/pty.ts';
import { bicepPath } from '../support/bicep.ts';
import { modulesFolder } from '../support/modules.ts';
import { emptyFolder, filesBelow, fingerprint, installTarball, project, run, type Installed } from './tarball.ts';
import { firstRun } from './first-run.ts';
import { isMissing } from '../support/tools.ts';

let installed: Installed;
const folders: string[] = [];
const plain = { CI: '', NO_COLOR: '1', AVM_MODULES_DIR: '' };

function fresh(): string {
  const folder = emptyFolder();
  folders.push(folder);
  return folder;
}

function create(
  node: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): { readonly workspace: string; readonly stderr: string } {
  const cwd = fresh();
  const made = run(node, [installed.createAvm, 'demo', '--yes', ...args], { cwd, env: { ...plain, ...env } });
  expect(made, made.stderr).toMatchObject({ code: 0 });
  return { workspace: join(cwd, 'demo'), stderr: made.stderr };
}

function bootstrap(node: string, env: NodeJS.ProcessEnv = {}): string {
  return create(node, ['--no-check', '--no-git'], env).workspace;
}

beforeAll(() => {
  installed = installTarball();
  folders.push(installed.folder);
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('the tarball', () => {
  it('holds what the package needs and nothing else', () => {
    const others = installed.files.filter(
      (file) => !/^(dist\/[\w.-]+\.(c?js|txt)|avm-catalog\/modules\/data\/[\w/.-]+\.json|spec-kit\/.+)$/.test(file),
    );
    expect(others).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json']);
  });

  it('brings no other package', () => {
    const packages = readdirSync(join(installed.folder, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(packages).toEqual(['create-avm']);
  });

  it('holds the parts for Spec Kit, and their script can be run', () => {
    const parts = installed.files.filter((file) => file.startsWith('spec-kit/'));
    expect(parts).toEqual(filesBelow(join(project, 'spec-kit')).map((file) => `spec-kit/${file}`));
    const script = join(installed.folder, 'node_modules/create-avm/spec-kit/extension/scripts/bash/stop.sh');
    expect(statSync(script).mode & 0o111).toBe(0o111);
  });

  it('names no file of the computer it was made on', () => {
    const dist = join(installed.folder, 'node_modules/create-avm/dist');
    for (const name of readdirSync(dist).filter((file) => file.endsWith('.js')))
      expect(readFileSync(join(dist, name), 'utf8'), name).not.toMatch(/\/work\/|\/root\//);
  });

  it.skipIf(modulesFolder() === null || isMissing('bicep'))(
    'makes a workspace that the real compiler and the constitution accept',
    () => {
      const workspace = bootstrap(process.execPath);
      const checked = run(process.execPath, [installed.avm, 'check', '--depth', 'snapshot', '--json'], {
        cwd: workspace,
        env: { ...plain, BICEP_PATH: bicepPath(), AVM_MODULES_DIR: modulesFolder() ?? '' },
      });
      expect(checked.stderr + checked.stdout).not.toMatch(/"severity": ?"error"/);
      expect(checked.code).toBe(0);
    },
  );
});

describe('compiled code that is kept', () => {
  it('is used again, made again where it is broken, and done without where it cannot be kept', () => {
    const home = fresh();
    const env = { HOME: home, XDG_CACHE_HOME: '', LOCALAPPDATA: home };
    const first = fingerprint(bootstrap(process.execPath, env));
    const [kept] = fingerprint(home);
    expect(kept).toMatch(/create-avm\/code\/create-plain-[0-9a-f]{16}-/);
    expect(fingerprint(bootstrap(process.execPath, env))).toEqual(first);
    expect(fingerprint(home)).toEqual([kept]);

    const file = join(home, kept?.split(' ')[0] ?? '');
    writeFileSync(file, 'no code');
    expect(fingerprint(bootstrap(process.execPath, env))).toEqual(first);
    expect(readFileSync(file, 'utf8')).not.toBe('no code');

    writeFileSync(join(home, 'a-file'), '');
    const nowhere = {
      HOME: join(home, 'a-file'),
      XDG_CACHE_HOME: join(home, 'a-file'),
      LOCALAPPDATA: join(home, 'a-file'),
    };
    expect(fingerprint(bootstrap(process.execPath, nowhere))).toEqual(first);
  });
});

describe('a second run', () => {
  it.skipIf(isMissing('git'))('makes a Git repository as the first did, and neither says more', () => {
    const home = fresh();
    const env = { HOME: home, XDG_CACHE_HOME: '', LOCALAPPDATA: home };
    for (const time of ['first', 'second']) {
      const { workspace, stderr } = create(
        process.execPath,
        ['--no-check', '--set', 'alerts.emails=[operations@example.com]'],
        env,
      );
      expect(statSync(join(workspace, '.git')).isDirectory()).toBe(true);
      expect(stderr, time).not.toMatch(/warning|error/i);
    }
  });
});

describe('npm create', () => {
  it.skipIf(modulesFolder() === null || isMissing('bicep'))(
    'leads a person with nothing but Node and npm through a first run, and every command that it prints succeeds',
    { timeout: 300_000 },
    async () => {
      const modules = modulesFolder() ?? '';
      await firstRun(installed.tarball, fresh(), { BICEP_PATH: bicepPath(), AVM_MODULES_DIR: modules });
    },
  );
});

describe('in a terminal', () => {
  it('asks, the first time and again', async () => {
    const home = fresh();
    const env = { HOME: home, XDG_CACHE_HOME: '', LOCALAPPDATA: home, CI: '' };
    for (const time of ['first', 'second']) {
      const cwd = fresh();
      const asked = nodeInTerminal([installed.createAvm], cwd, env);
      await asked.when('What do you want to build?', keys.enter);
      await asked.when('Folder of the new workspace', keys.interrupt);
      expect(await asked.exit, time).toBe(130);
      expect(filesBelow(cwd)).toEqual([]);
    }
  });
});

describe('the same answers', () => {
  it('give the same bytes in another folder, time zone, locale and home', () => {
    const first = fingerprint(bootstrap(process.execPath, { TZ: 'UTC', LANG: 'C' }));
    const second = fingerprint(
      bootstrap(process.execPath, {
        TZ: 'Pacific/Kiritimati',
        LANG: 'tr_TR.UTF-8',
        LC_ALL: 'tr_TR.UTF-8',
        HOME: fresh(),
        USER: 'other',
        HOSTNAME: 'elsewhere',
      }),
    );
    expect(first.length).toBeGreaterThan(10);
    expect(second).toEqual(first);
  });

  it('give the same bytes on other versions of Node', () => {
    const nodes = fresh();
    execFileSync(
      'npm',
      ['install', '--no-audit', '--no-fund', '--prefix', nodes, 'node22@npm:node@22', 'node24@npm:node@24'],
      { stdio: 'ignore' },
    );
    const first = fingerprint(bootstrap(process.execPath));
    for (const name of ['node22', 'node24'])
      expect(fingerprint(bootstrap(join(nodes, 'node_modules', name, 'bin/node'))), name).toEqual(first);
  });

  it('given again change nothing', () => {
    const workspace = bootstrap(process.execPath);
    const before = fingerprint(workspace);
    const rendered = run(process.execPath, [installed.avm, 'render'], { cwd: workspace, env: plain });
    expect(rendered.code).toBe(0);
    expect(fingerprint(workspace)).toEqual(before);
  });
});
