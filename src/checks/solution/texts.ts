import { moduleOf, type Declared } from '../../../avm-catalog/constitution/solution.ts';
import type { DeclaredResource, PublishedModule } from '../../../avm-catalog/modules/bicep-file.ts';
import { importsIn, isLocal, pathFrom } from '../../bicep/sources.ts';
import { readDisk } from '../../workspace/disk.ts';
import { WorkspaceError } from '../../workspace/errors.ts';
import { pathProblem, pathsInside } from '../../workspace/paths.ts';
import { declarationsOf } from './declarations.ts';

/** A Bicep file of a workspace, read as text. */
export interface BicepText {
  readonly path: string;
  readonly declarations: readonly Declared[];
  /** What it takes types, variables, and functions from. */
  readonly imports: readonly string[];
}

/** Modules of modules end somewhere. */
const mostTexts = 200;

/** The file at a path inside the workspace; undefined where there is none that can be read. */
export function readText(root: string, path: string): BicepText | undefined {
  if (pathProblem(path) !== undefined) return undefined;
  try {
    const text = readDisk(pathsInside(root)(path), path)
      ?.bytes.toString('utf8')
      .replace(/^\uFEFF/, '');
    return text === undefined ? undefined : { path, declarations: declarationsOf(text), imports: importsIn(text) };
  } catch (error) {
    if (error instanceof WorkspaceError) return undefined;
    throw error;
  }
}

/** A file, and those that it uses as modules or imports from, each once; what is not there is left out. */
export function textsFrom(root: string, path: string, follows: 'modules' | 'imports too'): readonly BicepText[] {
  const found = new Map<string, BicepText>();
  const visit = (one: string): void => {
    const text = found.has(one) || found.size >= mostTexts ? undefined : readText(root, one);
    if (!text) return;
    found.set(one, text);
    const modules = text.declarations.filter(({ kind }) => kind === 'module').map(({ source }) => source);
    for (const source of follows === 'modules' ? modules : [...modules, ...text.imports]) {
      const next = isLocal(source) ? pathFrom(one, source) : undefined;
      if (next !== undefined) visit(next);
    }
  };
  visit(path);
  return [...found.values()];
}

/** Published modules that texts name, sorted, each once. */
export function publishedIn(texts: readonly BicepText[]): readonly PublishedModule[] {
  const sources = texts.flatMap(({ declarations, imports }) => [
    ...declarations.map(({ source }) => source),
    ...imports,
  ]);
  const found = sources.flatMap((source) => {
    const one = moduleOf(source);
    return one ? [`${one.path}:${one.version}`] : [];
  });
  return [...new Set(found)].toSorted().map((one) => {
    const [module = '', version = ''] = one.split(':');
    return { module, version };
  });
}

/** Resources that texts declare themselves, in their order. */
export function declaredIn(texts: readonly BicepText[]): readonly DeclaredResource[] {
  return texts.flatMap(({ path, declarations }) =>
    declarations
      .filter(({ kind, isExisting }) => kind === 'resource' && !isExisting)
      .map(({ source, exception }) => ({ type: source.replace(/@.*$/, ''), file: path, exception })),
  );
}
