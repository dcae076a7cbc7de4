import { ownValue } from '../../bicep/own.ts';
import { meant } from './answer-words.ts';
import type { Lists, Numbers, Templates, Texts } from './message.ts';

const list = (words: readonly string[], most = 6): string =>
  words.length > most ? `${words.slice(0, most).join(', ')} and ${words.length - most} more` : words.join(', ');
const because = (detail: string | undefined): string => (detail === undefined || detail === '' ? '' : `: ${detail}`);

/** The command that gets a compiler; this tool, by its own command, installs one only where it knows its digest. */
export const gettingBicep = (
  { install, pinned }: Texts<'pinned'> & Partial<Texts<'install'>>,
  own = 'avm doctor --install',
): string => (install === 'az' ? `az bicep install --version v${pinned}` : own);

const openFolders: Readonly<Record<string, string>> = {
  'not-a-folder': 'a link or a file stands there',
  'not-yours': 'it belongs to another user',
  'open-to-others': 'other users can write it',
};

const compiler = {
  'compiler/missing': ({
    looked,
    skipped,
    ...args
  }: Texts<'pinned'> & Partial<Texts<'install'>> & Lists<'looked'> & Partial<Lists<'skipped'>>) => ({
    message: `No Bicep compiler was found; looked at ${list(looked)}${skipped === undefined ? '' : `. Not started, because the workspace or somebody else can change it: ${list(skipped)}`}`,
    remedy: `Run ${gettingBicep(args)}, which gets Bicep ${args.pinned}, or name one with BICEP_PATH.`,
  }),
  'compiler/too-old': ({
    path,
    version,
    minimum,
    ...args
  }: Texts<'path' | 'version' | 'minimum' | 'pinned'> & Partial<Texts<'install'>>) => ({
    message: `Bicep ${version} at ${path} is older than ${minimum}`,
    remedy: `Update it, or run ${gettingBicep(args)}, which gets ${args.pinned} beside it.`,
  }),
  'compiler/unusable': ({
    path,
    detail,
    ...args
  }: Texts<'path' | 'pinned'> & Partial<Texts<'detail' | 'install'>>) => ({
    message: `${path} is no Bicep compiler that runs here${because(detail)}`,
    remedy: `Let BICEP_PATH name one that does, or run ${gettingBicep(args)}.`,
  }),
  'compiler/crashed': ({ path, how, detail }: Texts<'path' | 'how' | 'detail'>) => ({
    message: `The Bicep compiler ${path} ended by itself (${how})${because(detail)}`,
    remedy: 'Run it again; if it ends again, run avm doctor, and report it with main.bicep.',
  }),
  'compiler/timeout': ({ method, seconds }: Texts<'method'> & Numbers<'seconds'>) => ({
    message: `The Bicep compiler did not answer within ${seconds} seconds (${method})`,
    remedy: 'Run it again, and give it more time where the computer is busy: export AVM_TIMEOUT=600 (seconds).',
  }),
  'compiler/inside-workspace': ({ path, ...args }: Texts<'path' | 'pinned'> & Partial<Texts<'install'>>) => ({
    message: `BICEP_PATH names ${path}, which is inside the workspace. A workspace does not choose the program that checks it`,
    remedy: `Name a compiler outside the workspace, or unset BICEP_PATH and run ${gettingBicep(args)}.`,
  }),
  'compiler/no-digest': ({ rid, pinned, known }: Texts<'rid' | 'pinned'> & Lists<'known'>) => ({
    message: `Bicep ${pinned} for ${rid} is not installed by this tool, because its digest is not known; digests are known for ${list(known, 10)}`,
    remedy: `Run az bicep install --version v${pinned}, which this tool then finds, or name a compiler with BICEP_PATH.`,
  }),
  'compiler/open-folder': ({ folder, problem }: Texts<'folder' | 'problem'>) => ({
    message: `The compiler is not installed into ${folder}: ${ownValue(openFolders, problem) ?? 'it is not yours alone'}`,
    remedy: `Move ${folder} away, or make it yours alone: chmod 700 ${folder}`,
  }),
  'compiler/no-build': ({ rid, published }: Texts<'rid'> & Lists<'published'>) => ({
    message: `There is no Bicep compiler for ${rid}; there are ${list(published, 10)}`,
    remedy: 'Check on another machine, or build one and name it with BICEP_PATH.',
  }),
  'compiler/not-installed': ({ pinned, detail }: Texts<'pinned' | 'detail'>) => ({
    message: `Bicep ${pinned} could not be installed${because(detail)}`,
    remedy: `Run az bicep install --version v${pinned}, or name a compiler with BICEP_PATH.`,
  }),
} satisfies Templates;

const modules = {
  'modules/no-folder': ({ folder }: Texts<'folder'>) => ({
    message: `There is no folder of modules ${folder}`,
    remedy: 'Correct --modules or AVM_MODULES_DIR.',
  }),
  'modules/odd-file': ({ path, detail }: Texts<'path' | 'detail'>) => ({
    message: `${path} is not read as a module${because(detail)}`,
    remedy: 'Fetch the module again, or take modules from a registry with --modules registry.',
  }),
  'modules/not-in-folder': ({
    module,
    version,
    folder,
    there,
  }: Texts<'module' | 'version' | 'folder'> & Lists<'there'>) => ({
    message: `${folder} does not hold ${module} ${version}${there.length > 0 ? `, but ${list(there)}` : ''}`,
    remedy: `Add ${module}/${version}/main.json, or take modules from a registry with --modules registry.`,
  }),
  'modules/no-interface': ({ module, version, detail }: Texts<'module' | 'version' | 'detail'>) => ({
    message: `The catalog has no interface of ${module} ${version}${because(detail)}`,
    remedy: 'Run avm catalog sync, or compile against the modules themselves.',
  }),
  'modules/interfaces-only': () => ({
    message: 'Modules made of interfaces hold no resources, so that nothing can be predicted',
    remedy: 'Take --depth module, or the modules themselves: --modules registry or a folder.',
  }),
  'modules/untrusted-registry': ({ host, name, trusted }: Texts<'host' | 'name'> & Lists<'trusted'>) => ({
    message: `The compiler does not trust the registry ${host}${list(trusted) === '' ? '' : `; it trusts ${list(trusted)}`}`,
    remedy: `export BICEP_TRUSTED_REGISTRIES=${name}`,
  }),
  'modules/not-in-registry': ({ host, modules: missing }: Texts<'host'> & Lists<'modules'>) => ({
    message: `${host} does not have ${list(missing)}`,
    remedy: 'Copy them into the registry, or take another one.',
  }),
  'modules/unreachable': ({ host, detail }: Texts<'host' | 'detail'>) => ({
    message: `The modules cannot be fetched from ${host}${because(detail)}`,
    remedy:
      'Check the network, give it more time (export AVM_TIMEOUT=600, in seconds), name a folder of modules with AVM_MODULES_DIR, or compile against interfaces: --depth module --modules interfaces.',
  }),
} satisfies Templates;

const catalog = {
  'unknown-module': ({ module, nearest }: Texts<'module'> & Partial<Texts<'nearest'>>) => ({
    message: `The catalog has no module "${module}"`,
    remedy: meant(nearest, 'See avm catalog modules.'),
  }),
  'unknown-module-version': ({
    module,
    version,
    nearest,
  }: Texts<'module' | 'version'> & Partial<Texts<'nearest'>>) => ({
    message: `${module} has no version "${version}"`,
    remedy: meant(nearest, 'See avm catalog modules.'),
  }),
  'module-version-not-held': ({
    module,
    version,
    nearest,
  }: Texts<'module' | 'version'> & Partial<Texts<'nearest'>>) => ({
    message: `${module} ${version} is published, but the catalog does not hold its interface`,
    remedy: nearest === undefined ? 'Take another version.' : `Take ${nearest}, or add it with avm catalog sync.`,
  }),
  'source/not-a-folder': ({ path }: Texts<'path'>) => ({
    message: `${path} is no folder`,
    remedy: 'Name a folder of compiled modules.',
  }),
  'source/no-modules': ({ path }: Texts<'path'>) => ({
    message: `${path} holds no modules`,
    remedy: 'Name a folder laid out as <module>/<version>/main.json.',
  }),
  'source/unreadable': ({ path, detail }: Texts<'path' | 'detail'>) => ({
    message: `${path} cannot be read${because(detail)}`,
    remedy: 'Correct the file, or fetch it again. Nothing was written.',
  }),
  'source/not-a-file': ({ path }: Texts<'path'>) => ({
    message: `${path} is a folder, a pipe, or a device, and not a file`,
    remedy: 'Move it away, and fetch the module again. Nothing was written.',
  }),
  'source/not-a-template': ({ path, detail }: Texts<'path' | 'detail'>) => ({
    message: `${path} is no compiled module${because(detail)}`,
    remedy: 'Fetch it again. Nothing was written.',
  }),
} satisfies Templates;

const said = {
  bicep: ({ message, edited }: Texts<'message'> & Partial<Texts<'edited'>>) => ({
    message: message,
    remedy:
      takeBack(edited) ??
      'Files are generated: if avm.yaml is in order, this is a fault of the catalog; please report it.',
  }),
  'snapshot/failed': ({ message, edited }: Texts<'message'> & Partial<Texts<'edited'>>) => ({
    message: `What would be deployed cannot be predicted: ${message}`,
    remedy: takeBack(edited) ?? 'Please report it: what is generated should always evaluate.',
  }),
  snapshot: ({ message }: Texts<'message'> & Partial<Texts<'edited'>>) => ({
    message: message,
    remedy: 'The compiler says this of the predicted resources.',
  }),
} satisfies Templates;

/** A file that is as it was generated has no such remedy. */
function takeBack(edited: string | undefined): string | undefined {
  if (edited === undefined) return undefined;
  return `The file was edited by hand: correct it, or take the edit back by avm render --overwrite ${edited}.`;
}

type Use = Texts<'unit'> & Numbers<'used' | 'allowed' | 'percent'> & Lists<'most'>;

const ofLimit =
  (name: string) =>
  ({ used, allowed, percent, most }: Use) => ({
    message: `${used} of ${allowed} ${name} are used (${percent} %), most by ${list(most, 3)}`,
    remedy: 'Split the workload, or leave out what it does not need.',
  });

const limits = {
  'limits/template-size': ofLimit('bytes of the compiled template'),
  'limits/template-spec': ofLimit('bytes that a template spec can hold'),
  'limits/resource-size': ofLimit('bytes of one resource'),
  'limits/deployments': ofLimit('nested deployments'),
  'limits/what-if': ofLimit('nested deployments that what-if expands'),
  'limits/resources': ofLimit('resources in one template'),
  'limits/parameters': ofLimit('parameters in one template'),
  'limits/variables': ofLimit('variables in one template'),
  'limits/outputs': ofLimit('outputs in one template'),
  'limits/expression-length': ofLimit('characters of one expression'),
} satisfies Templates;

/** Findings of the compiler, the modules, the catalog and the limits of Azure Resource Manager. */
export const checks = { ...compiler, ...modules, ...catalog, ...said, ...limits };
