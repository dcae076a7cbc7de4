import { environmentName } from '../src/answers/schema.ts';
import type { Answers } from '../src/answers/answers.ts';
import { askFolder } from './interview.ts';
import type { Generator, Session, WorkspaceChange } from './session.ts';
import { ownValue } from '../src/bicep/own.ts';

export const environment: Generator<WorkspaceChange> = {
  name: 'environment',
  description: 'a further environment of a workspace',
  prompts: async (session) => {
    const folder = session.folder ?? (await askFolder(session, true));
    const found = session.engine.look(folder);
    if (found.kind !== 'workspace') throw new Error(`${folder} is no workspace`);
    return askEnvironment(folder, found.answers, session);
  },
};

export async function askEnvironment(folder: string, answers: Answers, { ask }: Session): Promise<WorkspaceChange> {
  const known = Object.keys(answers.environments);
  const name = await ask.text({
    message: 'Name of the environment',
    default: 'uat',
    problem: (text) => {
      if (known.includes(text)) return 'There is one of that name.';
      return environmentName.test(text)
        ? undefined
        : 'Use 2 to 8 lower-case letters and digits, beginning with a letter.';
    },
  });
  const from = await ask.choose({
    message: 'It begins like',
    choices: known.map((value) => ({ value, name: value })),
    default: known.at(-2) ?? known[0] ?? '',
  });
  const addressSpace = await ask.text({
    message: 'Address space of its network',
    default: ownValue(answers.environments, from)?.network?.addressSpace ?? '10.20.0.0/22',
  });
  return {
    folder,
    components: [],
    environments: [{ name, from }],
    settings: [{ path: 'network.addressSpace', value: addressSpace, environment: name }],
  };
}
