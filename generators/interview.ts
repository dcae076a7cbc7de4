import { blueprints, defaultBlueprint } from '../avm-catalog/blueprints/index.ts';
import type { Blueprint } from '../avm-catalog/kernel/blueprint.ts';
import { workloadName } from '../src/answers/start.ts';
import { askBasics, askTags } from './basics.ts';
import { askComponents, askOf } from './components.ts';
import { answersOf, newDraft, type Draft } from './draft.ts';
import { place } from './place.ts';
import { askAll } from './questions.ts';
import { askRules } from './rules.ts';
import { Cancelled, type NewWorkspace, type Session } from './session.ts';
import { summarize } from './summary.ts';

interface Section {
  readonly title: string;
  readonly ask: (draft: Draft, session: Session) => Promise<Draft>;
}

const sectionsOf = ({ interview: more }: Blueprint): readonly Section[] => [
  { title: 'Workload', ask: askBasics },
  { title: 'Constitution', ask: askRules },
  { title: 'Place', ask: (draft, session) => askAll(place, draft, session) },
  { title: 'Tags', ask: askTags },
  { title: 'Components', ask: askComponents },
  ...more.map(({ title, component }): Section => ({
    title,
    ask: (draft, session) => askOf(component, draft, session),
  })),
];

/** All that a new workspace needs; nothing is written here, and each section can be gone back to. */
export async function interview(
  session: Session,
  options: { readonly rulesFirst?: boolean } = {},
): Promise<NewWorkspace> {
  const blueprint = session.blueprint ?? (await askBlueprint(session));
  const folder = session.folder ?? (await askFolder(session));
  let draft = newDraft(workloadName(folder === '.' ? (session.named ?? 'workload') : folder), blueprint);
  for (const section of options.rulesFirst ? rulesFirst(blueprint) : sectionsOf(blueprint)) {
    session.ask.heading(section.title);
    draft = await section.ask(draft, session);
  }
  return { folder, answers: answersOf(await confirmed(draft, folder, session)) };
}

function rulesFirst(blueprint: Blueprint): readonly Section[] {
  const isRules = ({ title }: Section): boolean => title === 'Constitution';
  return [
    { title: 'Constitution', ask: (draft, session) => askRules(draft, session, true) },
    ...sectionsOf(blueprint).filter((one) => !isRules(one)),
  ];
}

async function confirmed(draft: Draft, folder: string, session: Session): Promise<Draft> {
  const { lines, errors } = summarize(draft, folder, session);
  session.ask.heading('Summary');
  session.ask.say([...lines, ...errors.map((one) => `  ✗ ${one}`), ''].join('\n'));
  const back = sectionsOf(draft.blueprint).map((section) => ({
    value: section as Section | 'write' | 'cancel',
    name: `go back to: ${section.title}`,
  }));
  const write = {
    value: 'write' as const,
    name: 'write it',
    ...(errors.length > 0 && { disabled: 'something is still to be settled' }),
  };
  const next = await session.ask.choose<Section | 'write' | 'cancel'>({
    message: errors.length > 0 ? 'Where shall we go back to?' : 'All as you want it?',
    choices: [write, ...back, { value: 'cancel', name: 'cancel; nothing is written' }],
  });
  if (next === 'cancel') throw new Cancelled('cancelled');
  return next === 'write' ? draft : confirmed(await next.ask(draft, session), folder, session);
}

/** The first question, where there is a choice. */
async function askBlueprint({ ask }: Session): Promise<Blueprint> {
  if (blueprints.length < 2) return defaultBlueprint;
  return ask.choose({
    message: 'What do you want to build?',
    choices: blueprints.map((one) => ({ value: one, name: one.title, description: one.description })),
    default: defaultBlueprint,
  });
}

/** Asked for where a generator was started without one. */
export async function askFolder({ ask, engine }: Session, isThere = false): Promise<string> {
  return ask.text({
    message: isThere ? 'Folder of the workspace' : 'Folder of the new workspace',
    default: isThere ? '.' : 'my-workload',
    problem: (folder) => {
      const found = engine.look(folder);
      if (isThere) return found.kind === 'workspace' ? undefined : 'There is no workspace in it.';
      if (found.kind === 'workspace') return 'It is a workspace already; use avm in it.';
      return found.kind === 'taken' ? found.why : undefined;
    },
  });
}
