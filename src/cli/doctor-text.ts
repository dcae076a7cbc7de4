import type { Fact } from '../checks/doctor.ts';

type Args = Fact['args'];
const one = (value: Args[string] | undefined): string => (typeof value === 'string' ? value : (value ?? []).join(', '));

const texts: Readonly<Record<Fact['name'], (args: Args, state: Fact['state']) => string>> = {
  node: ({ version, floor }, state) =>
    state === 'ok' ? `Node ${one(version)}` : `Node ${one(version)} is older than ${one(floor)}`,
  bicep: ({ version, path, pinned, looked, why }, state) => {
    if (state === 'fail') return `No Bicep compiler serves (${one(why)}). Looked at ${places(looked)}`;
    return state === 'ok'
      ? `Bicep ${one(version)} at ${one(path)}`
      : `Bicep ${one(version)} at ${one(path)}; this tool is tested with ${one(pinned)}`;
  },
  modules: ({ source, folder }, state) => {
    if (source === 'registry') return 'Modules come from the registry; AVM_MODULES_DIR can name a folder of them';
    return state === 'ok'
      ? `Modules come from the folder ${one(folder)}`
      : `AVM_MODULES_DIR names ${one(folder)}, which holds no avm/ folder`;
  },
  dotnet: ({ version }) =>
    version === undefined
      ? 'No dotnet; the compiler would be downloaded'
      : `dotnet ${one(version)}; the compiler would come from NuGet`,
  az: ({ version }, state) =>
    state === 'ok' ? `Azure CLI ${one(version)}` : 'No Azure CLI: checks work, deploying needs it',
  'trusted-registries': ({ names, needed }, state) => {
    if (state === 'fail')
      return `BICEP_TRUSTED_REGISTRIES does not name ${one(needed)}, where the workspace’s modules are`;
    return one(names) === ''
      ? 'BICEP_TRUSTED_REGISTRIES names none, and none is needed'
      : `BICEP_TRUSTED_REGISTRIES names ${one(names)}`;
  },
};

const remedies: Readonly<Record<NonNullable<Fact['remedy']>, (args: Args) => string>> = {
  'upgrade-node': ({ floor }) => `Install Node ${one(floor)} or newer.`,
  'install-bicep': ({ pinned }) =>
    `avm doctor --install gets Bicep ${one(pinned)}; BICEP_PATH can name one that is elsewhere.`,
  'fix-bicep-path': () => 'Let BICEP_PATH name a Bicep compiler that runs, or unset it.',
  'use-pinned-bicep': ({ pinned }) => `avm doctor --install gets Bicep ${one(pinned)}.`,
  'fix-modules-dir': () => 'Let AVM_MODULES_DIR name a folder laid out as avm/…/<version>/main.json, or unset it.',
  'name-trusted-registry': ({ needed }) => `export BICEP_TRUSTED_REGISTRIES=${one(needed)}`,
  'install-az': () => 'See https://learn.microsoft.com/cli/azure/install-azure-cli',
};

export function factText({ name, args, state }: Fact): string {
  return `${texts[name](args, state)}.`;
}

export function remedyText({ remedy, args }: Fact): string {
  return remedy === null ? '' : remedies[remedy](args);
}

/** Folders of PATH are many. */
function places(looked: Args[string] | undefined): string {
  const all = typeof looked === 'string' ? [looked] : (looked ?? []);
  return all.length > 4
    ? `${all.slice(0, 2).join(', ')}, ${all.length - 4} more of PATH, ${all.slice(-2).join(', ')}`
    : all.join(', ');
}
