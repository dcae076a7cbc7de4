import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listening } from '../checks/network/listening.ts';
import { folder, workspace } from '../cli/run.ts';
import { inTerminal } from '../generators/pty.ts';
import { isMissing, toolPath } from '../support/tools.ts';

/** A person’s computer whose only way out is this proxy. */
const behind = (proxy: string, home: string): NodeJS.ProcessEnv => ({
  BICEP_PATH: toolPath('bicep') ?? '',
  AVM_MODULES_DIR: '',
  HTTPS_PROXY: proxy,
  https_proxy: '',
  ALL_PROXY: '',
  NO_PROXY: '',
  no_proxy: '',
  HOME: home,
  XDG_CACHE_HOME: join(home, '.cache'),
  DOTNET_BUNDLE_EXTRACT_BASE_DIR: join(homedir(), '.net'),
});

/** Hosts that were asked for of the proxy. */
const asked = (heard: readonly string[]): readonly string[] =>
  heard.flatMap((one) => /^CONNECT ([^ :]+)/.exec(one)?.[1] ?? []);

describe.skipIf(isMissing('bicep'))('without a network', { timeout: 300_000 }, () => {
  it('a person gets a workspace and a check, is told once why it is less, and the remedy works as it is printed', async () => {
    await using silent = await listening();
    const at = await folder();
    const home = await folder();
    const env = behind(`http://127.0.0.1:${silent.port}`, home.path);
    const why = `the proxy 127.0.0.1:${silent.port} (HTTPS_PROXY): could not open a tunnel to mcr.microsoft.com:443 within 3 s`;

    const created = inTerminal('create-avm', ['demo', '--yes', '--no-git'], at.path, env);
    await created.when('files in demo');
    await created.when('Connecting to mcr.microsoft.com');
    await created.when(`warning[modules/unreachable]: Modules could not be restored from 'mcr.microsoft.com': ${why}`);
    await created.when('Passed with 2 warnings');
    await created.when('modules from interfaces');
    expect(await created.exit).toBe(0);
    expect(created.screen().split(why)).toHaveLength(2);
    expect(asked(silent.heard).filter((host) => host === 'mcr.microsoft.com')).toHaveLength(1);

    const cwd = at.getPath('demo');
    const full = inTerminal('avm', ['check'], cwd, env);
    await full.when(`error[modules/unreachable]: Modules could not be restored from 'mcr.microsoft.com': ${why}`);
    await full.when('✗ Failed with 1 error, 1 warning: settings, plan, and module interfaces of dev, test, prod');
    expect(await full.exit).toBe(1);
    // No rule was evaluated, which is one line.
    expect(full.screen().match(/Not evaluated/g)).toHaveLength(1);
    const [, remedy = ''] = /without modules, run: .*?\bavm (check .*?)\s*$/m.exec(full.screen()) ?? [];
    expect(remedy).toBe('check --depth module --modules interfaces');
    const less = inTerminal('avm', remedy.split(' '), cwd, env);
    await less.when('modules from interfaces');
    expect(await less.exit).toBe(0);
  });

  it('the doctor names what it tried, and tried nothing else', async () => {
    await using silent = await listening();
    const { cwd } = await workspace();
    const home = await folder();
    const doctor = inTerminal('avm', ['doctor'], cwd, behind(`http://127.0.0.1:${silent.port}`, home.path));
    await doctor.when('The module registry mcr.microsoft.com can’t be reached: the proxy 127.0.0.1');
    expect(await doctor.exit).toBe(0);
    expect(asked(silent.heard)).toEqual(['mcr.microsoft.com']);
    expect(doctor.screen().match(/can’t be reached/g)).toHaveLength(1);
  });

  it.each([
    ['whose name nobody knows', 'http://proxy.invalid:3128', /could not resolve the name proxy\.invalid/],
    ['at which nobody listens', 'http://127.0.0.1:1', /could not connect to 127\.0\.0\.1, port 1 \(ECONNREFUSED\)/],
  ])('a proxy %s is found out without a compiler', async (_, proxy, said) => {
    const { cwd } = await workspace();
    const home = await folder();
    const checked = inTerminal('avm', ['check', '--depth', 'module'], cwd, behind(proxy, home.path));
    await checked.when('error[modules/unreachable]');
    expect(await checked.exit).toBe(1);
    expect(checked.screen()).toMatch(said);
    expect(checked.screen()).not.toContain('Compiling');
  });
});
