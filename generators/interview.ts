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
  session.ask.say(opening(session));
  const blueprint = session.blueprint ?? (await askBlueprint(session));
  const folder = session.folder ?? (await askFolder(session));
  const name = workloadName(folder === '.' ? (session.named ?? 'workload') : folder);
  let draft = newDraft(name, blueprint, session.preset?.(name, blueprint));
  for (const section of options.rulesFirst ? rulesFirst(blueprint) : sectionsOf(blueprint)) {
    session.ask.heading(section.title);
    draft = await section.ask(draft, session);
  }
  return { folder, answers: answersOf(await confirmed(draft, folder, session)) };
}

function opening({ preset }: Session): string {
  const known = preset ? ' What you set already isn’t asked.' : '';
  return `This takes about 5 minutes. Press Enter to accept the proposed answer.${known} At the end you can go back to each part. Nothing is written before you confirm.`;
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
    name: 'create it',
    ...(errors.length > 0 && { disabled: 'resolve the errors first' }),
  };
  const next = await session.ask.choose<Section | 'write' | 'cancel'>({
    message: errors.length > 0 ? 'Which section do you want to change?' : 'Create this workspace?',
    choices: [write, ...back, { value: 'cancel', name: 'cancel (nothing is written)' }],
    isLast: true,
  });
  if (next === 'cancel') throw new Cancelled('cancelled');
  return next === 'write' ? draft : confirmed(await next.ask({ ...draft, isReviewed: true }, session), folder, session);
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
      if (isThere) return found.kind === 'workspace' ? undefined : 'The folder has no workspace.';
      if (found.kind === 'workspace') return 'The folder is already a workspace. To change it, run avm in that folder.';
      return found.kind === 'taken' ? found.why : undefined;
    },
  });
}
