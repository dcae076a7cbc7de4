import { environmentName, mostEnvironments, workloadNamePattern } from '../src/answers/schema.ts';
import type { MandatoryTagsParameters } from '../avm-catalog/kernel/rule-parameters.ts';
import { environmentTag } from '../avm-catalog/constitution/rules/naming.ts';
import type { Problem } from './asker.ts';
import { answersOf, withEdits, type Draft } from './draft.ts';
import { problemOf } from './judge.ts';
import type { Session } from './session.ts';
import { ownValue } from '../src/bicep/own.ts';

/** Name, description and environments. */
export async function askBasics(draft: Draft, { ask }: Session): Promise<Draft> {
  const name = await ask.text({ message: 'Name of the workload', default: draft.name, problem: nameProblem });
  const description = await ask.text({
    message: 'What it is, in one line',
    default: draft.description,
    problem: (text) =>
      text === '' ? 'Say it in a few words.' : text.length > 300 ? 'Keep it under 300 characters.' : undefined,
  });
  const environments = await ask.text({
    message: 'Environments, in the order they are deployed in',
    default: draft.environments.join(', '),
    problem: environmentsProblem,
  });
  return { ...draft, name, description, environments: namesIn(environments) };
}

function nameProblem(name: string): Problem {
  if (name.length < 2 || name.length > 20) return 'Give it 2 to 20 characters; it is part of every name in Azure.';
  return workloadNamePattern.test(name)
    ? undefined
    : 'Use lower-case letters, digits and single hyphens, beginning with a letter.';
}

function environmentsProblem(text: string): Problem {
  const names = namesIn(text);
  if (names.length === 0) return 'Name one at least, such as dev.';
  if (names.length > mostEnvironments) return `${mostEnvironments} at most.`;
  if (new Set(names).size < names.length) return 'Name each once.';
  const wrong = names.find((name) => !environmentName.test(name));
  return wrong && `"${wrong}" cannot be one: use 2 to 8 lower-case letters and digits, beginning with a letter.`;
}

function namesIn(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((name) => name !== '');
}

/** A value for each mandatory tag, for all environments or for each. */
export async function askTags(draft: Draft, session: Session): Promise<Draft> {
  const [view] = session.engine.views(answersOf(draft));
  if (!view?.rules.on('TAG-001')) return draft;
  const names = view.rules
    .parameters<MandatoryTagsParameters>('TAG-001')
    .names.filter((name) => name !== environmentTag);
  let now = draft;
  for (const name of names) now = await askTag(name, undefined, now, session);
  if (
    draft.environments.length < 2 ||
    !(await session.ask.confirm({ message: 'Do tags differ by environment?', default: false }))
  )
    return now;
  for (const environment of draft.environments)
    for (const name of names) now = await askTag(name, environment, now, session);
  return now;
}

async function askTag(
  name: string,
  environment: string | undefined,
  draft: Draft,
  { ask, engine }: Session,
): Promise<Draft> {
  const path = `tags.${name}`;
  const view = engine
    .views(answersOf(draft))
    .find((one) => environment === undefined || one.environment === environment);
  const value = await ask.text({
    message: `Tag ${name}${environment === undefined ? '' : ` (${environment})`}`,
    default: ownValue(view?.tags, name) ?? '',
    problem: (text) =>
      text === '' ? 'A mandatory tag has a value.' : problemOf(draft, [{ path, value: text, environment }], engine),
  });
  return value === ownValue(view?.tags, name) ? draft : withEdits(draft, [{ path, value, environment }]);
}
