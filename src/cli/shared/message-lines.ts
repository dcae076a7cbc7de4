import { plain } from '../../findings/characters.ts';
import type { Severity } from '../../findings/finding.ts';
import type { Paint } from './terminal.ts';

/** What is said in a terminal, of a finding as of a command that was called wrongly. */
export interface Told {
  readonly severity: Severity;
  readonly code: string;
  readonly what: string;
  /** `avm.yaml:12:3`, as editors and problem matchers read it. */
  readonly at?: string | undefined;
  /** Further places, a line each. */
  readonly places?: readonly string[] | undefined;
  readonly remedy?: string | undefined;
}

const styles = { error: 'red', warning: 'yellow', note: 'cyan' } as const;

/** `file:line:column: error[code]: what happened.`, then each place, then the remedy. */
export function messageLines(
  { severity, code, what, at = '', places = [], remedy = '' }: Told,
  paint: Paint,
): readonly string[] {
  const head = paint([styles[severity], 'bold'], `${severity}[${plain(code)}]`);
  return [
    `${at === '' ? '' : `${plain(at)}: `}${head}: ${plain(what)}`,
    ...places.map((one) => `    ${paint('dim', plain(one))}`),
    ...(remedy === '' ? [] : [`    ${plain(remedy)}`]),
  ];
}
