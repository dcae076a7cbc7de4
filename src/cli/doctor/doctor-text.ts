import { ownValue } from '../../bicep/own.ts';
import type { DoctorFact } from '../../checks/doctor.ts';
import { gettingBicep } from '../../findings/messages/checks.ts';

type Args = DoctorFact['args'];
const one = (value: Args[string] | undefined): string => (typeof value === 'string' ? value : (value ?? []).join(', '));

const texts: Readonly<Record<DoctorFact['name'], (args: Args, state: DoctorFact['state']) => string>> = {
  node: ({ version, floor }, state) =>
    state === 'ok' ? `Node ${one(version)}` : `Node ${one(version)} is older than ${one(floor)}`,
  bicep: ({ version, path, pinned, looked, skipped, why }, state) => {
    if (state === 'fail')
      return `No usable Bicep compiler (${one(why)}). Searched: ${places(looked)}${passedOver(skipped)}`;
    const found = `Bicep ${one(version)} at ${one(path)}`;
    return (state === 'ok' ? found : `${found}. avm is tested with ${one(pinned)}`) + passedOver(skipped);
  },
  modules: ({ source, folder, host, why, platform }, state) => {
    if (source === 'registry')
      return state === 'ok'
        ? `The module registry ${one(host)} can be reached`
        : `The module registry ${one(host)} can’t be reached: ${one(why)}${ownProxy(platform)}`;
    return state === 'ok'
      ? `Modules are read from ${one(folder)}`
      : `AVM_MODULES_DIR is '${one(folder)}', which has no avm/ folder`;
  },
  dotnet: ({ version, path, skipped, install, mirror }) => {
    const found = path === undefined ? 'No dotnet' : `dotnet ${one(version)} at ${one(path)}`;
    const use =
      mirror !== undefined
        ? 'downloads the compiler from the mirror in AVM_BICEP_MIRROR'
        : path === undefined
          ? 'downloads the released compiler'
          : 'restores the compiler with it';
    return `${found}. avm doctor --install ${install === 'az' ? 'supports no compiler on this platform' : use}${passedOver(skipped)}`;
  },
  az: ({ version, path, skipped }, state) =>
    (state === 'ok'
      ? `Azure CLI ${one(version)} at ${one(path)}`.replace('  ', ' ')
      : 'No Azure CLI, which deployments require and checks do not') + passedOver(skipped),
  git: ({ version, path, skipped }) =>
    (path === undefined
      ? 'No Git, so a new workspace has no Git repository'
      : `Git ${one(version)} at ${one(path)}`.replace('  ', ' ')) + passedOver(skipped),
  cache: ({ folder, problem }, state) =>
    state === 'ok'
      ? `Cache in ${one(folder)}, which only you can access`
      : `The cache '${one(folder)}' is not used: ${ownValue(folderProblems, one(problem)) ?? one(problem)}`,
  'trusted-registries': ({ names, needed }, state) => {
    if (state === 'fail')
      return `BICEP_TRUSTED_REGISTRIES does not include ${one(needed)}, the registry of this workspace`;
    return one(names) === ''
      ? 'BICEP_TRUSTED_REGISTRIES is not set, and not required'
      : `BICEP_TRUSTED_REGISTRIES is ${one(names)}`;
  },
};

/** Where the compiler also takes the proxy of the system's settings. */
function ownProxy(platform: Args[string] | undefined): string {
  return platform === 'win32' || platform === 'darwin' ? '; the proxy of the system’s settings was not tried' : '';
}

function getting({ install, pinned }: Args): string {
  return `To install Bicep ${one(pinned)}, run: ${gettingBicep({ install: one(install), pinned: one(pinned) })}`;
}

const remedies: Readonly<Record<NonNullable<DoctorFact['remedy']>, (args: Args) => string>> = {
  'upgrade-node': ({ floor }) => `Install Node ${one(floor)} or newer.`,
  'install-bicep': (args) => getting(args),
  'fix-bicep-path': () => 'Set BICEP_PATH to a Bicep compiler that runs, or unset it.',
  'use-pinned-bicep': (args) => getting(args),
  'fix-modules-dir': () => 'Set AVM_MODULES_DIR to a folder with files avm/…/<version>/main.json, or unset it.',
  'reach-registry': () =>
    'Check the network. To use a proxy, set HTTPS_PROXY. To use a folder of modules, set AVM_MODULES_DIR.',
  'name-trusted-registry': ({ needed }) => `To trust it, run: export BICEP_TRUSTED_REGISTRIES=${one(needed)}`,
  'close-cache': ({ folder }) => `Remove it, or restrict it to your user: chmod 700 ${one(folder)}`,
  'install-az': () => 'See https://learn.microsoft.com/cli/azure/install-azure-cli',
};

export function factText({ name, args, state }: DoctorFact): string {
  return `${texts[name](args, state)}.`;
}

export function remedyText({ remedy, args }: DoctorFact): string {
  return remedy === null ? '' : remedies[remedy](args);
}

const reasons: Readonly<Record<string, string>> = {
  relative: 'its entry in PATH is relative to the current folder',
  'package-scripts': 'it is a script of a package, which npm and npx add to PATH',
  'current-folder': 'it is in the current folder',
  workspace: 'it is in the workspace or its repository',
  'not-yours': 'it belongs to another user',
  'open-to-others': 'other users can write it',
};
const folderProblems: Readonly<Record<string, string>> = {
  'not-a-folder': 'it is a link or a file',
  'not-yours': 'it belongs to another user',
  'open-to-others': 'other users can write it',
};

/** Programs that were found and not used, with the reason. */
function passedOver(skipped: Args[string] | undefined): string {
  const all = typeof skipped === 'string' ? [skipped] : (skipped ?? []);
  const said = all.map((text) =>
    text.replace(/\(([\w-]+)\)$/, (_, why: string) => `(${ownValue(reasons, why) ?? why})`),
  );
  return said.length === 0 ? '' : `. Not used: ${said.join(', ')}`;
}

/** Folders of PATH are many. */
function places(looked: Args[string] | undefined): string {
  const all = typeof looked === 'string' ? [looked] : (looked ?? []);
  return all.length > 4
    ? `${all.slice(0, 2).join(', ')}, ${all.length - 4} more in PATH, ${all.slice(-2).join(', ')}`
    : all.join(', ');
}
