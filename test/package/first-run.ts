import { existsSync, mkdirSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect } from 'vitest';
import { version } from '../../src/files/tool.ts';
import { allDefaults, machineDefaults } from '../generators/all-defaults.ts';
import { keys, shellInTerminal, type Pty } from '../generators/pty.ts';
import { npmRegistry } from './npm-registry.ts';

const { enter, down } = keys;
const proceed = 'Ok to proceed?';
const everything = 'settings, plan, compilation, predicted resources, their types, and their order';
const npx = `npx -p create-avm@${version} avm`;

/**
 * What somebody does who has Node and npm and read one line of the README: the command, the interview, and then every
 * command that was printed, as it was printed.
 */
export async function firstRun(tarball: string, folder: string, tools: NodeJS.ProcessEnv): Promise<void> {
  await using registry = await npmRegistry(tarball);
  const [home, cwd] = [join(folder, 'home'), join(folder, 'work')];
  for (const path of [home, cwd]) mkdirSync(path, { recursive: true });
  // Otherwise npx looks for the package in projects of the folders above.
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  const shell = shellInTerminal(cwd, {
    ...tools,
    HOME: home,
    PATH: nodeAndNpm(join(folder, 'bin')),
    TERM: 'xterm-256color',
    npm_config_registry: registry.url,
    npm_config_update_notifier: 'false',
  });
  await shell.when('ready> ', `npm create avm@latest payroll${enter}`);
  await shell.when(proceed, `y${enter}`);
  await shell.when('What do you want to build?', enter);
  await allDefaults(shell);
  await machineDefaults(shell);
  await shell.when('Create this workspace?', enter);
  await shell.when('files in payroll');
  await shell.when(`${everything} of dev, test, prod`);
  await shell.when('Next steps:');
  await shell.when('ready> ');
  expect(registry.asked.filter((path) => path.endsWith('.tgz'))).toHaveLength(1);
  expect(readdirSync(join(home, '.npm/_npx'))).toHaveLength(1);

  const { repeat, next, fixes } = printed(shell.screen());
  expect(repeat).toBe(`npx -p create-avm@${version} create-avm another-folder --answers payroll/avm.yaml`);
  expect(next.slice(0, 3)).toEqual(['cd payroll', `${npx} clarify`, `${npx} check`]);
  expect(next[3]).toMatch(/^bash deploy\/deploy\.sh plan --environment dev --resource-group \S+ --subscription /);
  expect(existsSync(join(cwd, 'payroll/main.dev.bicepparam'))).toBe(true);
  expect(next).toHaveLength(4);
  expect(fixes).toEqual([`${npx} set 'alerts.emails=[operations@example.com]'`]);

  // The version is another name than the latest one for npx, which asks once more.
  await runs(shell, repeat, [proceed, 'files in another-folder']);
  const [enterFolder = '', clarify = '', check = ''] = next;
  await runs(shell, enterFolder, []);
  await runs(shell, clarify, [], true);
  for (const fix of fixes) await runs(shell, fix, ['files written.']);
  await runs(shell, check, [`✓ Passed with 2 notes: ${everything} of dev, test, prod`]);
  // Nothing was fetched again: npm has it in its cache.
  expect(registry.asked.filter((path) => path.endsWith('.tgz'))).toHaveLength(1);
}

/** Types a command, waits for what it says, and expects that it succeeds. */
async function runs(shell: Pty, command: string, says: readonly string[], isClarify = false): Promise<void> {
  await shell.when('', `${command}; echo "ended: $?"${enter}`);
  if (isClarify) {
    await shell.when('password in dev?', enter);
    await shell.when('password in test?', down.repeat(4) + enter);
    await shell.when('Write the answers?', enter);
  }
  for (const text of says) await shell.when(text, text === proceed ? `y${enter}` : '');
  await shell.when('ended: 0');
  await shell.when('ready> ');
}

/** Commands that create-avm printed, by where it printed them. */
function printed(screen: string): {
  readonly repeat: string;
  readonly next: readonly string[];
  readonly fixes: readonly string[];
} {
  const lines = screen.split('\n').map((line) => line.trimEnd());
  const after = (start: string): readonly string[] =>
    lines.flatMap((line) => (line.trim().startsWith(start) ? [line.slice(line.indexOf(': ') + 2)] : []));
  const steps = lines.slice(lines.lastIndexOf('Next steps:') + 1);
  const end = steps.findIndex((line) => !line.startsWith('  '));
  return {
    repeat: after('To create the same workspace')[0] ?? '',
    next: steps.slice(0, end).map((line) => line.trim()),
    fixes: after('To fix it, run'),
  };
}

/** A folder for PATH with Node, npm, and what npm starts. */
function nodeAndNpm(folder: string): string {
  mkdirSync(folder);
  symlinkSync(process.execPath, join(folder, 'node'));
  for (const name of ['npm', 'npx', 'sh']) symlinkSync(realpathSync(onPath(name)), join(folder, name));
  return folder;
}

function onPath(name: string): string {
  const places = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error(`There is no ${name} on PATH.`);
  return found;
}
