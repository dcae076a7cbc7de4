import { lstat, stat } from 'node:fs/promises';
import { join } from 'node:path';
import semver from 'semver';
import { cacheFolder, thisMachine, type Machine } from './bicep/folders.ts';
import { mirrorOf } from './bicep/download.ts';
import { installing } from './bicep/installer.ts';
import { locateBicep } from './bicep/locate.ts';
import { isOpen } from './bicep/own-folder.ts';
import { findProgram, surroundings, type Skipped } from './bicep/programs.ts';
import type { HostBuild } from './bicep/rid.ts';
import { run } from './bicep/run.ts';
import { minimumVersion, pinnedVersion } from './bicep/version.ts';
import { publicRegistry } from './modules/source.ts';
import { isTrusted, trustedNames, trustName } from './modules/trust.ts';
import { reachRegistry } from './network/reach.ts';

type FactName = 'node' | 'bicep' | 'modules' | 'dotnet' | 'az' | 'git' | 'cache' | 'trusted-registries';

/** What to do about a fact; its prose is made where all prose is. */
type Remedy =
  | 'upgrade-node'
  | 'install-bicep'
  | 'fix-bicep-path'
  | 'use-pinned-bicep'
  | 'fix-modules-dir'
  | 'reach-registry'
  | 'name-trusted-registry'
  | 'install-az'
  | 'close-cache';

export interface DoctorFact {
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
  /** @default this one */
  readonly build?: HostBuild;
}

type Installing = ReturnType<typeof installing>;

const nodeFloor = '20.19.0';

/** Looks at what the checks need; starts `--version` of the programs that are found, connects to the registry where
 * modules come from one, writes nothing. */
export async function diagnose(options: DiagnoseOptions = {}): Promise<DoctorFact[]> {
  const { machine = thisMachine(), nodeVersion = process.versions.node, mirror } = options;
  const how = installing(options.build);
  const looks = [
    (on: Machine) => bicepFact(on, how),
    (on: Machine) => modulesFact(on, mirror),
    (on: Machine) => dotnetFact(on, how),
    azFact,
    gitFact,
    cacheFact,
  ];
  const looked = await Promise.all(looks.map((look) => look(machine)));
  return [nodeFact(nodeVersion), ...looked, trustFact(machine, mirror)];
}

function nodeFact(version: string): DoctorFact {
  const args = { version, floor: nodeFloor };
  return semver.gte(version, nodeFloor)
    ? { name: 'node', state: 'ok', args, remedy: null }
    : { name: 'node', state: 'fail', args, remedy: 'upgrade-node' };
}

async function bicepFact(machine: Machine, how: Installing): Promise<DoctorFact> {
  const { bicep, looked, skipped: passedOver, findings } = await locateBicep(machine);
  const places = looked.map(({ path }) => path);
  const skipped = skippedText(passedOver);
  if (bicep === null) {
    const args = { looked: places, skipped, why: findings[0]?.code ?? '', ...how };
    const remedy = machine.env['BICEP_PATH'] ? 'fix-bicep-path' : 'install-bicep';
    return { name: 'bicep', state: 'fail', args: { ...args, minimum: minimumVersion }, remedy };
  }
  const { path, origin, version } = bicep;
  const args = { path, origin, version, ...how, looked: places, skipped };
  return version === pinnedVersion
    ? { name: 'bicep', state: 'ok', args, remedy: null }
    : { name: 'bicep', state: 'warn', args, remedy: 'use-pinned-bicep' };
}

async function modulesFact({ env, platform }: Machine, mirror: string = publicRegistry.host): Promise<DoctorFact> {
  const folder = env['AVM_MODULES_DIR'];
  if (!folder) {
    const why = await reachRegistry(mirror, env);
    const found = { source: 'registry', host: mirror };
    return why === undefined
      ? { name: 'modules', state: 'ok', args: found, remedy: null }
      : { name: 'modules', state: 'warn', args: { ...found, why, platform }, remedy: 'reach-registry' };
  }
  const args = { source: 'folder', folder };
  const holds = await stat(join(folder, 'avm')).catch(() => null);
  return holds?.isDirectory()
    ? { name: 'modules', state: 'ok', args, remedy: null }
    : { name: 'modules', state: 'fail', args, remedy: 'fix-modules-dir' };
}

/** Only an installation asks for it, and there is another way without it. */
async function dotnetFact(machine: Machine, { install }: Installing): Promise<DoctorFact> {
  const fact = await programFact('dotnet', machine, /^(\S+)\s*$/);
  const mirror = mirrorOf(machine.env) === undefined ? {} : { mirror: 'AVM_BICEP_MIRROR' };
  return { ...fact, args: { ...fact.args, install, ...mirror } };
}

/** Needed to deploy, not to check. */
async function azFact(machine: Machine): Promise<DoctorFact> {
  const fact = await programFact('az', machine, /"azure-cli": "([^"]+)"/, 'version');
  return fact.args['path'] === undefined ? { ...fact, state: 'warn', remedy: 'install-az' } : fact;
}

async function gitFact(machine: Machine): Promise<DoctorFact> {
  return programFact('git', machine, /(\d+\.\d+\S*)/);
}

/** Which program would be started, and what it says its version is; one that does not run is as good as none. */
async function programFact(
  name: 'dotnet' | 'az' | 'git',
  machine: Machine,
  versionIn: RegExp,
  ask = '--version',
): Promise<DoctorFact> {
  const { path, skipped: passedOver } = findProgram(name, machine);
  const skipped = skippedText(passedOver);
  const nothing: DoctorFact = { name, state: 'ok', args: { skipped }, remedy: null };
  if (path === null) return nothing;
  // A .cmd file can't be started without a shell, so it is only looked for.
  if (path.endsWith('.cmd')) return { ...nothing, args: { path, skipped } };
  const { code, stdout } = await run(path, [ask], { ...surroundings(machine, path), timeout: 30_000 });
  const version = versionIn.exec(stdout)?.[1];
  return code === 0 ? { ...nothing, args: { path, skipped, ...(version === undefined ? {} : { version }) } } : nothing;
}

/** Each as `<path> (<why>)`. */
function skippedText(skipped: readonly (Pick<Skipped, 'path'> & { readonly why: string })[]): readonly string[] {
  return skipped.map(({ path, why }) => `${path} (${why})`);
}

/** Where compiled code and the compiler are kept; nothing is run from a folder that others can write. */
async function cacheFact(machine: Machine): Promise<DoctorFact> {
  const folder = cacheFolder(machine);
  const found = await lstat(folder).catch(() => null);
  const problem = found === null ? undefined : found.isDirectory() ? isOpen(found) : 'not-a-folder';
  return problem === undefined
    ? { name: 'cache', state: 'ok', args: { folder }, remedy: null }
    : { name: 'cache', state: 'warn', args: { folder, problem }, remedy: 'close-cache' };
}

function trustFact({ env }: Machine, mirror: string | undefined): DoctorFact {
  const names = trustedNames(env);
  if (mirror === undefined) {
    return { name: 'trusted-registries', state: 'ok', args: { names }, remedy: null };
  }
  const args = { names, needed: trustName(mirror) };
  return isTrusted(mirror, env)
    ? { name: 'trusted-registries', state: 'ok', args, remedy: null }
    : { name: 'trusted-registries', state: 'fail', args, remedy: 'name-trusted-registry' };
}
