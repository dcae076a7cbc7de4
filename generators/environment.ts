import { formatCidr } from '../avm-catalog/azure/addresses.ts';
import type { Answers } from '../src/answers/answers.ts';
import { rangeFor } from '../src/answers/environments/ranges.ts';
import { environmentName } from '../src/answers/schema.ts';
import { ownValue } from '../src/bicep/own.ts';
import { describe } from '../src/findings/describe.ts';
import { askFolder } from './interview.ts';
import { Cancelled, type Generator, type Session, type WorkspaceChange } from './session.ts';

export const environment: Generator<WorkspaceChange> = {
  name: 'environment',
  description: 'an environment',
  prompts: async (session) => {
    const folder = session.folder ?? (await askFolder(session, true));
    const found = session.engine.look(folder);
    if (found.kind !== 'workspace') throw new Error(`'${folder}' is not a workspace`);
    return askEnvironment(folder, found.answers, session);
  },
};

export async function askEnvironment(
  folder: string,
  answers: Answers,
  { ask, engine }: Session,
): Promise<WorkspaceChange> {
  const known = Object.keys(answers.environments);
  const name = await ask.text({
    message: 'Name of the environment',
    default: 'uat',
    problem: (text) => {
      if (known.includes(text)) return 'An environment with that name exists already.';
      return environmentName.test(text)
        ? undefined
        : 'Use 2 to 24 lowercase letters and digits, and begin with a letter.';
    },
  });
  const from = await ask.choose({
    message: 'Copy settings from',
    choices: known.map((value) => ({ value, name: value })),
    default: known.at(-2) ?? known[0] ?? '',
  });
  const next = rangeFor(answers, from, undefined);
  const addressSpace = await ask.text({
    message: 'Address space of its network',
    default: 'findings' in next ? '' : formatCidr(next.to),
    problem: (text) => problemOf(rangeFor(answers, from, text)),
  });
  await confirmNames(name, from, answers, { ask, engine });
  return { folder, components: [], environments: [{ name, from, addressSpace }], settings: [] };
}

function problemOf(range: ReturnType<typeof rangeFor>): string | undefined {
  const [finding] = 'findings' in range ? range.findings : [];
  return finding && `${describe(finding).message}.`;
}

/** A longer name leaves less room for the workload in names of all environments. */
async function confirmNames(
  name: string,
  from: string,
  answers: Answers,
  { ask, engine }: Pick<Session, 'ask' | 'engine'>,
): Promise<void> {
  const like = ownValue(answers.environments, from) ?? {};
  const changed = engine.nameChanges(answers, { ...answers, environments: { ...answers.environments, [name]: like } });
  if (changed.length === 0) return;
  for (const one of changed) ask.say(`${one.environment}  ${one.before} → ${one.after}`);
  const message =
    'These names of other environments change, so the next deployment creates new resources. Add the environment anyway?';
  if (!(await ask.confirm({ message, default: false }))) throw new Cancelled('cancelled');
}
