import { ownValue } from '../../bicep/own.ts';
import { meant } from './answer-words.ts';
import { limits } from './limits.ts';
import type { Lists, Numbers, Templates, Texts } from './message.ts';

const list = (words: readonly string[], most = 6): string =>
  words.length > most ? `${words.slice(0, most).join(', ')} and ${words.length - most} more` : words.join(', ');
const withInterfaces = 'avm check --depth module --modules interfaces';
const because = (detail: string | undefined): string => (detail === undefined || detail === '' ? '' : `: ${detail}`);

/** The command that installs a compiler; avm installs one only where it knows the digest. */
export const gettingBicep = (
  { install, pinned }: Texts<'pinned'> & Partial<Texts<'install'>>,
  own = 'avm doctor --install',
): string => (install === 'az' ? `az bicep install --version v${pinned}` : own);

const openFolders: Readonly<Record<string, string>> = {
  'not-a-folder': 'it is a link or a file',
  'not-yours': 'it belongs to another user',
  'open-to-others': 'other users can write it',
};

const compiler = {
  'compiler/missing': ({
    looked,
    skipped,
    ...args
  }: Texts<'pinned'> & Partial<Texts<'install'>> & Lists<'looked'> & Partial<Lists<'skipped'>>) => ({
    message: `No Bicep compiler was found in ${list(looked)}${skipped === undefined ? '' : `. Not used, because the workspace or another user can change it: ${list(skipped)}`}`,
    remedy: `To install Bicep ${args.pinned}, run: ${gettingBicep(args)}`,
  }),
  'compiler/too-old': ({
    path,
    version,
    minimum,
    ...args
  }: Texts<'path' | 'version' | 'minimum' | 'pinned'> & Partial<Texts<'install'>>) => ({
    message: `Bicep ${version} in '${path}' is older than ${minimum}`,
    remedy: `To install Bicep ${args.pinned} as well, run: ${gettingBicep(args)}`,
  }),
  'compiler/unusable': ({
    path,
    detail,
    ...args
  }: Texts<'path' | 'pinned'> & Partial<Texts<'detail' | 'install'>>) => ({
    message: `'${path}' is not a Bicep compiler that runs on this computer${because(detail)}`,
    remedy: `Set BICEP_PATH to one that does. To install Bicep ${args.pinned}, run: ${gettingBicep(args)}`,
  }),
  'compiler/crashed': ({ path, how, detail }: Texts<'path' | 'how' | 'detail'>) => ({
    message: `The Bicep compiler '${path}' ended unexpectedly (${how})${because(detail)}`,
    remedy: 'Run the command again. If it fails again, report it with main.bicep and the output of: avm doctor',
  }),
  'compiler/timeout': ({ method, seconds }: Texts<'method'> & Numbers<'seconds'>) => ({
    message: `The Bicep compiler did not respond within ${seconds} seconds (${method})`,
    remedy: 'Run the command again. To allow more seconds, run: export AVM_TIMEOUT=600',
  }),
  'compiler/inside-workspace': ({ path, ...args }: Texts<'path' | 'pinned'> & Partial<Texts<'install'>>) => ({
    message: `BICEP_PATH is '${path}', which is inside the workspace. A workspace must not provide the program that checks it`,
    remedy: `Unset BICEP_PATH, or set it to a compiler outside the workspace. To install Bicep ${args.pinned}, run: ${gettingBicep(args)}`,
  }),
  'compiler/no-digest': ({ rid, pinned, known }: Texts<'rid' | 'pinned'> & Lists<'known'>) => ({
    message: `avm has no digest of Bicep ${pinned} for ${rid}, and installs it only for ${list(known, 10)}`,
    remedy: `To install it with the Azure CLI, run: az bicep install --version v${pinned}`,
  }),
  'compiler/open-folder': ({ folder, problem }: Texts<'folder' | 'problem'>) => ({
    message: `The compiler is not installed in '${folder}': ${ownValue(openFolders, problem) ?? 'other users can access it'}`,
    remedy: `Remove it, or restrict it to your user: chmod 700 ${folder}`,
  }),
  'compiler/no-build': ({ rid, published }: Texts<'rid'> & Lists<'published'>) => ({
    message: `Bicep is not published for ${rid}. It is published for ${list(published, 10)}`,
    remedy: 'Run the check on another computer, or build Bicep and set BICEP_PATH to it.',
  }),
  'compiler/not-installed': ({ pinned, detail }: Texts<'pinned' | 'detail'>) => ({
    message: `Bicep ${pinned} could not be installed${because(detail)}`,
    remedy: `To use a proxy, set HTTPS_PROXY; to use a mirror of https://github.com/Azure/bicep/releases/download, set AVM_BICEP_MIRROR; to use an installed compiler, set BICEP_PATH. To install it with the Azure CLI, run: az bicep install --version v${pinned}`,
  }),
} satisfies Templates;

const modules = {
  'modules/no-folder': ({ folder }: Texts<'folder'>) => ({
    message: `The modules folder '${folder}' does not exist`,
    remedy: 'Correct --modules or AVM_MODULES_DIR.',
  }),
  'modules/odd-file': ({ path, detail }: Texts<'path' | 'detail'>) => ({
    message: `'${path}' is not a module${because(detail)}`,
    remedy: 'Download the module again, or use modules of a registry: avm check --modules registry',
  }),
  'modules/not-in-folder': ({
    module,
    version,
    folder,
    there,
  }: Texts<'module' | 'version' | 'folder'> & Lists<'there'>) => ({
    message: `'${folder}' does not have ${module} ${version}${there.length > 0 ? `, only ${list(there)}` : ''}`,
    remedy: `Add ${module}/${version}/main.json, or use modules of a registry: avm check --modules registry`,
  }),
  'modules/no-interface': ({ module, version, detail }: Texts<'module' | 'version' | 'detail'>) => ({
    message: `The catalog has no interface of ${module} ${version}${because(detail)}`,
    remedy: 'Add it with avm catalog sync, or compile with the modules themselves: avm check --modules registry',
  }),
  'modules/interfaces-only': () => ({
    message: 'Interfaces have no resources, so nothing can be predicted with --modules interfaces',
    remedy: `To compile without predicting, run: ${withInterfaces}`,
  }),
  'modules/untrusted-registry': ({ host, name, trusted }: Texts<'host' | 'name'> & Lists<'trusted'>) => ({
    message: `The Bicep compiler does not trust the registry '${host}'${list(trusted) === '' ? '' : `. It trusts ${list(trusted)}`}`,
    remedy: `To trust it, run: export BICEP_TRUSTED_REGISTRIES=${name}`,
  }),
  'modules/not-in-registry': ({ host, modules: missing }: Texts<'host'> & Lists<'modules'>) => ({
    message: `The registry '${host}' does not have ${list(missing)}`,
    remedy: 'Copy the modules into the registry, or use another registry.',
  }),
  'modules/unreachable': ({ host, detail }: Texts<'host' | 'detail'>) => ({
    message: `Modules could not be restored from '${host}'${because(detail)}`,
    remedy: `Check the network. To use a proxy, set HTTPS_PROXY; to use a folder of modules, set AVM_MODULES_DIR; for a slow network, set AVM_TIMEOUT=600 (seconds). To compile without modules, run: ${withInterfaces}`,
  }),
} satisfies Templates;

const catalog = {
  'unknown-module': ({ module, nearest }: Texts<'module'> & Partial<Texts<'nearest'>>) => ({
    message: `The catalog has no module '${module}'`,
    remedy: meant(nearest, 'To list modules, run: avm catalog modules'),
  }),
  'unknown-module-version': ({
    module,
    version,
    nearest,
  }: Texts<'module' | 'version'> & Partial<Texts<'nearest'>>) => ({
    message: `'${module}' has no version '${version}'`,
    remedy: meant(nearest, 'To list modules, run: avm catalog modules'),
  }),
  'module-version-not-held': ({
    module,
    version,
    nearest,
  }: Texts<'module' | 'version'> & Partial<Texts<'nearest'>>) => ({
    message: `'${module}' ${version} is published, but the catalog does not have its interface`,
    remedy:
      nearest === undefined ? 'Use another version.' : `Use ${nearest}, or add the version with avm catalog sync.`,
  }),
  'source/not-a-folder': ({ path }: Texts<'path'>) => ({
    message: `'${path}' is not a folder`,
    remedy: 'Specify a folder of compiled modules.',
  }),
  'source/no-modules': ({ path }: Texts<'path'>) => ({
    message: `'${path}' has no modules`,
    remedy: 'Specify a folder with files <module>/<version>/main.json.',
  }),
  'source/unreadable': ({ path, detail }: Texts<'path' | 'detail'>) => ({
    message: `'${path}' cannot be read${because(detail)}`,
    remedy: 'Correct the file, or download it again. Nothing was written.',
  }),
  'source/not-a-file': ({ path }: Texts<'path'>) => ({
    message: `'${path}' is a folder, a pipe, or a device, not a file`,
    remedy: 'Remove it, and download the module again. Nothing was written.',
  }),
  'source/not-a-template': ({ path, detail }: Texts<'path' | 'detail'>) => ({
    message: `'${path}' is not a compiled module${because(detail)}`,
    remedy: 'Download it again. Nothing was written.',
  }),
} satisfies Templates;

const inCatalog = 'The file is generated, so this is probably an error in the catalog. Report it with your avm.yaml.';

const said = {
  bicep: ({
    message,
    edited,
    written,
    lints,
    setting,
  }: Texts<'message'> & Partial<Texts<'edited' | 'written' | 'lints' | 'setting'>>) => ({
    message: message,
    remedy: takeBack(edited) ?? yours(written, lints) ?? given(setting) ?? inCatalog,
  }),
  'snapshot/failed': ({ message, edited }: Texts<'message'> & Partial<Texts<'edited'>>) => ({
    message: `The deployment cannot be predicted: ${message}`,
    remedy: takeBack(edited) ?? inCatalog,
  }),
  snapshot: ({ message }: Texts<'message'> & Partial<Texts<'edited'>>) => ({
    message: message,
    remedy: 'The Bicep compiler reports this for the predicted resources.',
  }),
} satisfies Templates;

function given(setting: string | undefined): string | undefined {
  return setting === undefined ? undefined : `The setting ${setting} gives this value. Correct it in avm.yaml.`;
}

/** A file that a person writes; its folder configures the rules of the linter. */
function yours(file: string | undefined, lints: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  const folder = file.replace(/[^/]*$/, '');
  return lints === undefined || folder === ''
    ? `Change ${file}.`
    : `Change ${file}, or configure the linter rule for your files in ${folder}bicepconfig.json.`;
}

/** A file that is as it was generated has no such remedy. */
function takeBack(edited: string | undefined): string | undefined {
  if (edited === undefined) return undefined;
  return `You edited this file. Correct it, or revert the edit: avm render --overwrite ${edited}`;
}

/** Findings of the compiler, the modules, the catalog and the limits of Azure Resource Manager. */
export const checks = { ...compiler, ...modules, ...catalog, ...said, ...limits };
