import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { dirname } from 'node:path';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import { compilerError, RequestRefused } from './error.ts';
import { installing } from './installer.ts';
import { patience, startingTime } from './patience.ts';
import type { Methods } from './protocol.ts';
import { killAtEnd } from './signals.ts';

export interface ServerOptions {
  /** The compiler. */
  readonly path: string;
  /** A folder of the tool's own, so that what is in the current one decides nothing; @default that of the compiler */
  readonly cwd?: string;
  /** The whole environment of the process; @default process.env */
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds a request may take; @default AVM_TIMEOUT in seconds, or 120 seconds */
  readonly timeout?: number;
}

export interface Server {
  ask<M extends keyof Methods>(method: M, params: Methods[M][0]): Promise<Methods[M][1]>;
  close(): Promise<void>;
}

/**
 * For a process that lives for seconds: code is compiled once and well, and garbage is collected
 * without a thread of its own. Takes 30 percent off compiling and snapshots of a real workspace.
 */
const shortLived = { DOTNET_TieredCompilation: '0', DOTNET_gcConcurrent: '0' };
/** Without the sockets for debuggers that a killed process leaves in the temporary folder. */
const traceless = { DOTNET_EnableDiagnostics: '0' };
const closingTime = 5_000;
const errorTextLimit = 4_000;

/** What vscode-jsonrpc rejects with by itself, among the codes that a server may use. */
const brokenConnection = new Set([-32096, -32097, -32098, -32099]);

/** Starts `bicep jsonrpc --stdio`; rejects with `CompilerError` where that can't be done. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { path, env = process.env, cwd = dirname(path), timeout = patience(env) } = options;
  const child = spawn(path, ['jsonrpc', '--stdio'], {
    cwd,
    env: { ...shortLived, ...traceless, ...env },
    windowsHide: true,
  });
  const release = killAtEnd(child);
  const ended = watch(child, path);
  void ended.catch(release);
  const [connection] = await Promise.race([Promise.all([connect(child), started(child)]), ended]).catch(
    (error: unknown) => {
      child.kill('SIGKILL');
      throw error;
    },
  );
  return {
    ask: <M extends keyof Methods>(method: M, params: Methods[M][0]) => {
      const answer = request(connection, method, params);
      return limited(
        Promise.race([answer, ended]),
        method === 'version' ? Math.min(timeout, startingTime) : timeout,
        method,
        child,
      );
    },
    close: () => close(child, connection, release),
  };
}

/** Rejects when the process is over, with the last it said. */
async function watch(child: ChildProcessWithoutNullStreams, path: string): Promise<never> {
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-errorTextLimit);
  });
  child.stdin.on('error', () => {});
  return new Promise((_, reject) => {
    child.once('error', (error) => {
      reject(compilerError('compiler/unusable', { path, detail: error.message, ...installing() }, { cause: error }));
    });
    child.once('close', (code, signal) => {
      const how = signal ?? `exit code ${code}`;
      reject(compilerError('compiler/crashed', { path, how, detail: said.trim() }));
    });
  });
}

function started(child: ChildProcessWithoutNullStreams): Promise<void> {
  return new Promise((resolve) => child.once('spawn', resolve));
}

// Loaded here alone: commands that start no compiler do not pay for it.
async function connect(child: ChildProcessWithoutNullStreams): Promise<MessageConnection> {
  const loaded = await import('vscode-jsonrpc/node');
  // Of a CommonJS package the bundle has the default export alone, and tsx the named ones alone.
  const rpc = (loaded as unknown as { readonly default?: typeof loaded.default }).default ?? loaded;
  const connection = rpc.createMessageConnection(
    new rpc.StreamMessageReader(child.stdout),
    new rpc.StreamMessageWriter(child.stdin),
  );
  connection.onError(() => {});
  connection.listen();
  return connection;
}

async function request<M extends keyof Methods>(
  connection: MessageConnection,
  method: M,
  params: Methods[M][0],
): Promise<Methods[M][1]> {
  try {
    return await connection.sendRequest<Methods[M][1]>(`bicep/${method}`, params);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? Number(error.code) : 0;
    const isAnswer = code < 0 && !brokenConnection.has(code);
    // Else the connection is broken, which the end of the process or of the time tells better.
    if (!isAnswer) return new Promise(() => {});
    throw new RequestRefused(error instanceof Error ? error.message : '', { cause: error });
  }
}

async function limited<T>(
  answer: Promise<T>,
  timeout: number,
  method: string,
  child: ChildProcessWithoutNullStreams,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(compilerError('compiler/timeout', { method, seconds: timeout / 1000 }));
      child.kill('SIGKILL');
    }, timeout);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** Ends stdin alone: with SIGTERM as well the compiler prints an exception. */
async function close(
  child: ChildProcessWithoutNullStreams,
  connection: MessageConnection,
  release: () => void,
): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const over = new Promise((resolve) => child.once('close', resolve));
    const timer = setTimeout(() => child.kill('SIGKILL'), closingTime);
    child.stdin.end();
    await over;
    clearTimeout(timer);
  }
  connection.dispose();
  release();
}
