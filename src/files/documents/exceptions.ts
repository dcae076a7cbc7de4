import { givenUp } from '../../../avm-catalog/azure/secure-defaults.ts';
import type { Reason } from '../../bicep/value.ts';
import type { PlanFile, PlanResource } from '../../plan/plan.ts';
import { fixParts } from '../../findings/messages/commands.ts';
import { linterRules } from '../linter-rules.ts';
import type { Workspace } from '../readme/sides.ts';
import type { WaiverRow } from './waivers.ts';

/** A row of Complexity Tracking: a deviation, its reason, and the rejected alternative. */
interface Exception {
  readonly code: string;
  readonly what: string;
  readonly why: string;
  readonly instead: string;
  /** The setting with the reason. */
  readonly said: string;
  /** What else is said of its value. */
  readonly hint?: string;
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

/** Native resources, secure defaults that are off, linter rules that are off, open recommendations, waivers. */
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
  const { symbol, comment } = one;
  const row = { code: symbol, why: comment, said: '', reason: workspace.reason(one.reason.ids, one.reason.component) };
  if (one.kind === 'native') return [{ ...row, what: 'is a native resource', instead: one.exception }];
  return one.kind === 'file' ? declaredInFile(one, row) : [];
}

/** Resources that a custom Bicep file declares, with the reason in the settings or in the file. */
function declaredInFile(
  { file, exception, answers }: PlanFile,
  row: Omit<Exception, 'what' | 'instead'>,
): readonly Exception[] {
  const types = [...new Set(file.resources.map(({ type }) => type))].toSorted();
  return types.map((type) => {
    const said = file.resources.flatMap((one) => (one.type === type && one.exception !== '' ? [one.exception] : []));
    const own = { ...row, what: `declares ${type} without a module` };
    if (said.length > 0) return { ...own, instead: [...new Set(said.map(withoutStop))].join('; ') };
    return exception === ''
      ? { ...own, instead: 'No reason is recorded' }
      : { ...own, instead: withoutStop(exception), said: answers.replace(/^spec\.|\.\w+$/g, '').concat('.reason') };
  });
}

const withoutStop = (text: string): string => text.replace(/\.$/, '');

function withoutDefault(one: PlanResource, workspace: Workspace): readonly Exception[] {
  if (one.kind !== 'module') return [];
  return givenUp
    .filter(({ module, symbol = one.symbol }) => one.module === `avm/res/${module}` && symbol === one.symbol)
    .map(({ parameter, why }) => ({
      code: one.symbol,
      what: `overrides its module’s secure default of ${parameter}`,
      why,
      instead: 'The secure default doesn’t meet the requirements',
      said: '',
      reason: workspace.reason(['ARC-004', ...one.reason.ids], one.reason.component),
    }));
}

function linterOff(workspace: Workspace): readonly Exception[] {
  return linterRules
    .filter(({ level }) => level === 'off')
    .map(({ code, why }) => ({
      code,
      what: 'is off in bicepconfig.json',
      why: why.replace(/\.$/, ''),
      instead: 'A warning would depend on the date or the network too',
      said: '',
      reason: workspace.reason(['ARC-003']),
    }));
}

function notFollowed({ id, where, what, instead, answer, reason }: BrokenRule): Exception {
  return {
    code: id,
    what: `is Noncompliant (${where})`,
    why: what,
    ...withoutFix(instead, answer),
    reason,
  };
}

/** The setting that would comply, and what is said of its value. */
function withoutFix(instead: string, answer: string): Pick<Exception, 'instead' | 'said' | 'hint'> {
  const { assigned, hint } = fixParts(instead) ?? {};
  return assigned === undefined
    ? { instead: `The compliant alternative isn’t used: ${instead}`, said: answer }
    : { instead: 'The compliant value isn’t set', said: assigned, ...(hint !== undefined && { hint }) };
}

function notFollowedYet({ id, rule, where, resources, why, approvedBy, until, reason }: WaiverRow): Exception {
  const which = resources.length === 0 ? where : `${where}: ${resources.map(({ code }) => code).join(', ')}`;
  return {
    code: rule,
    what: `is waived by ${id} (${which})`,
    why,
    instead: `Deferred until ${until}, approved by ${approvedBy}`,
    said: '',
    reason,
  };
}
