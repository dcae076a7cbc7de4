import { examples as catalogExamples } from '../../../avm-catalog/blueprints/help.ts';
import { tracedIds } from '../shared/gone-requirements.ts';
import { setAnswers } from '../../answers/edit.ts';
import { parseAnswers } from '../../answers/parse.ts';
import {
  firstNumber,
  idPrefixes,
  requirementSections,
  sectionOf,
  type RequirementAnswers,
  type RequirementSection,
} from '../../answers/requirements.ts';
import type { Assignment } from './assignments.ts';
import { UsageFailure } from '../shared/failure.ts';
import type { Edited } from '../shared/workspace.ts';
import { ownValue } from '../../bicep/own.ts';

/** The arguments of `avm add` for requirements, with the section of avm.yaml that each adds to. */
export const requirementKinds: Readonly<Record<string, RequirementSection>> = {
  requirement: 'functional',
  story: 'stories',
  constraint: 'constraints',
  criterion: 'success',
};

const examples: Readonly<Record<RequirementSection, string>> = {
  functional: `--set statement="Files MUST be kept for ten years." --set satisfiedBy.components=${catalogExamples.keeps}`,
  stories:
    '--set title="Find a file" --set priority=P1 --set why="…" --set test="…" --set "scenarios=[{given: …, when: …, then: …}]"',
  constraints: '--set statement="Data MUST stay in the European Union." --set satisfiedBy.rules=TST-001',
  success: '--set statement="A restore takes less than an hour." --set satisfiedBy.task="Measure it every quarter."',
};

/** A custom story, requirement, constraint, or criterion, with the next free number. */
export function ownRequirement(root: string, text: string, what: string, given: readonly Assignment[]): Edited {
  const section = ownValue(requirementKinds, what) ?? 'functional';
  if (given.length === 0)
    throw new UsageFailure(`A ${what} needs values.`, `For example, run: avm add ${what} ${examples[section]}`);
  const parsed = parseAnswers(text);
  if ('findings' in parsed) return parsed;
  const id = nextId(section, [...givenIds(parsed.answers.requirements ?? {}), ...tracedIds(root)]);
  const answer = `requirements.${section}.${id}`;
  const changed = setAnswers(
    text,
    given.map(({ path, value }) => ({ path: `${answer}.${path}`, value })),
  );
  if ('findings' in changed) return changed;
  const where = { file: 'avm.yaml', answer };
  return { ...changed, notes: [{ code: 'requirement-added', severity: 'note', where, ids: [id], args: { id, what } }] };
}

function givenIds(given: RequirementAnswers): readonly string[] {
  return [...requirementSections.flatMap((section) => Object.keys(given[section] ?? {})), ...(given.retired ?? [])];
}

/** One more than the highest number that is or was used. */
function nextId(section: RequirementSection, ids: readonly string[]): string {
  const prefix = idPrefixes[section];
  const numbers = ids.filter((id) => sectionOf(id) === section).map((id) => Number(id.slice(prefix.length)));
  return `${prefix}${Math.max(firstNumber - 1, ...numbers) + 1}`;
}
