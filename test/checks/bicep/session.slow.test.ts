import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { createSession } from '../../../src/checks/bicep/session.ts';
import { pinnedVersion } from '../../../src/checks/bicep/version.ts';
import { bicepPath } from '../../support/bicep.ts';
import { isMissing } from '../../support/tools.ts';

const sessionModule = new URL('../../../src/checks/bicep/session.ts', import.meta.url).href;

async function program(text: string) {
  const fixture = await createFixture({ bicep: `#!/bin/sh\n${text}\n` });
  await chmod(fixture.getPath('bicep'), 0o755);
  return Object.assign(fixture, { bicep: fixture.getPath('bicep') });
}

test.skipIf(isMissing('bicep'))('every method of the real compiler in one process', async () => {
  await using fixture = await createFixture({
    'main.bicep':
      "param   n string\noutput o string = n\nresource s 'Microsoft.Storage/storageAccounts@2024-01-01' existing = { name: n }\noutput id string = s.id\n",
    'main.dev.bicepparam': "using 'main.bicep'\nparam n = 'abc'\n",
  });
  const session = createSession({ path: bicepPath() });
  const main = fixture.getPath('main.bicep');
  const dev = fixture.getPath('main.dev.bicepparam');
  expect(await session.version()).toBe(pinnedVersion);
  expect((await session.compile(main)).success).toBe(true);
  const { parameters, template } = await session.compileParams(dev, { n: 'other' });
  expect(JSON.parse(parameters ?? '').parameters).toEqual({ n: { value: 'other' } });
  expect(template).toContain('deploymentTemplate.json');
  expect((await session.compile(dev)).contents).toContain('"abc"');
  expect(await session.format(main)).toMatch(/^param n string\n/);
  expect((await session.getDeploymentGraph(main)).nodes).toMatchObject([{ name: 's', isExisting: true }]);
  expect((await session.getMetadata(main)).outputs.map(({ name }) => name)).toEqual(['o', 'id']);
  await expect(session.compile(fixture.getPath('none.bicep'))).rejects.toThrow('Could not find file');
  expect(await session.version()).toBe(pinnedVersion);
  await session.close();
  await session.close();
});

test('a session that was asked nothing starts nothing', async () => {
  await createSession({ path: '/no/such/bicep' }).close();
});

test('a compiler that can not be started', async () => {
  const session = createSession({ path: '/no/such/bicep' });
  await expect(session.version()).rejects.toMatchObject({ finding: { code: 'compiler/unusable' } });
  await session.close();
});

test('a compiler that ends says how, and with what words; and again', async () => {
  await using fixture = await program('echo "out of memory" >&2; exit 3');
  const session = createSession({ path: fixture.bicep });
  const finding = { code: 'compiler/crashed', args: { how: 'exit code 3', detail: 'out of memory' } };
  await expect(session.version()).rejects.toMatchObject({ finding });
  await expect(session.compile('/main.bicep')).rejects.toMatchObject({ finding });
  await session.close();
});

test('a compiler that does not answer is killed', async () => {
  await using fixture = await program('exec sleep 60');
  const session = createSession({ path: fixture.bicep, timeout: 200 });
  await expect(session.compile('/main.bicep')).rejects.toMatchObject({
    finding: { code: 'compiler/timeout', args: { method: 'compile', seconds: 0.2 } },
  });
  await session.close();
});

test('a compiler that talks nonsense is killed after the time it is given', async () => {
  await using fixture = await program('echo "hello"; exec cat > /dev/null');
  const session = createSession({ path: fixture.bicep, timeout: 500 });
  await expect(session.version()).rejects.toMatchObject({ name: 'CompilerError' });
  await session.close();
});

test('an interrupt takes the compiler down', async () => {
  await using fixture = await program('echo $$ > "$PID_FILE"; exec sleep 60');
  const pidFile = fixture.getPath('pid');
  const script = `import { createSession } from ${JSON.stringify(sessionModule)};
    createSession({ path: ${JSON.stringify(fixture.bicep)} }).version().catch(() => {});`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
  const child = spawn(process.execPath, args, { env: { ...process.env, PID_FILE: pidFile }, stdio: 'ignore' });
  let pid = 0;
  for (let tries = 0; pid === 0 && tries < 200; tries += 1) {
    await wait(50);
    pid = Number(await fixture.readFile('pid', 'utf8').catch(() => ''));
  }
  child.kill('SIGINT');
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGINT');
  await wait(100);
  // A container may have nobody who takes leave of the dead: those are of state Z.
  const state = await promisify(execFile)('ps', ['-o', 'stat=', '-p', String(pid)]).catch(() => ({ stdout: 'Z' }));
  expect(state.stdout).toMatch(/^Z/);
});

test('the protocol is loaded with the first request', async () => {
  const script = `await import(${JSON.stringify(sessionModule)});
    const { createRequire } = await import('node:module');
    const { cache } = createRequire(${JSON.stringify(sessionModule)});
    console.log(Object.keys(cache).filter((path) => path.includes('vscode-jsonrpc')).length);`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(stdout.trim()).toBe('0');
});
