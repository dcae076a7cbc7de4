import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setAnswers } from '../../src/answers/edit.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { checkWorkspace } from '../../src/checks/check.ts';
import { generate } from '../../src/files/generate.ts';
import { casesFolder } from '../cases/cases.ts';
import { catalog } from '../plan/support.ts';
import { bicepPath } from '../support/bicep.ts';
import { modulesFolder } from '../support/modules.ts';
import { isMissing, toolPath } from '../support/tools.ts';

const registry = toolPath('docker-registry');
const modules = modulesFolder();
const possible = registry !== null && modules !== null && !isMissing('bicep');

let server: ChildProcess;
let port: number;
const folder = mkdtempSync(join(tmpdir(), 'mirror-'));

beforeAll(async () => {
  if (registry === null || !possible) return;
  process.env['BICEP_PATH'] = bicepPath();
  port = await freePort();
  writeFileSync(
    join(folder, 'registry.yml'),
    `version: 0.1\nstorage: {filesystem: {rootdirectory: ${folder}/data}}\nhttp: {addr: "127.0.0.1:${port}"}\n`,
  );
  server = spawn(registry, ['serve', join(folder, 'registry.yml')], { stdio: 'ignore' });
  await answers(port);
});

afterAll(() => {
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function answers(at: number): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    if (
      await fetch(`http://127.0.0.1:${at}/v2/`).then(
        (reply) => reply.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the registry does not answer');
}

/** The smallest case, with its modules from a registry on this machine. */
function workspace() {
  const text = readFileSync(join(casesFolder, 'everything-off', 'avm.yaml'), 'utf8');
  const wishes = ['CST-003', 'CST-005'].map((id) => ({ path: `constitution.rules.${id}`, value: 'off' }));
  const mirror = { path: 'modules', value: `{registry: "localhost:${port}", path: bicep}` };
  const changed = setAnswers(text, [mirror, ...wishes]);
  if (!('text' in changed)) throw new Error(JSON.stringify(changed.findings));
  const parsed = parseAnswers(changed.text);
  if (!('answers' in parsed)) throw new Error(JSON.stringify(parsed.findings));
  const generated = generate(parsed.answers, changed.text, catalog);
  const root = join(folder, 'workspace');
  for (const file of generated.files ?? []) {
    mkdirSync(dirname(join(root, file.path)), { recursive: true });
    writeFileSync(join(root, file.path), file.text);
  }
  return { ...generated, root };
}

describe.skipIf(!possible)('a mirror of the registry', () => {
  it('is where modules are restored from, when the user trusts it', { timeout: 300_000 }, async () => {
    const { root, plan, spec } = workspace();
    if (!plan) throw new Error('no plan');
    const request = {
      root,
      plan,
      spec,
      catalog,
      environments: ['dev'],
      depth: 'snapshot' as const,
      modules: 'registry',
    };
    const home = join(folder, 'home');
    const machine = {
      env: { ...process.env, HOME: home, DOTNET_BUNDLE_EXTRACT_BASE_DIR: join(homedir(), '.net') },
      platform: process.platform,
      home,
    };
    mkdirSync(home);

    const untrusted = await checkWorkspace({ ...request, machine });
    expect(untrusted.findings.map((one) => one.code)).toEqual(['modules/untrusted-registry']);

    const trusting = { ...machine, env: { ...machine.env, BICEP_TRUSTED_REGISTRIES: 'localhost' } };
    const empty = await checkWorkspace({ ...request, machine: trusting });
    expect(empty.findings.map((one) => one.code)).toEqual(['modules/not-in-registry']);

    for (const one of plan.resources) if (one.kind === 'module') publish(root, one.module, one.version);
    const report = await checkWorkspace({ ...request, machine: trusting });
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ source: 'mirror', snapshots: [{ environment: 'dev' }] });
  });
});

function publish(root: string, module: string, version: string): void {
  const file = join(modules ?? '', module, version, 'main.json');
  const config = { experimentalFeaturesEnabled: { ociEnabled: true } };
  const at = join(folder, 'publish');
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, 'main.json'), readFileSync(file));
  writeFileSync(join(at, 'bicepconfig.json'), JSON.stringify(config));
  execFileSync(
    bicepPath(),
    ['publish', join(at, 'main.json'), '--target', `br:localhost:${port}/bicep/${module}:${version}`],
    { cwd: root, env: { ...process.env, BICEP_TRUSTED_REGISTRIES: 'localhost' }, stdio: 'ignore' },
  );
}
