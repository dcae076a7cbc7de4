import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Server } from 'node:net';
import { createFixture } from 'fs-fixture';
import { expect, it } from 'vitest';
import { fetchIn } from '../../../src/checks/network/fetch-through.ts';

const patient = (): { signal: AbortSignal } => ({ signal: AbortSignal.timeout(20_000) });

async function started(server: Server) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: async () => void server.close(),
  };
}

/** A proxy that leads every name to one server of this machine; what it was asked for. */
async function proxyTo(port: number, status = 200) {
  const asked: string[] = [];
  const note = ({ method, url, headers }: IncomingMessage): void =>
    void asked.push(
      [method, url, headers['proxy-authorization'] ?? '', headers.authorization ?? ''].join(' ').trimEnd(),
    );
  const server = createServer((incoming, response) => {
    note(incoming);
    const path = new URL(incoming.url ?? '').pathname;
    const { host = '' } = incoming.headers;
    request({ host: '127.0.0.1', port, path, headers: { host, connection: 'close' } }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    }).end();
  });
  server.on('connect', (incoming: IncomingMessage, socket: Socket) => {
    note(incoming);
    if (status !== 200) return void socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
    const other = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      other.pipe(socket).pipe(other);
    });
    for (const one of [socket, other]) one.on('error', () => other.destroy());
  });
  return { asked, ...(await started(server)) };
}

it('an HTTP address is asked of the proxy, also where it leads elsewhere', async () => {
  await using releases = await started(
    createServer(({ url, headers }, response) =>
      url === '/first'
        ? response.writeHead(302, { location: 'http://other.invalid/second' }).end()
        : response.end(`${headers.host} ${url}`),
    ),
  );
  await using proxy = await proxyTo(releases.port);
  const fetch = fetchIn({ HTTP_PROXY: `http://ann:secret@127.0.0.1:${proxy.port}` });
  const response = await fetch('http://mirror.invalid/first', { ...patient(), headers: { authorization: 'Basic x' } });
  expect(await response.text()).toBe('other.invalid /second');
  const basic = `Basic ${btoa('ann:secret')}`;
  expect(proxy.asked).toEqual([
    `GET http://mirror.invalid/first ${basic} Basic x`,
    `GET http://other.invalid/second ${basic}`,
  ]);
});

it('an HTTPS address goes through a tunnel, and one that is refused is told of', async () => {
  await using proxy = await proxyTo(9, 403);
  const fetch = fetchIn({ HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` });
  await expect(fetch('https://mirror.invalid/a', patient())).rejects.toThrow(
    `the proxy 127.0.0.1:${proxy.port} (HTTPS_PROXY): it answered HTTP 403`,
  );
  expect(proxy.asked).toEqual(['CONNECT mirror.invalid:443']);
});

it('an address that NO_PROXY names is fetched without', async () => {
  await using server = await started(createServer((_, response) => response.end('straight')));
  const env = { HTTP_PROXY: 'http://192.0.2.1:1', NO_PROXY: 'mirror.invalid' };
  const response = await fetchIn(env)(`http://127.0.0.1:${server.port}/`, patient());
  expect(await response.text()).toBe('straight');
  await expect(fetchIn(env)('http://mirror.invalid/', patient())).rejects.toThrow('fetch failed');
});

const openssl = ((): boolean => {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** A process of its own, since Node reads further authorities once, when it starts. */
it.skipIf(!openssl)('a certificate is looked at through the tunnel', async () => {
  await using fixture = await createFixture({});
  const [key, cert] = [fixture.getPath('key.pem'), fixture.getPath('cert.pem')];
  const subject = ['-subj', '/CN=mirror.invalid', '-addext', 'subjectAltName=DNS:mirror.invalid'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...subject], {
    stdio: 'ignore',
  });
  await using releases = await started(
    createSecureServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) => response.end('tunneled')),
  );
  await using proxy = await proxyTo(releases.port);
  const script = `
    import { fetchIn } from ${JSON.stringify(new URL('../../../src/checks/network/fetch-through.ts', import.meta.url).href)};
    const response = await fetchIn(process.env)('https://mirror.invalid/a', { signal: AbortSignal.timeout(20000) });
    process.stdout.write(await response.text());`;
  const run = async (env: NodeJS.ProcessEnv): Promise<string> => {
    const child = spawn(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', script],
      {
        env: { PATH: process.env['PATH'], HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, ...env },
      },
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (piece: Buffer) => void (said += piece.toString()));
    await once(child, 'close');
    return said;
  };
  expect(await run({ NODE_EXTRA_CA_CERTS: cert })).toBe('tunneled');
  expect(await run({})).toContain('self-signed certificate');
});
