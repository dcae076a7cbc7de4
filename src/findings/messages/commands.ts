import { shell } from '../../text/escape.ts';

/** `path=value`, `path=value or more`, `path=value with …`, and `path=value, or …`. */
const assignment = /^([\w.-]+)=(\[[^\]]*\]|[^\s,]+)(?: (with .+)| or (?:more|less)|,.*)?$/;

/** What is said as `path=value`, and what is said of the value; undefined where it is said in other words. */
export function fixParts(text: string): { readonly assigned: string; readonly hint?: string } | undefined {
  const [, path, value = ''] = assignment.exec(text) ?? [];
  if (path === undefined) return undefined;
  const assigned = `${path}=${value}`;
  const hint = text.slice(assigned.length).trim();
  return { assigned, ...(hint !== '' && { hint }) };
}

/** Where a remedy is for. */
export interface Placed {
  readonly environment?: string;
  /** Path in avm.yaml. */
  readonly answer?: string;
}

/** The command that sets what is said as `path=value`; undefined where it is said in other words. */
export function setCommand(text: string, { environment }: Placed = {}): string | undefined {
  const [, path, value] = assignment.exec(text) ?? [];
  if (path === undefined || value === undefined) return undefined;
  const given = shell(`${path}=${value === '…' ? 'VALUE' : value}`);
  return `avm set ${given}${environment === undefined ? '' : ` --env ${shell(environment)}`}`;
}

/** The command that gives a value to the setting that a finding is about. */
export function setItCommand({ answer = 'PATH', environment }: Placed): string {
  const [, own, below] = /^environments\.([^.]+)\.(.+)$/.exec(answer) ?? [];
  const path = (below ?? answer).replace(/^spec\./, '');
  const where = own ?? environment;
  return `avm set ${shell(`${path}=VALUE`)}${where === undefined ? '' : ` --env ${shell(where)}`}`;
}

/** A remedy that can be copied where a setting is the fix, and names it otherwise. */
export function toFix(text: string, placed: Placed = {}): string {
  const command = setCommand(text, placed);
  if (command === undefined) return `To fix it, set ${text}.`;
  const [, , , hint] = assignment.exec(text) ?? [];
  return `To fix it, run${hint === undefined ? '' : ` this ${hint}`}: ${command}`;
}
