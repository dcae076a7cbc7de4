import type { CreateOptions, Creation } from './creation.ts';
import { resolve } from 'node:path';
import { loadCatalog } from '../../../avm-catalog/modules/catalog.ts';
import type { NewWorkspace } from '../../../generators/session.ts';
import { isInterrupted, recoverWorkspace, type Recovery } from '../../workspace/recover.ts';
import { compareWorkspace, type Change } from '../../workspace/compare.ts';
import { withLock } from '../../workspace/lock.ts';
import { readManifest } from '../../workspace/manifest.ts';
import { refuseOccupied } from './destination.ts';
import { exit, type ExitCode } from '../shared/exit.ts';
import { Failure } from '../shared/failure.ts';
import { initGit } from './git.ts';
import { checkCreated, type CreatedCheck } from './create-check.ts';
import { tellCreated, tellPlanned } from './create-text.ts';
import { chosenBlueprint, givenAnswers } from './given-answers.ts';
import { humansOnErr, type Terminal } from '../shared/terminal.ts';
import { todayOf } from '../shared/today.ts';
import { build, buildText, commit, type Built } from '../shared/workspace.ts';

export async function runCreate(
  dir: string | undefined,
  options: CreateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const people = options.json ? humansOnErr(terminal) : terminal;
  const isAsked =
    people.interactive && !options.yes && !options.json && options.answers === undefined && options.set === undefined;
  if (isAsked) return createAsked(dir, options, people);
  const root = resolve(terminal.cwd, dir ?? '.');
  const recovered = await free(root, options);
  const given = await givenAnswers(root, options, terminal);
  return create({ root, shown: dir ?? '.', given, recovered }, options, terminal);
}

/** The interview of the generators; it hands back answers, and nothing has been written until then. */
async function createAsked(dir: string | undefined, options: CreateOptions, terminal: Terminal): Promise<ExitCode> {
  const { askForWorkspace } = await import('../change/ask.ts');
  if (dir !== undefined) refuseOccupied(resolve(terminal.cwd, dir), options.intoExisting ?? false);
  const blueprint = options.blueprint === undefined ? undefined : chosenBlueprint(options.blueprint);
  const asked = await askForWorkspace(terminal, dir, { intoExisting: options.intoExisting ?? false, blueprint });
  return createFrom(asked, options, terminal);
}

/** A workspace from answers that were asked for. */
export async function createFrom(
  { folder, answers }: NewWorkspace,
  options: CreateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const root = resolve(terminal.cwd, folder);
  const recovered = await free(root, options);
  const { writeAnswers } = await import('../../answers/write.ts');
  return create(
    { root, shown: folder, given: { answers, text: writeAnswers(answers), defaults: [] }, recovered },
    options,
    terminal,
  );
}

/** Recovers what an interrupted run left, then throws where the folder is not free. */
async function free(root: string, options: CreateOptions): Promise<Recovery | undefined> {
  const recovered =
    isInterrupted(root) && !options.dryRun ? await withLock(root, () => recoverWorkspace(root)) : undefined;
  refuseOccupied(root, options.intoExisting ?? false);
  return recovered;
}

async function create(creation: Creation, options: CreateOptions, terminal: Terminal): Promise<ExitCode> {
  const { root, given } = creation;
  const catalog = loadCatalog();
  const built = given.answers
    ? await build(given.answers, given.text, catalog, true)
    : await buildText(given.text, catalog, given.file);
  if (options.dryRun) {
    await tellPlanned(built, compared(root, built), options, terminal);
    return exit.clean;
  }
  await withLock(root, () => commit(root, built, compared(root, built), {}));
  const git = options.git ? await initGit(root) : undefined;
  const checked: CreatedCheck | undefined = options.check
    ? await checkCreated(
        { root, built, catalog, environments: built.plan.environments, modules: options.modules, today: todayOf() },
        options.depth,
        terminal,
      )
    : undefined;
  await tellCreated({ ...creation, built, git, checked }, options, terminal);
  return checked?.failed ? exit.failed : exit.clean;
}

/** Files that stand where generated ones are to be are the person's, and stay. */
function compared(root: string, built: Built): readonly Change[] {
  const changes = compareWorkspace(root, built.files, readManifest(root));
  const inTheWay = changes
    .filter(({ kind, path }) => kind === 'foreign' || kind === 'edited' || (path === 'avm.yaml' && kind === 'update'))
    .map(({ path }) => path);
  if (inTheWay.length === 0) return changes;
  throw new Failure({
    code: 'files-in-the-way',
    what: 'Files stand where the workspace would write its own:',
    lines: inTheWay,
    remedy: 'Move them away, or choose another folder. Nothing was written.',
  });
}
