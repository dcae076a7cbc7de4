import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import semver from 'semver';
import { thisMachine, type Machine } from './bicep/folders.ts';
import { locateBicep } from './bicep/locate.ts';
import { run } from './bicep/run.ts';
import { minimumVersion, pinnedVersion } from './bicep/version.ts';
import { isTrusted, trustedNames, trustName } from './modules/trust.ts';

export type FactName = 'node' | 'bicep' | 'modules' | 'dotnet' | 'az' | 'trusted-registries';

/** What to do about a fact; its prose is made where all prose is. */
export type Remedy =
  | 'upgrade-node'
  | 'install-bicep'
  | 'fix-bicep-path'
  | 'use-pinned-bicep'
  | 'fix-modules-dir'
  | 'name-trusted-registry'
  | 'install-az';

export interface Fact {
  readonly name: FactName;
  /** Only a `fail` keeps checks from running. */
  readonly state: 'ok' | 'warn' | 'fail';
  readonly args: Readonly<Record<string, string | readonly string[]>>;
  readonly remedy: Remedy | null;
}

export interface DiagnoseOptions {
  readonly machine?: Machine;
  /** Without a leading v; @default process.versions.node */
  readonly nodeVersion?: string;
  /** Host of the mirror that the answers name. */
  readonly mirror?: string;
}

export const nodeFloor = '20.19.0';

/** Looks at what the checks need; starts `--version` of the programs that are found, writes nothing. */
export async function diagnose(options: DiagnoseOptions = {}): Promise<Fact[]> {
  const { machine = thisMachine(), nodeVersion = process.versions.node, mirror } = options;
  const looked = await Promise.all([bicepFact, modulesFact, dotnetFact, azFact].map((look) => look(machine)));
  return [nodeFact(nodeVersion), ...looked, trustFact(machine, mirror)];
}

function nodeFact(version: string): Fact {
  const args = { version, floor: nodeFloor };
  return semver.gte(version, nodeFloor)
    ? { name: 'node', state: 'ok', args, remedy: null }
    : { name: 'node', state: 'fail', args, remedy: 'upgrade-node' };
}

async function bicepFact(machine: Machine): Promise<Fact> {
  const { bicep, looked, findings } = await locateBicep(machine);
  const places = looked.map(({ path }) => path);
  if (bicep === null) {
    const args = { looked: places, why: findings[0]?.code ?? '', pinned: pinnedVersion };
    const remedy = machine.env['BICEP_PATH'] ? 'fix-bicep-path' : 'install-bicep';
    return { name: 'bicep', state: 'fail', args: { ...args, minimum: minimumVersion }, remedy };
  }
  const { path, origin, version } = bicep;
  const args = { path, origin, version, pinned: pinnedVersion, looked: places };
  return version === pinnedVersion
    ? { name: 'bicep', state: 'ok', args, remedy: null }
    : { name: 'bicep', state: 'warn', args, remedy: 'use-pinned-bicep' };
}

async function modulesFact({ env }: Machine): Promise<Fact> {
  const folder = env['AVM_MODULES_DIR'];
  if (!folder) return { name: 'modules', state: 'ok', args: { source: 'registry' }, remedy: null };
  const args = { source: 'folder', folder };
  const holds = await stat(join(folder, 'avm')).catch(() => null);
  return holds?.isDirectory()
    ? { name: 'modules', state: 'ok', args, remedy: null }
    : { name: 'modules', state: 'fail', args, remedy: 'fix-modules-dir' };
}

/** Only an installation asks for it, and there is another way without it. */
async function dotnetFact({ env }: Machine): Promise<Fact> {
  const { code, stdout } = await run('dotnet', ['--version'], { env, timeout: 30_000 });
  const args = code === 0 ? { version: stdout.trim() } : {};
  return { name: 'dotnet', state: 'ok', args, remedy: null };
}

/** Needed to deploy, not to check. */
async function azFact(machine: Machine): Promise<Fact> {
  // A .cmd file can't be started without a shell, so on Windows az is only looked for.
  const command = machine.platform === 'win32' ? ['where', 'az'] : ['az', 'version'];
  const [program = '', ...rest] = command;
  const { code, stdout } = await run(program, rest, { env: machine.env, timeout: 30_000 });
  if (code !== 0) return { name: 'az', state: 'warn', args: {}, remedy: 'install-az' };
  const version = /"azure-cli": "([^"]+)"/.exec(stdout)?.[1];
  return { name: 'az', state: 'ok', args: version === undefined ? {} : { version }, remedy: null };
}

function trustFact({ env }: Machine, mirror: string | undefined): Fact {
  const names = trustedNames(env);
  if (mirror === undefined) {
    return { name: 'trusted-registries', state: 'ok', args: { names }, remedy: null };
  }
  const args = { names, needed: trustName(mirror) };
  return isTrusted(mirror, env)
    ? { name: 'trusted-registries', state: 'ok', args, remedy: null }
    : { name: 'trusted-registries', state: 'fail', args, remedy: 'name-trusted-registry' };
}
