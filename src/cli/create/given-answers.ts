import type { Session } from '../../../generators/session.ts';
import { ownValue } from '../../bicep/own.ts';
import type { Given } from './creation.ts';
import type { Blueprint } from '../../../avm-catalog/kernel/blueprint.ts';
import type { Answers } from '../../answers/answers.ts';
import type { Preset } from '../../answers/preset.ts';
import { startAnswers, workloadName } from '../../answers/start.ts';
import { writeAnswers } from '../../answers/write.ts';
import type { Assignment } from '../change/assignments.ts';
import type { CreateOptions } from './creation.ts';
import { chosenBlueprint } from './given-blueprint.ts';
import type { GivenFiles } from './given-files.ts';
import { Refusal } from '../shared/failure.ts';
import { defaultsOf } from './told-defaults.ts';

/** The settings of a run without questions: those of files over defaults, then each `--set`. */
export async function givenAnswers(
  root: string,
  { blueprint: named, set = [] }: CreateOptions,
  files: GivenFiles | undefined,
): Promise<Given> {
  const blueprint = chosenBlueprint(named, files?.preset);
  if (set.length === 0 && files === undefined) return started(workloadName(root), blueprint);
  const [{ settle }, { parseAssignment }] = await Promise.all([
    import('../change/settings.ts'),
    import('../change/assignments.ts'),
  ]);
  const assigned = set.map(parseAssignment);
  const given = await begun(nameOf(assigned, root), blueprint, files);
  if (assigned.length === 0) return given;
  const changed = settle(given.text, assigned, given.file);
  if ('findings' in changed) throw new Refusal(changed.findings);
  const { text, notes } = changed;
  const defaults = given.defaults.filter((one) => !isSaid(one, assigned));
  if (files === undefined || given.file !== undefined)
    return { text, ...(given.file === undefined ? {} : { file: given.file }), defaults, notes };
  const { settled } = await import('./given-files.ts');
  return { ...settled(files, given, text), defaults, notes };
}

/** Also by the end of its path. */
function isSaid(setting: string, assigned: readonly Assignment[]): boolean {
  const path = `.spec.${setting.slice(0, setting.indexOf('='))}`;
  return assigned.some((one) => path.endsWith(`.${one.path}`));
}

async function begun(name: string, blueprint: Blueprint, files: GivenFiles | undefined): Promise<Given> {
  if (files === undefined) return started(name, blueprint);
  const { fromFiles } = await import('./given-files.ts');
  return fromFiles(files, name, blueprint);
}

/** Files with each `--set` over them, as what an interview does not ask for; the rest it asks. */
export async function presetWith(
  set: readonly string[],
  files: Preset | undefined,
): Promise<NonNullable<Session['preset']>> {
  const [
    { settle },
    { parseAssignment },
    { engineAt },
    { parseAnswers },
    { listIn, resolvePath },
    { completed, withSet },
  ] = await Promise.all([
    import('../change/settings.ts'),
    import('../change/assignments.ts'),
    import('../change/engine.ts'),
    import('../../answers/parse.ts'),
    import('../../answers/paths.ts'),
    import('../../answers/preset.ts'),
  ]);
  const assigned = set.map(parseAssignment);
  return (name, blueprint) => {
    const { text } = files
      ? { text: writeAnswers(completed(files, { name, blueprint }) as unknown as Answers) }
      : started(name, blueprint);
    const changed = settle(text, assigned);
    if ('findings' in changed) throw new Refusal(changed.findings);
    const parsed = parseAnswers(changed.text);
    if ('findings' in parsed) throw new Refusal(parsed.findings);
    const given = changed.settings.flatMap(({ path }) => {
      const place = resolvePath(path);
      if ('findings' in place) return [];
      // What is in a list is given with all that is in it.
      const keys = place.path.slice(0, listIn(place.path)).map(String);
      return [{ keys, value: keys.reduce<unknown>((at, key) => ownValue(at, key), parsed.answers) }];
    });
    // What else is wrong with it, a question may still settle.
    const wrong = engineAt('.')
      .findings(parsed.answers)
      .filter(
        ({ severity, where: { answer = '' } }) =>
          severity === 'error' && given.some(({ keys }) => `${answer}.`.startsWith(`${keys.join('.')}.`)),
      );
    if (wrong.length > 0) throw new Refusal(wrong);
    return withSet(files, given);
  };
}

/** Names of vaults, resource groups, and tags follow the given workload name, if it is valid. */
function nameOf(settings: readonly Assignment[], root: string): string {
  const name = settings.findLast(({ path }) => path === 'workload.name')?.value.trim();
  return name !== undefined && workloadName(name) === name ? name : workloadName(root);
}

function started(name: string, blueprint: Blueprint): Given {
  const answers = startAnswers({ name }, blueprint);
  return { answers, text: writeAnswers(answers), defaults: defaultsOf(answers) };
}
