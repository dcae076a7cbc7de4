import { states, type State } from '../../avm-catalog/constitution/state.ts';
import { enumerate } from '../text/enumerate.ts';
import type { EnvironmentState, RuleState } from './states.ts';

/** `Compliant`, or by environment where it differs: `Waived (W-001) in dev; Not applicable (there is no data disk) in prod`. */
export function stateText({ environments }: Pick<RuleState, 'environments'>): string {
  return grouped(environments, (one) => one.state + aside(one));
}

/** The same of its settings alone; `None` where no setting is about the rule. */
export function settingsText({ environments }: Pick<RuleState, 'environments'>): string {
  return grouped(environments, ({ settings = 'None' }) => settings);
}

/** What its states rest on, each reason once. */
export function whyText({ environments }: Pick<RuleState, 'environments'>): string {
  return grouped(
    environments,
    ({ why }) => why,
    (said, where) => `${where}: ${said}`,
  );
}

/** What waives it, or why there is nothing to evaluate. */
function aside({ state, why, findings }: EnvironmentState): string {
  if (state === 'Not applicable') return ` (${why})`;
  if (state !== 'Waived') return '';
  const ids = findings.flatMap(({ code, args }) => (code === 'rule-waived' ? [args.waiver] : []));
  return ` (${[...new Set(ids)].join(', ')})`;
}

/** What is said of all alike is said once. */
function grouped(
  all: readonly EnvironmentState[],
  text: (one: EnvironmentState) => string,
  placed = (said: string, where: string): string => `${said} in ${where}`,
): string {
  const texts = [...new Set(all.map(text))];
  if (texts.length < 2) return texts.join('');
  const where = (said: string): string =>
    enumerate(all.filter((one) => text(one) === said).map(({ environment }) => environment));
  return texts.map((said) => placed(said, where(said))).join('; ');
}

/** `3 Compliant, 1 Not evaluated`, the states that decide first; empty where there is no rule. */
export function tallyStates(all: readonly { readonly state: State }[]): string {
  return states
    .map((state) => [all.filter((one) => one.state === state).length, state] as const)
    .flatMap(([count, state]) => (count === 0 ? [] : [`${count} ${state}`]))
    .join(', ');
}
