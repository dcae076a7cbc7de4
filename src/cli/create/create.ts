import type { CreateOptions, Creation } from './creation.ts';
import { resolve } from 'node:path';
import { loadCatalog } from '../../../avm-catalog/modules/catalog.ts';
import { withWrittenLines } from '../../answers/written.ts';
import type { NewWorkspace } from '../../../generators/session.ts';
import { isInterrupted, recoverWorkspace, type Recovery } from '../../workspace/recover.ts';
import { withLock } from '../../workspace/lock.ts';
import { compared, decidedFiles, isAdopted, isShared } from './adopt.ts';
import { beforeCreation } from './before-creation.ts';
import { refuseOccupied } from './destination.ts';
import { numbered, specNumberIn } from './spec-number.ts';
import { exit, type ExitCode } from '../shared/exit.ts';
import { Refusal, UsageFailure } from '../shared/failure.ts';
import { initGit } from './git.ts';
import { checkCreated, type CreatedCheck } from './create-check.ts';
import { tellCreated, tellPlanned, tellStopped, tellWritten } from './create-text.ts';
import type { Preset } from '../../answers/preset.ts';
import { givenAnswers, presetWith } from './given-answers.ts';
import { knownBlueprint } from './given-blueprint.ts';
import type { GivenFiles } from './given-files.ts';
import { commandsOf } from '../shared/started-by.ts';
import { interruptible } from '../shared/interrupt.ts';
import { humansOnErr, type Terminal } from '../shared/terminal.ts';
import { todayOf } from '../shared/today.ts';
import { build, buildText, commit, overwritten } from '../shared/workspace.ts';

/** Creates a workspace. What is refused has remedies and places that do not need one. */
export async function runCreate(
  dir: string | undefined,
  options: CreateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const people = options.json ? humansOnErr(terminal) : terminal;
  let files: GivenFiles | undefined;
  try {
    files = options.answers === undefined ? undefined : await readFiles(options.answers, people);
    return await createGiven(dir, options, terminal, files);
  } catch (error) {
    throw error instanceof Refusal ? beforeCreation(error, files, options) : error;
  }
}

async function createGiven(
  dir: string | undefined,
  options: CreateOptions,
  terminal: Terminal,
  files: GivenFiles | undefined,
): Promise<ExitCode> {
  const people = options.json ? humansOnErr(terminal) : terminal;
  const isAsked = people.interactive && !options.yes && !options.json && !files?.preset.isWhole;
  if (isAsked) return createAsked(dir, options, people, files?.preset);
  if (dir === undefined) throw unnamed(terminal);
  const root = resolve(terminal.cwd, dir);
  const recovered = await free(root, options);
  const set = numbered(root, options.set, files?.preset);
  const given = await givenAnswers(root, { ...options, set }, files);
  return create({ root, shown: dir, given, recovered }, options, terminal);
}

/** Only a person who types a dot fills the current folder. */
function unnamed({ env }: Terminal): UsageFailure {
  return new UsageFailure(
    'No questions are asked here, and no folder is named for the workspace.',
    `Name a folder, or a dot for the current one: ${commandsOf(env).create('my-workload --yes')}`,
  );
}

/** The interview of the generators; it returns answers and writes nothing. */
async function createAsked(
  dir: string | undefined,
  options: CreateOptions,
  terminal: Terminal,
  preset: Preset | undefined,
): Promise<ExitCode> {
  const { askForWorkspace } = await import('../change/ask.ts');
  const adopt = dir !== undefined && (await isAdopted(resolve(terminal.cwd, dir), options, terminal));
  const chosen = { ...options, ...(adopt && { adopt }) };
  if (dir !== undefined) refuseOccupied(resolve(terminal.cwd, dir), isShared(chosen));
  const blueprint = knownBlueprint(options.blueprint, preset);
  if (preset) (await import('./given-files.ts')).refuseWrong(preset, blueprint);
  const known = options.set ? await presetWith(options.set, preset) : preset && (() => preset);
  const { keptAnswers } = await import('../shared/kept-answers.ts');
  const keep = keptAnswers('create', resolve(terminal.cwd, dir ?? '.'));
  const more = { keep, intoExisting: isShared(chosen), blueprint, preset: known };
  const asked = await keep.during(terminal, () => askForWorkspace(terminal, dir, more));
  const code = await createFrom(asked, chosen, terminal);
  if (!options.dryRun) keep.forget();
  return code;
}

/** A workspace from answers that were asked for. */
export async function createFrom(
  { folder, answers: given }: NewWorkspace,
  options: CreateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const root = resolve(terminal.cwd, folder);
  const recovered = await free(root, options);
  const specNumber = given.workload.specNumber ?? specNumberIn(root);
  const answers = specNumber === undefined ? given : { ...given, workload: { ...given.workload, specNumber } };
  const { writeAnswers } = await import('../../answers/write.ts');
  return create(
    { root, shown: folder, given: { answers, text: writeAnswers(answers), defaults: [] }, recovered },
    options,
    terminal,
  );
}

async function readFiles(named: readonly string[], terminal: Terminal): Promise<GivenFiles> {
  const { readGivenFiles } = await import('./given-files.ts');
  return readGivenFiles(named, terminal);
}

/** Completes an interrupted run, then throws if the folder cannot be used. */
async function free(root: string, options: CreateOptions): Promise<Recovery | undefined> {
  const recovered =
    isInterrupted(root) && !options.dryRun ? await withLock(root, () => recoverWorkspace(root)) : undefined;
  refuseOccupied(root, isShared(options));
  return recovered;
}

async function create(creation: Creation, options: CreateOptions, terminal: Terminal): Promise<ExitCode> {
  const { root, given } = creation;
  const catalog = loadCatalog();
  const found = given.answers
    ? await build(given.answers, given.text, catalog, given.place ?? withWrittenLines)
    : await buildText(given.text, catalog, given.file);
  const built = given.notes ? { ...found, findings: [...given.notes, ...found.findings] } : found;
  if (options.dryRun) {
    const { changes, decided } = compared(root, built, options);
    await tellPlanned({ built, root }, overwritten(changes, decided.overwrite), options, terminal);
    return exit.clean;
  }
  const named = await decidedFiles(root, built, options, terminal);
  const { kept } = await withLock(root, () => {
    const { changes, decided } = compared(root, built, named);
    return commit(root, built, changes, decided);
  });
  const git = options.git ? await initGit(root) : undefined;
  const written = { ...creation, built, kept, git };
  tellWritten(written, options, terminal);
  const work = (): Promise<CreatedCheck> =>
    checkCreated(
      { root, built, catalog, environments: built.plan.environments, modules: options.modules, today: todayOf() },
      options.depth,
      terminal,
    );
  const checked = options.check ? await interruptible(work, () => tellStopped(written, options, terminal)) : undefined;
  await tellCreated({ ...written, checked }, options, terminal);
  return checked?.failed ? exit.failed : exit.clean;
}
