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
import type { Finding } from '../../findings/finding.ts';
import type { Spec } from '../../resolve/spec.ts';
import { WorkspaceError } from '../../workspace/errors.ts';
import { readTrace } from '../../workspace/trace.ts';
import type { Assignment } from './assignments.ts';
import { UsageFailure } from '../shared/failure.ts';
import type { Edited } from '../shared/workspace.ts';
import { ownValue } from '../../bicep/own.ts';

/** The words after `avm add`, with the section of avm.yaml that each adds to. */
export const requirementKinds: Readonly<Record<string, RequirementSection>> = {
  requirement: 'functional',
  story: 'stories',
  constraint: 'constraints',
  criterion: 'success',
};

const examples: Readonly<Record<RequirementSection, string>> = {
  functional: '--set statement="Files MUST be kept for ten years." --set satisfiedBy.components=storage-account',
  stories:
    '--set title="Find a file" --set priority=P1 --set why="…" --set test="…" --set "scenarios=[{given: …, when: …, then: …}]"',
  constraints: '--set statement="Data MUST stay in the European Union." --set satisfiedBy.rules=TST-001',
  success: '--set statement="A restore takes less than an hour." --set satisfiedBy.task="Measure it every quarter."',
};

/** A further story, requirement, constraint or criterion, with the next number of its kind. */
export function ownRequirement(root: string, text: string, what: string, given: readonly Assignment[]): Edited {
  const section = ownValue(requirementKinds, what) ?? 'functional';
  if (given.length === 0) throw new UsageFailure(`Say what the ${what} is.`, `avm add ${what} ${examples[section]}`);
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

/** One more than the highest number there is or was. */
function nextId(section: RequirementSection, ids: readonly string[]): string {
  const prefix = idPrefixes[section];
  const numbers = ids.filter((id) => sectionOf(id) === section).map((id) => Number(id.slice(prefix.length)));
  return `${prefix}${Math.max(firstNumber - 1, ...numbers) + 1}`;
}

/** Ids of one's own that something was there for when the workspace was last written. */
function tracedIds(root: string): readonly string[] {
  const trace = traceOf(root);
  const ids = [...(trace?.values() ?? [])].flatMap((runs) => runs.flatMap(({ reason }) => reason.ids));
  return [...new Set(ids)].filter((id) => sectionOf(id) !== undefined).toSorted();
}

/** A trace that cannot be read is written anew by the next render, and remembers nothing. */
function traceOf(root: string): ReturnType<typeof readTrace> {
  try {
    return readTrace(root);
  } catch (error) {
    if (error instanceof WorkspaceError) return undefined;
    throw error;
  }
}

/** Ids that were there when the workspace was last written, and now are neither there nor retired. */
export function goneRequirements(root: string, { requirements, stories, retired }: Spec): readonly Finding[] {
  const known = new Set([...requirements.keys(), ...stories.map(({ id }) => id), ...retired]);
  return tracedIds(root)
    .filter((id) => !known.has(id))
    .map((id) => ({
      code: 'requirement-gone',
      severity: 'note',
      where: { file: 'avm.yaml', answer: 'requirements.retired' },
      ids: [id],
      args: { id },
    }));
}
