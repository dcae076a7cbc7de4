import { enumerate } from '../text/enumerate.ts';
import type { State } from '../../avm-catalog/constitution/state.ts';
import { tally } from '../findings/tally.ts';
import { toneOf, type Stage } from './stages.ts';
import type { Subject } from './subject.ts';
import { signs } from './words.ts';

/** What the check found, in a few words; nothing is Compliant that wasn't evaluated. */
export function verdict({ request: { check }, rules }: Subject, stages: readonly Stage[]) {
  const open = stages.filter((one) => one.why !== '');
  const left = open.length === 0 ? '' : ` Not evaluated: ${enumerate(open.map(({ title }) => title.toLowerCase()))}.`;
  const said = tally(check.findings);
  const tone = toneOf(check.findings);
  if (tone === 'bad') {
    const isWrong = stages.some((one) => one.tone === 'bad' && one.why === '');
    return { tone, sign: signs[tone], title: said, text: fault(rules, isWrong) + left };
  }
  const kept = said === '' ? '' : ` ${said}.`;
  if (open.length > 0)
    return { tone: 'none', sign: signs.none, title: 'No error in what was evaluated', text: `${kept}${left}`.trim() };
  return { tone, sign: signs[tone], title: whole(rules), text: kept.trim() };
}

/** Errors of files, of the compiler, or of limits make no rule Noncompliant. */
function fault(rules: Subject['rules'], isWrong: boolean): string {
  if (hasMust(rules, 'Noncompliant')) return 'This workspace is Noncompliant.';
  return isWrong ? 'This workspace has errors; see the findings.' : 'This workspace could not be evaluated.';
}

/** True if a MUST has the state in an environment. */
function hasMust(rules: Subject['rules'], state: State): boolean {
  return rules.some(
    ({ rule, environments }) => rule.level === 'must' && environments.some((one) => one.state === state),
  );
}

function whole(rules: Subject['rules']): string {
  const has = (state: State): boolean => hasMust(rules, state);
  const but = (['Waived', 'Not evaluated', 'Not applicable'] as const).filter(has);
  return `Every MUST is ${enumerate(['Compliant', ...but], 'or')}`;
}
