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
      return `No Bicep compiler serves (${one(why)}). Looked at ${places(looked)}${passedOver(skipped)}`;
    const found = `Bicep ${one(version)} at ${one(path)}`;
    return (state === 'ok' ? found : `${found}; this tool is tested with ${one(pinned)}`) + passedOver(skipped);
  },
  modules: ({ source, folder }, state) => {
    if (source === 'registry') return 'Modules come from the registry; AVM_MODULES_DIR can name a folder of them';
    return state === 'ok'
      ? `Modules come from the folder ${one(folder)}`
      : `AVM_MODULES_DIR names ${one(folder)}, which holds no avm/ folder`;
  },
  dotnet: ({ version, path, skipped, install }) => {
    const found = path === undefined ? 'No dotnet' : `dotnet ${one(version)} at ${one(path)}`;
    const use = path === undefined ? 'downloads the released compiler' : 'restores the compiler with it';
    return `${found}; --install ${install === 'az' ? 'has no compiler for this platform' : use}${passedOver(skipped)}`;
  },
  az: ({ version, path, skipped }, state) =>
    (state === 'ok'
      ? `Azure CLI ${one(version)} at ${one(path)}`.replace('  ', ' ')
      : 'No Azure CLI: checks work, deploying needs it') + passedOver(skipped),
  git: ({ version, path, skipped }) =>
    (path === undefined
      ? 'No Git: a new workspace gets no repository'
      : `Git ${one(version)} at ${one(path)}`.replace('  ', ' ')) + passedOver(skipped),
  cache: ({ folder, problem }, state) =>
    state === 'ok'
      ? `Compiled code and the compiler are kept in ${one(folder)}, which is yours alone`
      : `Nothing is kept in or run from ${one(folder)}: ${ownValue(folderProblems, one(problem)) ?? one(problem)}`,
  'trusted-registries': ({ names, needed }, state) => {
    if (state === 'fail')
      return `BICEP_TRUSTED_REGISTRIES does not name ${one(needed)}, where the workspace’s modules are`;
    return one(names) === ''
      ? 'BICEP_TRUSTED_REGISTRIES names none, and none is needed'
      : `BICEP_TRUSTED_REGISTRIES names ${one(names)}`;
  },
};

function getting({ install, pinned }: Args): string {
  return `${gettingBicep({ install: one(install), pinned: one(pinned) })} gets Bicep ${one(pinned)}`;
}

const remedies: Readonly<Record<NonNullable<DoctorFact['remedy']>, (args: Args) => string>> = {
  'upgrade-node': ({ floor }) => `Install Node ${one(floor)} or newer.`,
  'install-bicep': (args) => `${getting(args)}; BICEP_PATH can name one that is elsewhere.`,
  'fix-bicep-path': () => 'Let BICEP_PATH name a Bicep compiler that runs, or unset it.',
  'use-pinned-bicep': (args) => `${getting(args)}.`,
  'fix-modules-dir': () => 'Let AVM_MODULES_DIR name a folder laid out as avm/…/<version>/main.json, or unset it.',
  'name-trusted-registry': ({ needed }) => `export BICEP_TRUSTED_REGISTRIES=${one(needed)}`,
  'close-cache': ({ folder }) => `Move it away, or make it yours alone: chmod 700 ${one(folder)}`,
  'install-az': () => 'See https://learn.microsoft.com/cli/azure/install-azure-cli',
};

export function factText({ name, args, state }: DoctorFact): string {
  return `${texts[name](args, state)}.`;
}

export function remedyText({ remedy, args }: DoctorFact): string {
  return remedy === null ? '' : remedies[remedy](args);
}

const reasons: Readonly<Record<string, string>> = {
  relative: 'its entry of PATH depends on the current folder',
  'package-scripts': 'it is a script of a package that npx and npm put first',
  'current-folder': 'it is in the current folder',
  workspace: 'it is in the workspace or its repository',
  'not-yours': 'it belongs to another user',
  'open-to-others': 'other users can write it',
};
const folderProblems: Readonly<Record<string, string>> = {
  'not-a-folder': 'a link or a file stands there',
  'not-yours': 'it belongs to another user',
  'open-to-others': 'other users can write it',
};

/** What is there and was not started, and why. */
function passedOver(skipped: Args[string] | undefined): string {
  const all = typeof skipped === 'string' ? [skipped] : (skipped ?? []);
  const said = all.map((text) =>
    text.replace(/\(([\w-]+)\)$/, (_, why: string) => `(${ownValue(reasons, why) ?? why})`),
  );
  return said.length === 0 ? '' : `. Not started: ${said.join(', ')}`;
}

/** Folders of PATH are many. */
function places(looked: Args[string] | undefined): string {
  const all = typeof looked === 'string' ? [looked] : (looked ?? []);
  return all.length > 4
    ? `${all.slice(0, 2).join(', ')}, ${all.length - 4} more of PATH, ${all.slice(-2).join(', ')}`
    : all.join(', ');
}
