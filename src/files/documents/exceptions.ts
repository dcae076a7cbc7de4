import { givenUp } from '../../../avm-catalog/azure/secure-defaults.ts';
import type { Reason } from '../../bicep/value.ts';
import type { PlanResource } from '../../plan/plan.ts';
import { linterRules } from '../linter-rules.ts';
import type { Workspace } from '../readme/sides.ts';
import type { WaiverRow } from './waivers.ts';

/** A row of Complexity Tracking: what is not as it should be, why, and what else was thought of. */
interface Exception {
  readonly code: string;
  readonly what: string;
  readonly why: string;
  readonly instead: string;
  /** The answer that says so. */
  readonly said: string;
  readonly reason: Reason;
}

interface BrokenRule {
  readonly id: string;
  readonly where: string;
  readonly what: string;
  readonly instead: string;
  readonly answer: string;
  readonly isWaived: boolean;
  readonly reason: Reason;
}

/** Native resources, defaults given up, linter rules that are off, wishes that are not followed, waivers. */
export function exceptions(
  workspace: Workspace,
  checks: readonly { readonly breaks: readonly BrokenRule[] }[],
  waivers: readonly WaiverRow[],
): readonly Exception[] {
  const { resources } = workspace.plan;
  return [
    ...resources.flatMap((one) => withoutModule(one, workspace)),
    ...resources.flatMap((one) => withoutDefault(one, workspace)),
    ...linterOff(workspace),
    ...checks.flatMap(({ breaks }) => breaks.filter(({ isWaived }) => !isWaived).map(notFollowed)),
    ...waivers.map(notFollowedYet),
  ];
}

function withoutModule(one: PlanResource, workspace: Workspace): readonly Exception[] {
  if (one.kind !== 'native') return [];
  const { symbol, comment, exception, component, reason } = one;
  return [
    {
      code: symbol,
      what: 'is a native resource',
      why: comment,
      instead: exception,
      said: '',
      reason: workspace.reason(reason.ids, component),
    },
  ];
}

function withoutDefault(one: PlanResource, workspace: Workspace): readonly Exception[] {
  if (one.kind !== 'module') return [];
  return givenUp
    .filter(({ module }) => one.module === `avm/res/${module}`)
    .map(({ parameter, why }) => ({
      code: one.symbol,
      what: `gives up its module’s secure default of ${parameter}`,
      why,
      instead: 'the default does not give what is asked for',
      said: '',
      reason: workspace.reason(['ARC-004', ...one.reason.ids], one.component),
    }));
}

function linterOff(workspace: Workspace): readonly Exception[] {
  return linterRules
    .filter(({ level }) => level === 'off')
    .map(({ code, why }) => ({
      code,
      what: 'is switched off in bicepconfig.json',
      why: why.replace(/\.$/, ''),
      instead: 'as a warning it does the same',
      said: '',
      reason: workspace.reason(['ARC-003']),
    }));
}

function notFollowed({ id, where, what, instead, answer, reason }: BrokenRule): Exception {
  return {
    code: id,
    what: `is not followed (${where})`,
    why: what,
    instead: `not answered so: ${instead}`,
    said: answer,
    reason,
  };
}

function notFollowedYet({ id, rule, where, resources, why, approvedBy, until, reason }: WaiverRow): Exception {
  const which = resources.length === 0 ? where : `${where}: ${resources.map(({ code }) => code).join(', ')}`;
  return {
    code: rule,
    what: `is waived by ${id} (${which})`,
    why,
    instead: `put off until ${until}; ${approvedBy} answers for it`,
    said: '',
    reason,
  };
}
