import { mkdtempSync, realpathSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFinding, type Finding } from '../../findings/finding.ts';
import { thisMachine, type Machine } from '../bicep/folders.ts';
import { removeAtEnd } from '../bicep/signals.ts';
import { environmentOfHome } from './cache-home.ts';
import { writeCacheEntry } from './cache-entry.ts';
import { fetchModules } from './fetch.ts';
import { readFolder, type ModuleTexts } from './read-folder.ts';
import { repositoryOf, type InterfaceStub, type ModuleReference, type ModuleSource, type Registry } from './source.ts';
import { namesItsCache, stageWorkspace } from './stage.ts';
import { messageOf } from '../../text/message.ts';
import { isTrusted, trustedNames, trustName } from './trust.ts';

interface PrepareInput {
  /** Absolute path of the workspace; it is never written to. */
  readonly root: string;
  /** Path inside the workspace; @default main.bicep */
  readonly template?: string;
  /** Every module that the template names. */
  readonly modules: readonly ModuleReference[];
  /** Where the template's references lead. */
  readonly registry: Registry;
  /** The compiler, which restores from a registry. */
  readonly bicep: string;
  readonly machine?: Machine;
  /** Told what is waited for. */
  readonly progress?: ((step: string) => void) | undefined;
}

export interface PreparedModules {
  /** The folder to compile in: the workspace, or a copy of it. */
  readonly root: string;
  /** What the compiler's environment must hold beside its own. */
  readonly environment: Readonly<Record<string, string>>;
  /** Why there are modules that the compiler won't find; with an error, compiling is of no use. */
  readonly findings: readonly Finding[];
  /** Removes what was laid out; may be called again. */
  dispose(): Promise<void>;
}

/** Makes the modules of a workspace known to the compiler. */
export async function prepareModules(source: ModuleSource, input: PrepareInput): Promise<PreparedModules> {
  const { modules, root, template = 'main.bicep', machine = thisMachine() } = input;
  if (source.kind === 'folder') return layOut(await readFolder(source.folder, modules), input);
  if (source.kind === 'interfaces') return layOut(await readStubs(source.stub, modules), input);
  const findings = await fetchModules({ ...input, template, machine });
  return { root, environment: {}, findings, dispose: nothing };
}

async function nothing(): Promise<void> {}

async function readStubs(stub: InterfaceStub, modules: readonly ModuleReference[]): Promise<ModuleTexts> {
  const findings: Finding[] = [];
  const texts = [];
  for (const { module, version } of modules) {
    try {
      texts.push({ module, version, json: await stub(module, version) });
    } catch (error) {
      const detail = messageOf(error);
      findings.push(makeFinding('modules/no-interface', 'error', { module, version, detail }));
    }
  }
  return { texts, findings };
}

/** Writes the modules into a module cache of their own. */
async function layOut(
  { texts, findings }: ModuleTexts,
  { root, registry, machine = thisMachine() }: PrepareInput,
): Promise<PreparedModules> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'create-avm-')));
  const release = removeAtEnd(home);
  const dispose = async () => {
    await rm(home, { recursive: true, force: true });
    release();
  };
  const cache = join(home, '.bicep');
  const trust = trusting(registry.host, machine.env);
  try {
    for (const { module, version, json } of texts) {
      writeCacheEntry(cache, repositoryOf(registry, module), version, json);
    }
    if (machine.platform !== 'win32' && !(await namesItsCache(root))) {
      return { root, environment: { ...environmentOfHome(home, machine), ...trust }, findings, dispose };
    }
    const copy = join(home, 'workspace');
    await mkdir(copy);
    await stageWorkspace(root, copy, cache);
    return { root: copy, environment: trust, findings, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

// Nothing is fetched from it; the compiler wants to trust a registry even for what is cached.
function trusting(host: string, env: NodeJS.ProcessEnv): Record<string, string> {
  if (isTrusted(host, env)) return {};
  return { BICEP_TRUSTED_REGISTRIES: [...trustedNames(env), trustName(host)].join(',') };
}
