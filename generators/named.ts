import { componentTypes } from '../avm-catalog/components/index.ts';
import type { ComponentDefinition } from '../avm-catalog/kernel/component.ts';
import { resourceIdPattern } from '../avm-catalog/azure/resource-ids.ts';
import { componentName, proposedName } from '../src/answers/component-name.ts';
import type { Problem } from './asker.ts';
import type { Answers } from '../src/answers/answers.ts';
import { namedKey } from '../avm-catalog/kernel/core.ts';
import { draftOf, settingOf, withEdits } from './draft.ts';
import { askParameters } from './module/parameters.ts';
import { askAll } from './questions.ts';
import type { FileChoice, FileParameter, ModuleChoice, NamedChange, Session, WorkspaceChange } from './session.ts';

/** A further component of a type, which a person gives a name. */
export interface Named {
  readonly another: ComponentDefinition;
}

/** Types of which a workspace of this blueprint may have several. */
export function severalOf(names: readonly string[]): readonly Named[] {
  return componentTypes
    .filter((one) => one.many && (one.many.anywhere === true || names.includes(one.name)))
    .map((another) => ({ another }));
}

export async function askNamed(
  { another }: Named,
  folder: string,
  answers: Answers,
  session: Session,
): Promise<WorkspaceChange> {
  const module = another.modules ? await askModule(session) : undefined;
  const id = another.many?.existing ? await askExisting(session) : undefined;
  const file = another.file ? await askFile(folder, session) : undefined;
  const proposed = file?.name ?? proposedName((module?.module ?? id ?? '').split('/').at(-1) ?? '');
  const name = await askName(proposed, Object.keys(answers.components ?? {}), session);
  const environment = session.environment ?? (await askWhere(answers, session));
  const reason = file && file.declares.length > 0 ? await askReason(file, session) : undefined;
  const named: NamedChange = {
    type: another.name,
    name,
    ...(environment === undefined ? {} : { environment }),
    ...(module ? { given: { module: module.module, version: module.version } } : {}),
    ...(id === undefined ? {} : { given: { id } }),
    ...(file ? { given: { file: file.file, ...(reason === undefined ? {} : { reason }) } } : {}),
  };
  const settings = module
    ? await askParameters(module, named, answers, session)
    : file
      ? await askRequired(name, file.required, session)
      : await askInputs(another, named, answers, session);
  return { folder, components: [], named: [named], environments: [], settings };
}

/** What its type asks of the blueprint's own, asked of this one. */
async function askInputs(
  { inputs }: ComponentDefinition,
  { type, name, given, environment }: NamedChange,
  answers: Answers,
  session: Session,
): Promise<WorkspaceChange['settings']> {
  const key = `${namedKey}.${name}`;
  const on = Object.keys(inputs?.switchOn ?? {});
  const questions = (inputs?.questions ?? []).filter(({ path }) => !on.includes(path));
  const added = withEdits(draftOf(answers), [{ path: key, value: { type, ...given } }]);
  const { edits } = await askAll({ key, questions }, added, session);
  return edits
    .filter(({ path }) => path !== key)
    .map((one) => settingOf({ ...one, environment: one.environment ?? environment }));
}

/** The known name is used if it is valid. */
async function askName(proposed: string, taken: readonly string[], { ask, module }: Session): Promise<string> {
  const problem = (text: string): Problem =>
    taken.includes(text)
      ? `The component '${text}' exists already.`
      : componentName.test(text) && text.length >= 2 && text.length <= 20
        ? undefined
        : 'Use 2 to 20 lowercase letters, digits, and single hyphens.';
  if (module?.name !== undefined && problem(module.name) === undefined) return module.name;
  return ask.text({ message: 'Name of the component', ...(proposed === '' ? {} : { default: proposed }), problem });
}

async function askExisting({ ask }: Session): Promise<string> {
  return ask.text({
    message: 'ID of the resource',
    problem: (text) =>
      resourceIdPattern.test(text)
        ? undefined
        : 'Enter the full ID: /subscriptions/…/resourceGroups/…/providers/TYPE/NAME',
  });
}

async function askModule({ ask, engine, module }: Session): Promise<ModuleChoice> {
  const known = module && engine.module(module.typed);
  if (known && !('problem' in known)) return known;
  const typed = await ask.text({
    message: 'Which module? (such as cache/redis)',
    problem: (text) => {
      const found = engine.module(text);
      return 'problem' in found ? found.problem : undefined;
    },
  });
  const found = engine.module(typed);
  if ('problem' in found) throw new Error(found.problem);
  return found;
}

async function askFile(folder: string, { ask, engine }: Session): Promise<FileChoice> {
  let read: FileChoice | undefined;
  await ask.text({
    message: 'Which Bicep file? (such as modules/queries.bicep)',
    problem: async (text) => {
      const found = await engine.bicepFile(folder, text);
      if ('problem' in found) return found.problem;
      read = found;
      return undefined;
    },
  });
  if (!read) throw new Error('a file was taken that was not read');
  return read;
}

function askReason({ declares }: FileChoice, { ask }: Session): Promise<string> {
  return ask.text({
    message: `The file declares ${declares.join(', ')}. Why does no Azure Verified Module fit?`,
    problem: (text) => (text === '' ? 'Enter the reason, which the constitution requires.' : undefined),
  });
}

/** One environment alone, or nothing for all of them. */
function askWhere({ environments }: Answers, { ask }: Session): Promise<string | undefined> {
  const names = Object.keys(environments);
  if (names.length < 2) return Promise.resolve(undefined);
  return ask.choose<string | undefined>({
    message: 'In which environments?',
    choices: [{ value: undefined, name: 'all of them' }, ...names.map((value) => ({ value, name: `${value} only` }))],
  });
}

/** Required parameters of a Bicep file; they are validated when the files are written. */
async function askRequired(
  component: string,
  required: readonly FileParameter[],
  { ask }: Session,
): Promise<WorkspaceChange['settings']> {
  const given: WorkspaceChange['settings'][number][] = [];
  for (const { name, type, allowed } of required) {
    const message = `${name} (${type})`;
    const value =
      allowed.length > 0
        ? await ask.choose({ message, choices: allowed.map((one) => ({ value: one, name: one })) })
        : await ask.text({
            message,
            problem: (text) => (text === '' ? 'Enter a value: the parameter is required.' : undefined),
          });
    given.push({ path: `components.${component}.params.${name}`, value });
  }
  return given;
}
