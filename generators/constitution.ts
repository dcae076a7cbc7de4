import type { RuleDefinition } from '../avm-catalog/constitution/rule.ts';
import { rules } from '../avm-catalog/constitution/rules/index.ts';
import type { Answers, RuleAnswer } from '../src/answers/answers.ts';
import { draftOf, newDraft } from './draft.ts';
import { interview } from './interview.ts';
import { askRules } from './rules.ts';
import type { Generator, NewWorkspace, Session, WorkspaceChange } from './session.ts';
import { ownValue } from '../src/bicep/own.ts';

/** In a workspace its rules are changed; elsewhere a new one begins with them. */
export const constitution: Generator<NewWorkspace | WorkspaceChange> = {
  name: 'constitution',
  description: 'the rules of a new or existing workspace',
  prompts: async (session) => {
    const folder = session.folder ?? (await askAnyFolder(session));
    const found = session.engine.look(folder);
    if (found.kind !== 'workspace') return interview({ ...session, folder }, { rulesFirst: true });
    const before = otherThanRecommended(found.answers);
    const { name, blueprint } = draftOf(found.answers);
    const { rules: after } = await askRules({ ...newDraft(name, blueprint), rules: before }, session, true);
    const settings = rules.flatMap((rule) => differences(rule, ownValue(before, rule.id), ownValue(after, rule.id)));
    return { folder, components: [], environments: [], settings };
  },
};

async function askAnyFolder(session: Session): Promise<string> {
  return session.ask.text({
    message: 'Folder of the workspace, new or existing',
    default: 'my-workload',
    problem: (folder) => {
      const found = session.engine.look(folder);
      return found.kind === 'taken' ? found.why : undefined;
    },
  });
}

type Values = Readonly<Record<string, unknown>>;

/** Level and parameters of a rule, completed. */
function valuesOf({ level, parameters }: RuleDefinition, answer: RuleAnswer | undefined): Values {
  return { level, ...parameters.defaults, ...(typeof answer === 'object' ? answer : answer && { level: answer }) };
}

function otherThanRecommended(answers: Answers): Readonly<Record<string, RuleAnswer>> {
  const given = answers.constitution.rules;
  return Object.fromEntries(
    Object.entries(given).filter(([id]) =>
      rules.some((rule) => rule.id === id && differences(rule, undefined, ownValue(given, id)).length > 0),
    ),
  );
}

function differences(
  rule: RuleDefinition,
  before: RuleAnswer | undefined,
  after: RuleAnswer | undefined,
): WorkspaceChange['settings'] {
  const old = valuesOf(rule, before);
  return Object.entries(valuesOf(rule, after))
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(ownValue(old, name)))
    .map(([name, value]) => ({
      path: `${rule.id}.${name}`,
      value: typeof value === 'string' ? value : JSON.stringify(value),
    }));
}
