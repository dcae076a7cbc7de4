import type { Reason } from '../../bicep/value.ts';
import { counted } from '../../findings/tally.ts';
import { breaksOf } from '../../resolve/rule-words.ts';
import { capital } from '../../text/pascal.ts';
import { rulesReason } from '../documents/subject.ts';
import { idLines } from './lookup.ts';
import type { Workspace } from './sides.ts';

/** What avm.yaml leaves open: a rule that is off, a recommendation that the settings do not follow, a requirement without a component. */
interface Improvement {
  readonly id: string;
  readonly what: string;
  readonly now: string;
  readonly reason: Reason;
}

export function improvements(workspace: Workspace): readonly Improvement[] {
  return [...notFollowed(workspace), ...rulesOff(workspace), ...notImplemented(workspace)];
}

/** Breaks of a MUST write no files, and what is waived is a limitation. */
function notFollowed(workspace: Workspace): readonly Improvement[] {
  const { spec, sides } = workspace;
  return spec.rules.flatMap((rule) => {
    const { id, title } = rule.definition;
    const open = rule.level === 'off' ? [] : breaksOf(rule, spec).filter(({ isWaived }) => !isWaived);
    const texts = [...new Set(open.map(({ what }) => what))].map((what) => {
      const where = open.filter((one) => one.what === what).map(({ view }) => view.environment);
      return `${capital(what)} (${workspace.where(sides.filter(({ environment }) => where.includes(environment)))}).`;
    });
    if (texts.length === 0) return [];
    return { id, what: `Comply with the rule “${title}”`, now: texts.join(' '), reason: rulesReason([id]) };
  });
}

function rulesOff(workspace: Workspace): readonly Improvement[] {
  const always = workspace.reason(['environments']);
  return workspace.spec.rules.flatMap(({ definition: { id, title }, level }) =>
    level === 'off'
      ? [{ id, what: `Turn on the rule “${title}”`, now: 'The rule is off.', reason: rulesReason([id], always.ids) }]
      : [],
  );
}

function notImplemented(workspace: Workspace): readonly Improvement[] {
  const implemented = new Set(idLines(workspace).requirements.map(({ id }) => id));
  return [...workspace.spec.requirements.values()]
    .filter((one) => one.answer === undefined && one.outOfScope === undefined && !implemented.has(one.id))
    .map(({ id, statement }) => ({
      id,
      what: statement,
      now: 'No enabled component implements the requirement.',
      reason: workspace.reason(['environments']),
    }));
}

/** How many resources the template declares itself; null where there is none. */
export function natives(workspace: Workspace): { readonly count: string; readonly reason: Reason } | null {
  const count = workspace.plan.resources.filter(({ kind }) => kind === 'native').length;
  return count === 0 ? null : { count: counted(count, 'resource'), reason: workspace.reason(['ARC-001']) };
}
