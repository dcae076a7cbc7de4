import { blueprintNamed } from '../avm-catalog/blueprints/index.ts';
import { looksSecret } from '../avm-catalog/kernel/secrets.ts';
import type { Answers } from '../src/answers/answers.ts';
import { unseenCharacter } from '../src/answers/characters.ts';
import { longestText, type RequirementSection } from '../src/answers/requirements.ts';
import type { Asker, Problem } from './asker.ts';
import { optional } from './components.ts';

/** An answer below the id that is yet to be given, as it would be typed. */
export interface RequirementPart {
  readonly path: string;
  readonly value: string;
}

/** The questions of a custom story, requirement, constraint, or criterion. */
export async function askRequirement(
  section: RequirementSection,
  answers: Answers,
  ask: Asker,
): Promise<readonly RequirementPart[]> {
  if (section === 'stories') return askStory(ask);
  const statement = await textOf(ask, 'What must be true, in one sentence?', longestText.statement);
  const story = section === 'functional' ? await askStoryOf(answers, ask) : '';
  return [part('statement', statement), ...given('story', story), ...(await askSatisfiedBy(answers, ask))];
}

async function askStory(ask: Asker): Promise<readonly RequirementPart[]> {
  const title = await textOf(ask, 'What does the user want, in a few words?', longestText.title);
  const priority = await ask.choose({
    message: 'Priority',
    choices: ['P1', 'P2', 'P3'].map((value) => ({ value, name: value })),
  });
  const why = await textOf(ask, 'Why this priority?');
  const test = await textOf(ask, 'How can it be tested independently?');
  const scenarios: object[] = [];
  do
    scenarios.push({
      given: await textOf(ask, 'Given'),
      when: await textOf(ask, 'When'),
      then: await textOf(ask, 'Then'),
    });
  while (await ask.confirm({ message: 'Another scenario?', default: false }));
  return [
    part('title', title),
    part('priority', priority),
    part('why', why),
    part('test', test),
    part('scenarios', scenarios),
  ];
}

function askStoryOf({ blueprint, requirements }: Answers, ask: Asker): Promise<string> {
  const stories = blueprintNamed(blueprint)?.content.stories ?? [];
  const own = Object.entries(requirements?.stories ?? {}).map(([id, { title }]) => ({ id, title }));
  return ask.choose({
    message: 'Which story does it belong to?',
    choices: [
      { value: '', name: 'none' },
      ...[...own, ...stories].map(({ id, title }) => ({ value: id, name: `${id} ${title}` })),
    ],
    default: '',
  });
}

async function askSatisfiedBy({ blueprint }: Answers, ask: Asker): Promise<readonly RequirementPart[]> {
  const components = await ask.several({
    message: 'Which components satisfy it?',
    choices: optional(blueprint).map(({ name, title, summary }) => ({
      value: name,
      name: title,
      description: summary,
    })),
    chosen: [],
  });
  const task = await ask.text({
    message: 'Which manual task satisfies it? (empty if none)',
    problem: (text) => (text === '' ? undefined : problemOf(text, longestText.other)),
  });
  return [
    ...(components.length > 0 ? [part('satisfiedBy.components', components)] : []),
    ...given('satisfiedBy.task', task),
  ];
}

function textOf(ask: Asker, message: string, most: number = longestText.other): Promise<string> {
  return ask.text({ message, problem: (text) => problemOf(text, most) });
}

function problemOf(text: string, most: number): Problem {
  const unseen = unseenCharacter(text);
  if (text === '') return 'Enter a few words.';
  if (text.length > most) return `Use at most ${most} characters.`;
  if (unseen !== undefined) return `It contains an invisible character (${unseen}).`;
  return looksSecret(text) === undefined
    ? undefined
    : 'This looks like a secret, and avm.yaml must not contain secrets.';
}

function given(path: string, text: string): readonly RequirementPart[] {
  return text === '' ? [] : [part(path, text)];
}

function part(path: string, value: unknown): RequirementPart {
  return { path, value: JSON.stringify(value) };
}
