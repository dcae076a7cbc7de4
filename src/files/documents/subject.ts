import { featureOf, specFolder } from '../../answers/feature.ts';
import type { Reason } from '../../bicep/value.ts';
import { ruleAnswer } from '../../resolve/rule-answer.ts';
import { settingsStates, type RuleState } from '../../resolve/states.ts';
import type { Standing } from '../standing.ts';
import { idLines } from '../readme/lookup.ts';
import type { Workspace } from '../readme/sides.ts';
import type { OwnRequirement } from '../readme/own.ts';

/** The input of all documents of spec-driven development. */
export interface Specified {
  readonly workspace: Workspace;
  readonly name: string;
  /** `001-legacyapp` */
  readonly feature: string;
  /** Where Spec Kit looks for the documents of the feature. */
  readonly folder: string;
  /** Implemented requirements of the blueprint. */
  readonly requirements: ReturnType<typeof idLines>['requirements'];
  readonly own: readonly OwnRequirement[];
  /** Rules that are on, each with the state that is known before `avm check`. */
  readonly rules: readonly RuleState[];
  /** The reason of a line about all of them. */
  readonly allRules: Reason;
  /** `avm clarify` has questions. */
  readonly isOpen: boolean;
  /** The reason of a document as a whole. */
  readonly reason: Reason;
}

export function subjectOf(workspace: Workspace, { isOpen, findings }: Standing): Specified {
  const { spec } = workspace;
  const { name } = spec.workload;
  const { requirements, own } = idLines(workspace);
  const rules = settingsStates(spec, findings);
  const reason = workspace.reason(['ARC-001', 'environments']);
  return {
    workspace,
    name,
    feature: featureOf(spec.workload),
    folder: specFolder(spec.workload),
    requirements,
    own,
    rules,
    allRules: rulesReason(
      rules.map(({ rule }) => rule.definition.id),
      reason.ids,
    ),
    isOpen,
    reason,
  };
}

/** A rule as the reason of a line. */
export function ruleReason(id: string): Reason {
  return rulesReason([id]);
}

/** Rules that a line counts or lists; `ids` are its reason if it isn't these rules. */
export function rulesReason(rules: readonly string[], ids = rules): Reason {
  return { ids, answers: rules.map(ruleAnswer) };
}
