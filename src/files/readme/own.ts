import type { Reason } from '../../bicep/value.ts';
import { isRuleOn, satisfiedIn } from '../../resolve/requirements.ts';
import type { Requirement } from '../../resolve/requirement.ts';
import { enumerate } from '../../text/enumerate.ts';
import type { Workspace } from './sides.ts';

/** A custom requirement, as the README and the documents describe it. */
export interface OwnRequirement extends Requirement {
  readonly answer: string;
  /** What satisfies it in this workspace, other than a person: titles of components, ids of rules. */
  readonly by: readonly string[];
  /** Names of the components among these. */
  readonly parts: readonly string[];
  /** `Storage account, SEC-018 and a person`; empty where nothing does. */
  readonly satisfiedBy: string;
  /** The environments it is satisfied in, where these are not all; empty where there is none. */
  readonly limited: string;
  readonly reason: Reason;
}

export function ownRequirements(workspace: Workspace): readonly OwnRequirement[] {
  return [...workspace.spec.requirements.values()].flatMap((one) =>
    one.answer === undefined ? [] : [told({ ...one, answer: one.answer }, workspace)],
  );
}

function told(one: Requirement & { readonly answer: string }, workspace: Workspace): OwnRequirement {
  const { spec, plan, sides } = workspace;
  const components = plan.components.filter(({ name }) => one.components.includes(name));
  const by = [...components.map(({ title }) => title), ...one.rules.filter((id) => isRuleOn(id, spec))];
  const met = satisfiedIn(one, spec);
  const where = sides.filter((side) => met.some((view) => view.environment === side.environment));
  return {
    ...one,
    by,
    parts: components.map(({ name }) => name),
    satisfiedBy: enumerate([...by, ...(one.task === undefined ? [] : ['a person'])]),
    limited: where.length === 0 || where.length === sides.length ? '' : workspace.where(where),
    reason: { ids: [one.id], answers: [one.answer] },
  };
}
