import { isAbsolute, join, relative } from 'node:path';
import type { BicepFile } from '../../../avm-catalog/modules/bicep-file.ts';
import { NotATemplate, extractInterface } from '../../../avm-catalog/modules/extract.ts';
import { hasError, makeFinding, type Finding } from '../../findings/finding.ts';
import { CompilerError, RequestRefused } from '../bicep/error.ts';
import { toFindings, withoutRoot } from '../bicep/diagnostics.ts';
import type { Machine } from '../bicep/folders.ts';
import { missingCompiler, searchBicep } from '../bicep/locate.ts';
import { openCompiler } from '../bicep/open.ts';
import type { BicepSession } from '../bicep/session.ts';
import { prepareModules } from '../modules/prepare.ts';
import type { ModuleSource, Registry } from '../modules/source.ts';
import { readManifest } from '../../workspace/manifest.ts';
import { declaredIn, publishedIn, textsFrom } from '../solution/texts.ts';
import { isOfLinter, ofPerson } from './written.ts';
import { fileProblem, hashOf, isCurrent, type WantedFile } from './look.ts';

export interface ReadInput {
  readonly root: string;
  /** What is known from earlier runs, by path. */
  readonly known: ReadonlyMap<string, BicepFile>;
  readonly source: ModuleSource;
  readonly registry: Registry;
  readonly machine: Machine;
}

interface FilesRead {
  readonly files: ReadonlyMap<string, BicepFile>;
  readonly findings: readonly Finding[];
}

/** Bicep files of a workspace, as they are now: the compiler reads those that changed, and runs for no other. */
export async function readBicepFiles(wanted: readonly WantedFile[], input: ReadInput): Promise<FilesRead> {
  const { root, known } = input;
  const generated = generatedIn(root);
  const problems = wanted.flatMap((one) => fileProblem(root, one) ?? generatedProblem(one, [one.path], generated));
  if (problems.length > 0) return { files: known, findings: problems };
  const changed = wanted.filter(({ path }) => {
    const before = known.get(path);
    return before === undefined || !isCurrent(root, before);
  });
  const files = new Map(wanted.flatMap(({ path }) => (known.has(path) ? [[path, known.get(path)!] as const] : [])));
  if (changed.length === 0) return { files, findings: [] };
  try {
    const results = await compiled(changed, input);
    for (const result of results) if ('file' in result) files.set(result.file.path, result.file);
    const using = changed.flatMap((one) =>
      generatedProblem(one, Object.keys(files.get(one.path)?.sources ?? {}), generated),
    );
    return {
      files,
      findings: [...results.flatMap((result) => ('findings' in result ? result.findings : [])), ...using],
    };
  } catch (error) {
    if (!(error instanceof CompilerError)) throw error;
    return { files, findings: [error.finding] };
  }
}

/** Files that the tool wrote, in lower case, as some platforms have them. */
function generatedIn(root: string): ReadonlySet<string> {
  return new Set([...(readManifest(root)?.files.keys() ?? [])].map((path) => path.toLowerCase()));
}

function generatedProblem(
  { path, where }: WantedFile,
  sources: readonly string[],
  generated: ReadonlySet<string>,
): readonly Finding[] {
  const other = sources.find((source) => generated.has(source.toLowerCase()));
  return other === undefined ? [] : [makeFinding('bicep-file-generated', 'error', { file: path, other }, where)];
}

type Result = { readonly file: BicepFile } | { readonly findings: readonly Finding[] };

async function compiled(changed: readonly WantedFile[], input: ReadInput): Promise<readonly Result[]> {
  const { root, source, registry } = input;
  const machine = { ...input.machine, workspace: root };
  const { found, looked, skipped } = searchBicep(machine);
  const [first] = found;
  if (!first) throw new CompilerError(missingCompiler(looked, skipped));
  const results: Result[] = [];
  for (const one of changed) {
    const texts = textsFrom(root, one.path, 'imports too');
    const modules = publishedIn(texts);
    const prepared = await prepareModules(source, {
      root,
      template: one.path,
      modules,
      registry,
      bicep: first.path,
      machine,
    });
    try {
      if (hasError(prepared.findings)) {
        results.push({ findings: prepared.findings });
        continue;
      }
      const compiler = await openCompiler({ machine, environment: prepared.environment });
      try {
        results.push(await readFile(compiler.session, prepared.root, one, input));
      } finally {
        await compiler.session.close();
      }
    } finally {
      await prepared.dispose();
    }
  }
  return results;
}

/** Said of a module whose errors are findings of their own. */
const usedHasErrors = 'bicep/BCP104';

/** Why there is no template: what the linter says counts where nothing else is wrong. */
function errorsIn(findings: readonly Finding[]): readonly Finding[] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const own = errors.filter((one) => !isOfLinter(one));
  const first = own.filter(({ code }) => code !== usedHasErrors);
  const told =
    [first, errors.filter(({ code }) => code !== usedHasErrors), errors].find((some) => some.length > 0) ?? [];
  const files = told.flatMap(({ where }) => where.file ?? []);
  return ofPerson(told, files);
}

/** `at` is the folder that it is compiled in: the workspace, or a copy of it. */
async function readFile(session: BicepSession, at: string, wanted: WantedFile, { root }: ReadInput): Promise<Result> {
  const { path, where } = wanted;
  const refused = (why: string): Result => {
    const remedy = `Run bicep build ${path}, which says more.`;
    return { findings: [makeFinding('bicep-file-unreadable', 'error', { file: path, why, remedy }, where)] };
  };
  try {
    const { contents, diagnostics } = await session.compile(join(at, path));
    const errors = errorsIn(toFindings(diagnostics, { root: at }));
    if (errors.length > 0) return { findings: errors };
    if (typeof contents !== 'string') return refused('the compiler makes no template of it');
    const read = extractInterface(path, '', JSON.parse(contents));
    if (read.scope !== undefined)
      return { findings: [makeFinding('bicep-file-scope', 'error', { file: path, scope: read.scope }, where)] };
    const sources = sourcesOf((await session.getFileReferences(join(at, path))).filePaths, at);
    const outside = sources.find((source) => source.startsWith('../') || isAbsolute(source));
    if (outside !== undefined)
      return { findings: [makeFinding('bicep-file-outside', 'error', { file: path, other: outside }, where)] };
    const hashes = sources.map((source) => [source, hashOf(root, source)] as const);
    const unread = hashes.find(([, hash]) => hash === undefined);
    if (unread) return refused(`it uses ${unread[0]}, which cannot be read`);
    return {
      file: {
        path,
        sources: Object.fromEntries(hashes) as Readonly<Record<string, string>>,
        modules: publishedIn(textsFrom(root, path, 'imports too')),
        resources: declaredIn(textsFrom(root, path, 'modules')),
        interface: read,
      },
    };
  } catch (error) {
    if (error instanceof RequestRefused) return refused(withoutRoot(error.message, at));
    if (error instanceof NotATemplate) return refused(error.message);
    throw error;
  }
}

/** Sources by their path from the workspace, sorted. What a registry gave is known by its version. */
function sourcesOf(paths: readonly string[], at: string): readonly string[] {
  const sources = paths
    .filter((path) => !/[\\/]\.bicep[\\/](?:br|ts)[\\/]/.test(path))
    .map((path) => relative(at, path).replaceAll('\\', '/'));
  // The configuration of the workspace is generated: it says which warnings there are, and where registries are.
  return [...new Set(sources)].filter((path) => path !== 'bicepconfig.json').toSorted();
}
