/** How much a finding weighs: an error fails the command, a warning and a note do not. */
export type Severity = 'error' | 'warning' | 'note';

/** Where a finding is; every part that is known is given. */
export interface Place {
  /** Path inside the workspace, with forward slashes. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  /** Path in avm.yaml, such as `spec.network.addressSpace`. */
  readonly answer?: string;
  readonly environment?: string;
  /** Symbolic name in main.bicep, or the id of a predicted resource. */
  readonly resource?: string;
}

export type FindingArguments = Readonly<Record<string, string | number | readonly string[]>>;

/** What a check says, as data; `describe` in messages.ts makes prose of it. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly where: Place;
  /** Ids of the rules and requirements it concerns, sorted. */
  readonly ids: readonly string[];
  readonly args: FindingArguments;
}

/** True where a finding fails the command. */
export function hasError(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}
