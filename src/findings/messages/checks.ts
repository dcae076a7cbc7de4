import { ownValue } from '../../bicep/own.ts';
import type { MessageTemplate } from '../describe.ts';
import type { FindingArguments } from '../finding.ts';

type Argument = FindingArguments[string] | undefined;
type Templates = Readonly<Record<string, MessageTemplate>>;

const list = (value: Argument, most = 6): string => {
  const words = Array.isArray(value) ? (value as readonly string[]) : [String(value ?? '')];
  return words.length > most ? `${words.slice(0, most).join(', ')} and ${words.length - most} more` : words.join(', ');
};
const because = (detail: Argument): string => (detail === undefined || detail === '' ? '' : `: ${String(detail)}`);
const meant = (near: Argument, otherwise: string): string =>
  near === undefined ? otherwise : `Did you mean ${String(near)}?`;

/** The command that gets a compiler; this tool installs one only where it knows its digest. */
const getting = ({ install, pinned }: FindingArguments): string =>
  install === 'az' ? `az bicep install --version v${String(pinned)}` : 'avm doctor --install';

const openFolders: Readonly<Record<string, string>> = {
  'not-a-folder': 'a link or a file stands there',
  'not-yours': 'it belongs to another user',
  'open-to-others': 'other users can write it',
};

const compiler: Templates = {
  'compiler/missing': ({ looked, skipped, ...args }) => ({
    message: `No Bicep compiler was found; looked at ${list(looked)}${skipped === undefined ? '' : `. Not started, because the workspace or somebody else can change it: ${list(skipped)}`}`,
    remedy: `Run ${getting(args)}, which gets Bicep ${args['pinned']}, or name one with BICEP_PATH.`,
  }),
  'compiler/too-old': ({ path, version, minimum, ...args }) => ({
    message: `Bicep ${version} at ${path} is older than ${minimum}`,
    remedy: `Update it, or run ${getting(args)}, which gets ${args['pinned']} beside it.`,
  }),
  'compiler/unusable': ({ path, detail, ...args }) => ({
    message: `${path} is no Bicep compiler that runs here${because(detail)}`,
    remedy: `Let BICEP_PATH name one that does, or run ${getting(args)}.`,
  }),
  'compiler/crashed': ({ path, how, detail }) => ({
    message: `The Bicep compiler ${path} ended by itself (${how})${because(detail)}`,
    remedy: 'Run it again; if it ends again, run avm doctor, and report it with main.bicep.',
  }),
  'compiler/timeout': ({ method, seconds }) => ({
    message: `The Bicep compiler did not answer within ${seconds} seconds (${method})`,
    remedy: 'Run it again, and give it more time where the computer is busy: export AVM_TIMEOUT=600 (seconds).',
  }),
  'compiler/inside-workspace': ({ path, ...args }) => ({
    message: `BICEP_PATH names ${path}, which is inside the workspace. A workspace does not choose the program that checks it`,
    remedy: `Name a compiler outside the workspace, or unset BICEP_PATH and run ${getting(args)}.`,
  }),
  'compiler/no-digest': ({ rid, pinned, known }) => ({
    message: `Bicep ${pinned} for ${rid} is not installed by this tool, because its digest is not known; digests are known for ${list(known, 10)}`,
    remedy: `Run az bicep install --version v${pinned}, which this tool then finds, or name a compiler with BICEP_PATH.`,
  }),
  'compiler/open-folder': ({ folder, problem }) => ({
    message: `The compiler is not installed into ${folder}: ${ownValue(openFolders, String(problem)) ?? 'it is not yours alone'}`,
    remedy: `Move ${folder} away, or make it yours alone: chmod 700 ${folder}`,
  }),
  'compiler/no-build': ({ rid, published }) => ({
    message: `There is no Bicep compiler for ${rid}; there are ${list(published, 10)}`,
    remedy: 'Check on another machine, or build one and name it with BICEP_PATH.',
  }),
  'compiler/not-installed': ({ pinned, detail }) => ({
    message: `Bicep ${pinned} could not be installed${because(detail)}`,
    remedy: `Run az bicep install --version v${String(pinned)}, or name a compiler with BICEP_PATH.`,
  }),
};

const modules: Templates = {
  'modules/no-folder': ({ folder }) => ({
    message: `There is no folder of modules ${folder}`,
    remedy: 'Correct --modules or AVM_MODULES_DIR.',
  }),
  'modules/odd-file': ({ path, detail }) => ({
    message: `${path} is not read as a module${because(detail)}`,
    remedy: 'Fetch the module again, or take modules from a registry with --modules registry.',
  }),
  'modules/not-in-folder': ({ module, version, folder, there }) => ({
    message: `${folder} does not hold ${module} ${version}${Array.isArray(there) && there.length > 0 ? `, but ${list(there)}` : ''}`,
    remedy: `Add ${module}/${version}/main.json, or take modules from a registry with --modules registry.`,
  }),
  'modules/no-interface': ({ module, version, detail }) => ({
    message: `The catalog has no interface of ${module} ${version}${because(detail)}`,
    remedy: 'Run avm catalog sync, or compile against the modules themselves.',
  }),
  'modules/interfaces-only': () => ({
    message: 'Modules made of interfaces hold no resources, so that nothing can be predicted',
    remedy: 'Take --depth module, or the modules themselves: --modules registry or a folder.',
  }),
  'modules/untrusted-registry': ({ host, name, trusted }) => ({
    message: `The compiler does not trust the registry ${host}${list(trusted) === '' ? '' : `; it trusts ${list(trusted)}`}`,
    remedy: `export BICEP_TRUSTED_REGISTRIES=${name}`,
  }),
  'modules/not-in-registry': ({ host, modules: missing }) => ({
    message: `${host} does not have ${list(missing)}`,
    remedy: 'Copy them into the registry, or take another one.',
  }),
  'modules/unreachable': ({ host, detail }) => ({
    message: `The modules cannot be fetched from ${host}${because(detail)}`,
    remedy:
      'Check the network, give it more time (export AVM_TIMEOUT=600, in seconds), name a folder of modules with AVM_MODULES_DIR, or compile against interfaces: --depth module --modules interfaces.',
  }),
};

const catalog: Templates = {
  'unknown-module': ({ module, nearest }) => ({
    message: `The catalog has no module "${module}"`,
    remedy: meant(nearest, 'See avm catalog modules.'),
  }),
  'unknown-module-version': ({ module, version, nearest }) => ({
    message: `${module} has no version "${version}"`,
    remedy: meant(nearest, 'See avm catalog modules.'),
  }),
  'module-version-not-held': ({ module, version, nearest }) => ({
    message: `${module} ${version} is published, but the catalog does not hold its interface`,
    remedy: nearest === undefined ? 'Take another version.' : `Take ${nearest}, or add it with avm catalog sync.`,
  }),
  'source/not-a-folder': ({ path }) => ({
    message: `${path} is no folder`,
    remedy: 'Name a folder of compiled modules.',
  }),
  'source/no-modules': ({ path }) => ({
    message: `${path} holds no modules`,
    remedy: 'Name a folder laid out as <module>/<version>/main.json.',
  }),
  'source/unreadable': ({ path, detail }) => ({
    message: `${path} cannot be read${because(detail)}`,
    remedy: 'Correct the file, or fetch it again. Nothing was written.',
  }),
  'source/not-a-file': ({ path }) => ({
    message: `${path} is a folder, a pipe, or a device, and not a file`,
    remedy: 'Move it away, and fetch the module again. Nothing was written.',
  }),
  'source/not-a-template': ({ path, detail }) => ({
    message: `${path} is no compiled module${because(detail)}`,
    remedy: 'Fetch it again. Nothing was written.',
  }),
};

const said: Templates = {
  bicep: ({ message, edited }) => ({
    message: String(message),
    remedy:
      takeBack(edited) ??
      'Files are generated: if avm.yaml is in order, this is a fault of the catalog; please report it.',
  }),
  'snapshot/failed': ({ message, edited }) => ({
    message: `What would be deployed cannot be predicted: ${message}`,
    remedy: takeBack(edited) ?? 'Please report it: what is generated should always evaluate.',
  }),
  snapshot: ({ message }) => ({
    message: String(message),
    remedy: 'The compiler says this of the predicted resources.',
  }),
};

/** A file that is as it was generated has no such remedy. */
function takeBack(edited: FindingArguments[string] | undefined): string | undefined {
  if (edited === undefined) return undefined;
  return `The file was edited by hand: correct it, or take the edit back by avm render --overwrite ${edited}.`;
}

const limitNames: Readonly<Record<string, string>> = {
  'template-size': 'bytes of the compiled template',
  'resource-size': 'bytes of one resource',
  deployments: 'nested deployments',
  resources: 'resources in one template',
  parameters: 'parameters in one template',
  variables: 'variables in one template',
  outputs: 'outputs in one template',
  'expression-length': 'characters of one expression',
};

const limits: Templates = Object.fromEntries(
  Object.entries(limitNames).map(([limit, name]): [string, MessageTemplate] => [
    `limits/${limit}`,
    ({ used, allowed, percent, most }) => ({
      message: `${used} of ${allowed} ${name} are used (${percent} %), most by ${list(most, 3)}`,
      remedy: 'Split the workload, or leave out what it does not need.',
    }),
  ]),
);

/** Findings of the compiler, the modules, the catalog and the limits of Azure Resource Manager. */
export const checks: Templates = { ...compiler, ...modules, ...catalog, ...said, ...limits };
