import { environmentName, mostEnvironments, workloadNamePattern } from '../src/answers/schema.ts';
import type { MandatoryTagsParameters } from '../avm-catalog/kernel/rule-parameters.ts';
import { environmentTag } from '../avm-catalog/constitution/rules/naming.ts';
import type { Problem } from './asker.ts';
import { answersOf, isKnown, withEdits, type Draft } from './draft.ts';
import { problemOf } from './judge.ts';
import type { Session } from './session.ts';
import { ownValue } from '../src/bicep/own.ts';

/** Name, description and environments. */
export async function askBasics(draft: Draft, { ask }: Session): Promise<Draft> {
  const name = isKnown(draft, 'workload.name')
    ? draft.name
    : await ask.text({ message: 'Name of the workload', default: draft.name, problem: nameProblem });
  const description = isKnown(draft, 'workload.description')
    ? draft.description
    : await ask.text({
        message: 'Description, in one line',
        default: draft.description,
        problem: (text) =>
          text === '' ? 'Enter a few words.' : text.length > 300 ? 'Use at most 300 characters.' : undefined,
      });
  if (isKnown(draft, 'environments')) return { ...draft, name, description };
  const environments = await ask.text({
    message: 'Environments, in deployment order',
    default: draft.environments.join(', '),
    problem: environmentsProblem,
  });
  return { ...draft, name, description, environments: namesIn(environments) };
}

function nameProblem(name: string): Problem {
  if (name.length < 2 || name.length > 20) return 'Use 2 to 20 characters, because it is part of every name in Azure.';
  return workloadNamePattern.test(name)
    ? undefined
    : 'Use lowercase letters, digits, and single hyphens, and begin with a letter.';
}

function environmentsProblem(text: string): Problem {
  const names = namesIn(text);
  if (names.length === 0) return 'Enter at least one, such as dev.';
  if (names.length > mostEnvironments) return `Enter at most ${mostEnvironments} environments.`;
  if (new Set(names).size < names.length) return 'Enter each name once.';
  const wrong = names.find((name) => !environmentName.test(name));
  return wrong && `'${wrong}' is not a valid name. Use 2 to 24 lowercase letters and digits, and begin with a letter.`;
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
    .names.filter((name) => name !== environmentTag && !isKnown(draft, `tags.${name}`));
  if (names.length === 0) return draft;
  let now = draft;
  for (const name of names) now = await askTag(name, undefined, now, session);
  if (
    names.length === 0 ||
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
      text === ''
        ? 'Enter a value: the tag is mandatory.'
        : problemOf(draft, [{ path, value: text, environment }], engine),
  });
  return value === ownValue(view?.tags, name) ? draft : withEdits(draft, [{ path, value, environment }]);
}
