import type { Reason } from '../../bicep/value.ts';
import { ruleAnswer } from '../../resolve/rule-answer.ts';
import { settingsStates, type RuleState } from '../../resolve/states.ts';
import type { Standing } from '../standing.ts';
import { idLines } from '../readme/lookup.ts';
import type { Workspace } from '../readme/sides.ts';
import type { OwnRequirement } from '../readme/own.ts';

/** What the documents of spec-driven development are about, as all of them read it. */
export interface Specified {
  readonly workspace: Workspace;
  readonly name: string;
  /** `001-legacyapp` */
  readonly feature: string;
  /** Where Spec Kit looks for the documents of the feature. */
  readonly folder: string;
  /** Requirements of the blueprint that something here is there for. */
  readonly requirements: ReturnType<typeof idLines>['requirements'];
  readonly own: readonly OwnRequirement[];
  /** Rules that are on, each with its state as far as it is known before `avm check`. */
  readonly rules: readonly RuleState[];
  /** Why a line says what it says of all of them. */
  readonly allRules: Reason;
  /** `avm clarify` has questions. */
  readonly isOpen: boolean;
  /** Why a document is there at all. */
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
    feature: `001-${name}`,
    folder: `specs/001-${name}`,
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

/** A rule, as the reason of what is said of it. */
export function ruleReason(id: string): Reason {
  return rulesReason([id]);
}

/** Rules that a line counts or lists; `ids` are what it is there for, where it is not there for them. */
export function rulesReason(rules: readonly string[], ids = rules): Reason {
  return { ids, answers: rules.map(ruleAnswer) };
}
