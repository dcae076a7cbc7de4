import { specFolder } from '../../answers/feature.ts';
import type { Reason } from '../../bicep/value.ts';
import { extraFileRows, lesserFileRows } from '../extra-files.ts';
import { kindLinks, pictureLinks } from '../pictures.ts';
import type { Workspace } from '../readme/sides.ts';

interface Entry {
  readonly path: string;
  readonly what: string;
  readonly reason: Reason;
}

interface Line {
  readonly name: string;
  readonly what: string;
  readonly reason: Reason;
}

/** The files of the workspace as a tree, with what each is. */
export function treeLines(workspace: Workspace): readonly { readonly lines: string; readonly reason: Reason }[] {
  const lines = linesOf(entries(workspace), '', workspace.reason(['environments']));
  const width = Math.max(...lines.map(({ name }) => name.length));
  return lines.map(({ name, what, reason }) => ({
    lines: what === '' ? name : `${name.padEnd(width)}  # ${what}`,
    reason,
  }));
}

function entries(workspace: Workspace): readonly Entry[] {
  const { plan, spec, sides } = workspace;
  const reason = workspace.reason(['environments']);
  const fixed = (path: string, what: string): Entry => ({ path, what, reason });
  const files = plan.resources.flatMap((one) => (one.kind === 'file' ? [one] : []));
  return [
    fixed('.avm/', 'Data of the tool'),
    fixed('.editorconfig', 'Format of text files'),
    fixed('.gitattributes', 'Line endings'),
    fixed('.gitignore', 'Files that Git ignores'),
    fixed('.specify/feature.json', 'Folder of this feature, for Spec Kit'),
    fixed('.specify/memory/constitution.md', 'Rules'),
    fixed('README.md', 'Steps to deploy and operate the workload'),
    fixed('avm.yaml', 'Settings'),
    fixed('bicepconfig.json', 'Linter rules'),
    fixed('docs/traceability.md', 'Rules and requirements by resource'),
    fixed('main.bicep', 'Template'),
    fixed('main.bicepparam', `Parameters of ${workspace.default.environment}, for tools that expect this name`),
    fixed(`${specFolder(spec.workload)}/`, 'Documents of this feature'),
    ...sides.map((side) => fixed(side.parametersFile, `Parameters of ${side.environment}`)),
    ...pictureLinks(workspace).flatMap(({ path, environment, levels, reason: own }) => [
      { path, what: `Diagram of ${environment}`, reason: own },
      ...levels.map((one) => ({ path: one.path, what: `Diagram of ${environment}: ${one.level}`, reason: own })),
    ]),
    ...(kindLinks(workspace).length > 0
      ? [fixed('docs/architecture/', 'Diagrams of components that share a box')]
      : []),
    ...plan.imports.map(({ file: { path, what } }) => fixed(path, what)),
    ...extraFileRows(workspace).map((one) => ({ ...one, what: one.what.replace(/\.$/, '') })),
    ...lesserFileRows(workspace),
    ...[...new Map(files.map((one) => [one.file.path, one])).values()].map(({ file, reason: { ids, component } }) => ({
      path: file.path,
      what: 'Custom Bicep file',
      reason: workspace.reason(ids, component),
    })),
  ];
}

/** Folders and files of a level, sorted; a folder has the reason of the tree. */
function linesOf(all: readonly Entry[], indent: string, whole: Reason): readonly Line[] {
  const names = [...new Set(all.map(({ path }) => /^[^/]+\/?/.exec(path)?.[0] ?? path))].toSorted();
  return names.flatMap((name, index) => {
    const [branch, below] = index === names.length - 1 ? ['└── ', '    '] : ['├── ', '│   '];
    const own = all.find(({ path }) => path === name);
    if (own) return [{ name: indent + branch + name, what: own.what, reason: own.reason }];
    const inside = all
      .filter(({ path }) => path.startsWith(name))
      .map((one) => ({ ...one, path: one.path.slice(name.length) }));
    return [{ name: indent + branch + name, what: '', reason: whole }, ...linesOf(inside, indent + below, whole)];
  });
}
