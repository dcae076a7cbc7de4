import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createFixture, type FsFixture } from 'fs-fixture';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readCase } from '../cases/cases.ts';
import { toolPath } from '../support/tools.ts';

const run = promisify(execFile);
/** PowerShell 7, which runs the script of a workspace. */
const pwsh = toolPath('pwsh');
const script =
  readCase('everything-on').generated.files?.find((one) => one.path === 'scripts/install-application.ps1')?.text ?? '';

/** Statuses that are answered first, by path; then the body. */
let answers: Record<string, { first: number[]; body: Buffer }> = {};
let asked: { url: string; headers: IncomingMessage['headers'] }[] = [];
let server: Server;
let base = '';
let folder: FsFixture;

beforeAll(async () => {
  if (pwsh === null) return;
  folder = await createFixture({
    'script.ps1': script,
    'payload/marker.txt': 'unpacked',
    'payload/sub/file.txt': 'deep',
  });
  // Stands for cmd.exe: notes its arguments and runs the line, the last of them, in Bash.
  writeFileSync(folder.getPath('cmd'), '#!/bin/bash\nprintf "%s\\n" "$@" > "$ARGUMENTS"\nexec bash -c "${!#}"\n');
  chmodSync(folder.getPath('cmd'), 0o755);
  const pack = `[IO.Compression.ZipFile]::CreateFromDirectory('${folder.getPath('payload')}', '${folder.getPath('app.zip')}')`;
  await run(pwsh, ['-NoProfile', '-Command', `Add-Type -AssemblyName System.IO.Compression.FileSystem; ${pack}`]);
  server = createServer((request, response) => {
    const url = request.url ?? '';
    asked.push({ url, headers: request.headers });
    const answer = answers[url.split('?')[0] ?? ''];
    const status = answer?.first.shift() ?? (answer ? 200 : 404);
    response.writeHead(status).end(status === 200 ? answer?.body : 'refused');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 60_000);

afterAll(async () => {
  server?.close();
  await folder?.rm();
});

let count = 0;
let work = '';
beforeEach(() => {
  asked = [];
  work = folder?.getPath(`work-${++count}`) ?? '';
  answers = pwsh === null ? {} : { '/app.zip': { first: [], body: readFileSync(folder.getPath('app.zip')) } };
});

async function install(uri: string, command: string, more: readonly string[] = []) {
  mkdirSync(work, { recursive: true });
  const args = ['-PackageUri', uri, '-ClientId', 'the-client', '-Folder', work, '-MetadataUri', base];
  const line = command === '' ? [] : ['-Command', Buffer.from(command).toString('base64')];
  const options = { env: { ...process.env, ComSpec: folder.getPath('cmd'), ARGUMENTS: join(work, 'arguments.txt') } };
  const all = ['-NoProfile', '-File', folder.getPath('script.ps1'), ...args, ...line, '-SecondsBetween', '0', ...more];
  try {
    const { stdout } = await run(pwsh ?? '', all, options);
    return { code: 0, text: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, text: stdout + stderr };
  }
}

const result = (): string => readFileSync(join(work, 'result.txt'), 'utf8');

describe.skipIf(pwsh === null)('scripts/install-application.ps1, run by PowerShell', () => {
  it('unpacks a .zip and runs the command in its folder, with the names it needs', async () => {
    const command =
      "cat marker.txt sub/file.txt > ../../result.txt; echo ' '$AZURE_CLIENT_ID $KEY_VAULT_NAME >> ../../result.txt";
    const ran = await install(`${base}/app.zip`, command, ['-KeyVault', 'kv-it']);
    expect(ran).toMatchObject({ code: 0, text: expect.stringContaining('is installed') });
    expect(result()).toBe('unpackeddeep the-client kv-it\n');
    expect(readFileSync(join(work, 'arguments.txt'), 'utf8').split('\n').slice(0, 3)).toEqual(['/d', '/s', '/c']);
  });

  it('sends no token to a place that is not Azure Blob Storage', async () => {
    await install(`${base}/app.zip`, 'true');
    expect(asked.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  it('asks for a token of the named identity where the package is a blob', async () => {
    const ran = await install('https://stnowhere.blob.core.windows.net/c/app.zip', 'true', ['-Attempts', '1']);
    expect(ran.code).not.toBe(0);
    expect(asked.map(({ url }) => url)).toEqual([
      '/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fstorage.azure.com%2F&client_id=the-client',
    ]);
    expect(asked[0]?.headers['metadata']).toBe('true');
  });

  it('waits for a role that does not work yet, and not for a package that is missing', async () => {
    answers['/app.zip']?.first.push(403, 403);
    expect(await install(`${base}/app.zip`, 'true')).toMatchObject({ code: 0 });
    expect(asked).toHaveLength(3);
    const missing = await install(`${base}/other.zip`, 'true');
    expect(missing.code).not.toBe(0);
    expect(missing.text).toContain('was not found. Upload');
    expect(asked).toHaveLength(4);
  });

  it('fails with the command, and takes a wanted restart for success', async () => {
    const failed = await install(`${base}/app.zip`, 'exit 7');
    expect(failed.code).not.toBe(0);
    expect(failed.text).toContain('failed with exit code 7');
    // Bash ends with eight bits of a code: 3010 is tried with the script's own words.
    expect(script).toContain('-notin 0, 1641, 3010');
    expect(existsSync(join(work, 'installed.txt'))).toBe(false);
  });

  it('leaves alone what it installed, until the command changes', async () => {
    await install(`${base}/app.zip`, 'true');
    expect((await install(`${base}/app.zip`, 'true')).text).toContain('skipped:');
    expect(asked).toHaveLength(1);
    expect((await install(`${base}/app.zip`, 'echo again')).text).toContain('again');
    expect(asked).toHaveLength(2);
  });

  it('installs an .msi without a command, and says that another package Only .msi packages', async () => {
    answers['/app.msi'] = { first: [], body: Buffer.from('msi') };
    answers['/app.exe'] = { first: [], body: Buffer.from('exe') };
    const bin = folder.getPath('bin');
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, 'msiexec.exe'), `#!/bin/bash\nprintf '%s|' "$@" > ${join(work, 'result.txt')}\n`);
    chmodSync(join(bin, 'msiexec.exe'), 0o755);
    const path = process.env['PATH'];
    process.env['PATH'] = `${bin}:${path}`;
    expect(await install(`${base}/app.msi`, '')).toMatchObject({ code: 0 });
    expect((await install(`${base}/app.msi`, '')).text).toContain('skipped:');
    expect((await install(`${base}/APP.msi`, '')).text).not.toContain('skipped:');
    process.env['PATH'] = path;
    expect(result()).toBe(`/i|${join(work, 'package', 'app.msi')}|/qn|/norestart|`);
    expect((await install(`${base}/app.exe`, '')).text).toContain('Only .msi packages');
  });
});
