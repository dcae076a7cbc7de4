import ownRequirement from '../../../templates/documents/own-requirement.md.hbs';
import template from '../../../templates/documents/spec.md.hbs';
import valueInWords from '../../../templates/documents/value.md.hbs';
import { sharedPath } from '../../answers/version.ts';
import type { Reason } from '../../bicep/value.ts';
import type { GeneratedFile } from '../file-set.ts';
import { prerequisitesOf } from '../readme/documented.ts';
import { mirrorOf } from '../readme/prerequisites.ts';
import type { Workspace } from '../readme/sides.ts';
import type { OwnRequirement } from '../readme/own.ts';
import { enumerate } from '../../text/enumerate.ts';
import { renderFile } from '../render.ts';
import { criteriaOf, inScope, requirementSides, storiesOf } from './scope.ts';
import type { Specified } from './subject.ts';
import { byEnvironment } from './values.ts';
import { namesOf } from '../../../avm-catalog/kernel/documents.ts';

export function specDocument(subject: Specified): GeneratedFile {
  const { workspace, name, feature } = subject;
  const model = {
    name,
    feature,
    description: workspace.spec.workload.description,
    problem: workspace.spec.blueprint.content.problem,
    constraints: workspace.spec.blueprint.content.constraints,
    environments: enumerate(namesOf(workspace.sides)),
    sessions: sessionsOf(subject),
    stories: storiesOf(subject),
    edgeCases: inScope(subject, workspace.spec.blueprint.content.edgeCases),
    ownEdgeCases: lines(workspace, workspace.spec.edgeCases, 'edgeCases'),
    exclusions: lines(
      workspace,
      workspace.spec.exclusions.map(({ what, why = '' }) => ({ what, why })),
      'exclusions',
    ),
    assumptions: lines(
      workspace,
      workspace.spec.assumptions.map((what) => ({ what })),
      'assumptions',
    ),
    ...requirementsByKind(subject),
    targets: targetsOf(workspace),
    targetSides: workspace.sides.map(({ environment }) => environment),
    criteria: criteriaOf(subject),
    own: ownLines(subject.own),
    outOfScope: outOfScope(subject),
    hasOutOfScope: outOfScope(subject).length + workspace.spec.exclusions.length > 0,
    inputs: inputsOf(subject),
    isOpen: subject.isOpen,
    mirror: mirrorOf(workspace),
    dependencies: prerequisitesOf(workspace).map(({ dependency, fact: { reason } }) => ({ dependency, reason })),
    outside: enumerate(prerequisitesOf(workspace).flatMap((one) => one.changes ?? [])),
  };
  return renderFile(`${subject.folder}/spec.md`, template, model, subject.reason, {
    ownRequirement,
    value: valueInWords,
  });
}

function requirementsByKind({ requirements, workspace }: Specified) {
  const { nonFunctional: ids = [] } = workspace.spec.blueprint.content;
  const all = requirements.map((one) => {
    const sides = requirementSides(workspace, one.id);
    return { ...one, limited: sides.length === workspace.sides.length ? '' : workspace.where(sides) };
  });
  return {
    requirements: all.filter(({ id }) => !ids.includes(id)),
    nonFunctional: all.filter(({ id }) => ids.includes(id)),
  };
}

/** Each target by environment, and what the settings show of it. */
function targetsOf(workspace: Workspace) {
  return workspace.spec.components.flatMap(({ name, targetRows = [] }) =>
    targetRows.map(({ path, title, cell, evidence }) => ({
      title,
      cells: workspace.sides.map((side) => cell(side)),
      evidence: evidence(workspace) ?? null,
      reason: { ...workspace.because(name), answers: [sharedPath(path, workspace.spec.version)] } satisfies Reason,
    })),
  );
}

function inputsOf(subject: Specified) {
  const { sides, spec } = subject.workspace;
  const asked = spec.blueprint.content.userInputs.filter(({ value }) =>
    sides.some((side) => value(side) !== undefined),
  );
  return inScope(subject, asked).map((one) => ({
    what: one.what,
    values: byEnvironment(subject.workspace, (side) => one.value(side)),
    reason: {
      ...one.reason,
      answers: [one.path.startsWith('/') ? one.path.slice(1) : sharedPath(one.path, spec.version)],
    },
  }));
}

function ownLines(own: readonly OwnRequirement[]) {
  const of = (kind: OwnRequirement['kind']) =>
    own.filter((one) => one.kind === kind).map((one) => ({ ...one, story: one.story ?? '' }));
  return { functional: of('functional'), constraints: of('constraint'), success: of('success') };
}

function outOfScope({ workspace }: Specified) {
  return [...workspace.spec.requirements.values()].flatMap(({ id, statement, outOfScope: why }) =>
    why === undefined
      ? []
      : [
          {
            id,
            statement,
            why,
            reason: { ...workspace.reason(['environments']), answers: [`requirements.outOfScope.${id}`] },
          },
        ],
  );
}

/** Lines of a person's, each with the setting it comes from. */
function lines<T extends object>(workspace: Workspace, given: readonly T[], key: string) {
  return given.map((one, index) => ({
    ...one,
    reason: { ...workspace.reason(['environments']), answers: [`requirements.${key}.${index}`] } satisfies Reason,
  }));
}

/** What was clarified, day by day. */
function sessionsOf({ workspace }: Specified) {
  const { clarifications } = workspace.spec;
  return [...new Set(clarifications.map(({ on }) => on))].toSorted().map((day) => {
    const own = clarifications.filter(({ on }) => on === day);
    const reasons = own.map(({ id, about }): Reason => ({
      ...workspace.reason(['environments']),
      answers: [`clarifications.${id}`, ...(about === undefined ? [] : [about])],
    }));
    return {
      day,
      reason: {
        ...workspace.reason(['environments']),
        answers: own.map(({ id }) => `clarifications.${id}`),
      } satisfies Reason,
      clarifications: own.map((one, index) => ({ ...one, reason: reasons[index] })),
    };
  });
}
