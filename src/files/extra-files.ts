import type { ExtraFile } from '../../avm-catalog/kernel/docs.ts';
import { call, type Reason } from '../bicep/value.ts';
import { valuesOf } from '../plan/plan.ts';
import { deploymentFacts } from './deployment/facts.ts';
import type { GeneratedFile } from './file-set.ts';
import type { Workspace } from './readme/sides.ts';
import { bicepVersion } from './readme/prerequisites.ts';
import { renderFile } from './render.ts';
import { version } from './tool.ts';

/** What README and plan say of a file that a component has beside the template. */
export function extraFileRows(workspace: Workspace): readonly { path: string; what: string; reason: Reason }[] {
  return used(workspace).flatMap(({ path, what, reason }) => (what === undefined ? [] : [{ path, what, reason }]));
}

/** What the plan says of the others: the folder that has only such files, or the path alone. */
export function lesserFileRows(workspace: Workspace): readonly { path: string; what: string; reason: Reason }[] {
  const all = used(workspace);
  const folders = new Set(all.flatMap(({ path, what }) => (what === undefined ? [] : [folderOf(path)])));
  const rows = all
    .filter(({ what }) => what === undefined)
    .map(({ path, reason }) =>
      folders.has(folderOf(path))
        ? { path, what: '', reason }
        : { path: folderOf(path), what: 'Files that others use', reason },
    );
  return [...new Map(rows.map((one) => [one.path, one])).values()];
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** The files that components have beside the template. */
export function extraFiles(workspace: Workspace): readonly GeneratedFile[] {
  const facts = once(() => deploymentFacts(workspace));
  return used(workspace).map(({ path, template, reason, answer, model }) =>
    renderFile(
      path,
      template,
      { ids: reason.ids.join(', '), version, bicepVersion, ...model?.(workspace, facts) },
      { ...reason, answers: [answer] },
    ),
  );
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** How names of these files end. */
export function extraExtensions(workspace: Workspace): ReadonlySet<string> {
  return new Set(used(workspace).map(({ path }) => path.slice(path.lastIndexOf('.') + 1)));
}

type Used = readonly (ExtraFile & { readonly reason: Reason })[];

const known = new WeakMap<Workspace, Used>();

function used(workspace: Workspace): Used {
  const before = known.get(workspace);
  if (before) return before;
  const found = workspace.spec.components
    .flatMap(({ name, docs: { files = [] } }) =>
      files
        .filter((one) => (one.standalone ? isNeeded(workspace, name, one) : isLoaded(workspace, name, one.path)))
        .map((one) => ({ ...one, reason: workspace.reason([one.id], name) })),
    )
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  known.set(workspace, found);
  return found;
}

function isNeeded(workspace: Workspace, component: string, { needed }: ExtraFile): boolean {
  return workspace.has(component) && (needed?.(workspace) ?? true);
}

/** Whether a resource of the component has the text of the file: main.bicep can't be compiled without it. */
function isLoaded({ plan }: Workspace, component: string, path: string): boolean {
  const file = JSON.stringify(call('loadTextContent', path));
  return plan.resources.some(
    (one) => one.components.includes(component) && JSON.stringify(valuesOf(one)).includes(file),
  );
}
