import { createHash } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { fetchIn, type Fetch } from '../../src/checks/network/fetch-through.ts';
import { downloadAnswers } from '../../src/cli/create/remote-file.ts';
import { commitAll, git } from '../sessions/repository.ts';
import { createAvm, folder } from './run.ts';

const preset = 'tags: {owner: platform}\n';
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const quiet = ['demo', '--yes', '--no-check', '--no-git'];

const servers: Server[] = [];
afterAll(() => servers.forEach((one) => one.closeAllConnections()));

/** `https://presets.example`, which is a server without TLS on this computer. */
async function served(answer: RequestListener): Promise<Fetch> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return (url, options) => fetchIn({})(url.replace('https://presets.example', `http://127.0.0.1:${port}`), options);
}

const at = (digest: string): string => `https://presets.example/avm.preset.yaml#sha256=${digest}`;

describe('settings at an address', () => {
  it('are read if they have the digest, with credentials that no message shows', async () => {
    let authorization: string | undefined;
    const fetch = await served(({ headers }, response) => {
      ({ authorization } = headers);
      response.end(`\uFEFF${preset.replaceAll('\n', '\r\n')}`);
    });
    const digest = digestOf(`\uFEFF${preset.replaceAll('\n', '\r\n')}`).toUpperCase();
    const named = at(digest).replace('https://', 'https://me:secret@').replace('#', '?token=secret#');
    // The address of the server is not in the URL that has credentials any more.
    expect(await downloadAnswers(named, {}, fetch)).toEqual({
      file: 'https://presets.example/avm.preset.yaml',
      text: preset,
    });
    expect(authorization).toBe(`Basic ${Buffer.from('me:secret').toString('base64')}`);
  });

  it.each<[string, RequestListener, string]>([
    ['another file', (_, response) => void response.end('tags: {}\n'), 'does not have the digest that is given'],
    ['nothing there', (_, response) => void response.writeHead(404).end(preset), 'HTTP 404'],
    ['too much', (_, response) => void response.end('x'.repeat(1_000_001)), 'it has more than 1000 kB'],
    [
      'no end',
      (_, response) => {
        const more = (): void => void (response.destroyed || (response.write('x'.repeat(65_536)), setImmediate(more)));
        more();
      },
      'it has more than 1000 kB',
    ],
    ['silence', () => {}, 'it took longer than 0.5 s'],
    ['a body that stops', (_, response) => void response.write('x'), 'it took longer than 0.5 s'],
    [
      'a redirect without TLS',
      (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
      'it was redirected to http://127.0.0.1:9, where it may not lead',
    ],
    ['a connection that is cut', ({ socket }) => void socket.destroy(), 'cannot be downloaded'],
  ])('are refused: %s', async (_, answer, why) => {
    const fetch = await served(answer);
    const env = { AVM_TIMEOUT: why.includes('longer') ? '0.5' : '20' };
    await expect(downloadAnswers(at(digestOf(preset)), env, fetch)).rejects.toMatchObject({
      problem: { what: expect.stringContaining(why) as unknown },
    });
  });

  it.each([
    ['https://presets.example/a.yaml', "'https://presets.example/a.yaml' has no SHA-256 digest"],
    ['https://presets.example/a.yaml#sha256=12', 'has no SHA-256 digest'],
    ['https://presets.example/a.yaml#abc', "--answers 'https://presets.example/a.yaml#sha256=DIGEST'"],
    ['http://me:secret@presets.example/a.yaml', "'http://presets.example/a.yaml' is not read."],
    ['ftp://presets.example/a.yaml', "'ftp://presets.example/a.yaml' is not read."],
    ['https://', "'https://' is not read."],
  ])('need an https address and a digest: %s', async (named, said) => {
    const { path: cwd } = await folder();
    const { code, err } = await createAvm({ cwd }, ...quiet, '--answers', named);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(err).not.toContain('secret');
  });
});

describe('settings of a repository', () => {
  function committed(cwd: string): string {
    commitAll(cwd);
    return git(cwd, 'rev-parse', 'HEAD').trim();
  }

  async function repository(): Promise<{ readonly url: string; readonly first: string; readonly last: string }> {
    const made = await folder({
      'avm.preset.yaml': preset,
      'parts/avm.yaml': 'tags: {owner: parts}\n',
      'large.yaml': 'x'.repeat(1_000_001),
    });
    git(made.path, 'init', '--quiet');
    const first = committed(made.path);
    await made.writeFile('avm.preset.yaml', 'tags: {owner: later}\n');
    return { url: `git+${pathToFileURL(made.path).href}`, first, last: committed(made.path) };
  }

  it.each([
    ['', 'first', 'owner: platform'],
    ['', 'last', 'owner: later'],
    [':avm.preset.yaml', 'first', 'owner: platform'],
    [':parts', 'first', 'owner: parts'],
  ] as const)('are those of one commit (%s, %s)', async (path, commit, expected) => {
    const { url, ...commits } = await repository();
    const at = await folder();
    const ran = await createAvm(
      { cwd: at.path, env: process.env },
      ...quiet,
      '--answers',
      `${url}#${commits[commit]}${path}`,
    );
    expect(ran).toMatchObject({ code: 0 });
    expect(await at.readFile('demo/avm.yaml', 'utf8')).toContain(expected);
  });

  it.each([
    ['of another type', 'tags: 5\n', ':avm.preset.yaml:1:7: error[answer-map]'],
    [
      'in Latin-1',
      Buffer.from('tags: {owner: Gr\u00fcn}\n', 'latin1'),
      ':avm.preset.yaml:1:17: error[answers-not-utf8]',
    ],
  ])('are findings’ place by the repository and the path: %s', async (_, text, said) => {
    const made = await folder({ 'avm.preset.yaml': text });
    git(made.path, 'init', '--quiet');
    const named = `git+${pathToFileURL(made.path).href}#${committed(made.path)}`;
    const { code, err } = await createAvm({ cwd: made.path, env: process.env }, ...quiet, '--answers', named);
    expect(code).toBe(1);
    expect(err).toContain(said);
  });

  it('are read in any language', async () => {
    const made = await folder({ 'avm.preset.yaml': 'tags: {owner: "Gr\u00fcn \u65e5\u672c"}\n' });
    git(made.path, 'init', '--quiet');
    const named = `git+${pathToFileURL(made.path).href}#${committed(made.path)}`;
    expect(await createAvm({ cwd: made.path, env: process.env }, ...quiet, '--answers', named)).toMatchObject({
      code: 0,
    });
    expect(await made.readFile('demo/avm.yaml', 'utf8')).toContain('Gr\u00fcn \u65e5\u672c');
  });

  it.each([
    ['#FIRST:none.yaml', "the commit has no file 'none.yaml'"],
    ['#FIRST:large.yaml', 'it has more than 1000 kB'],
    ['#FIRST:../avm.preset.yaml', "'../avm.preset.yaml' is not a path in a repository."],
    ['#FIRST:/etc/passwd', 'is not a path in a repository'],
    ['#FIRST:a\\b', 'is not a path in a repository'],
    ['#0123456789012345678901234567890123456789', 'cannot be read'],
    ['#main', 'has no full commit ID'],
    ['#--upload-pack=touch', 'has no full commit ID'],
    ['', 'has no full commit ID'],
  ])('are refused: %s', async (rest, said) => {
    const { url, first } = await repository();
    const { path: cwd } = await folder();
    const named = url + rest.replace('FIRST', first);
    const { code, err } = await createAvm({ cwd, env: process.env }, ...quiet, '--answers', named);
    expect(code).not.toBe(0);
    expect(err).toContain(said);
  });

  it.each(['git+ssh://-oProxyCommand=touch/x', 'git+ext::sh -c touch', 'git+http://example.com/x', 'git+', 'git+--x'])(
    'are at no address that could be an option or a command: %s',
    async (address) => {
      const { path: cwd } = await folder();
      const { code, err } = await createAvm({ cwd }, ...quiet, '--answers', `${address}#${'0'.repeat(40)}`);
      expect(code).toBe(2);
      expect(err).toContain('is not the address of a file in a repository.');
    },
  );

  it('are not those of a folder that is none', async () => {
    const at = await folder();
    const named = `git+${pathToFileURL(at.path).href}/missing#${'0'.repeat(40)}`;
    const { code, err } = await createAvm({ cwd: at.path, env: process.env }, ...quiet, '--answers', named);
    expect(code).toBe(1);
    expect(err).toContain('error[answers-unreadable]');
    expect(err).toContain('Check the path of the repository');
  });
});
