import type { Finding, Severity } from '../findings/finding.ts';
import type { Plan } from '../plan/plan.ts';
import type { Spec } from '../resolve/spec.ts';

/** Text by path inside the workspace. */
export type DocumentTexts = ReadonlyMap<string, string>;

export interface Sources {
  readonly plan: Plan;
  readonly spec: Spec;
  /** Findings of answers and plan. */
  readonly findings: readonly Finding[];
  /** What is analysed. */
  readonly texts: DocumentTexts;
  /** The same files as the settings generate them; an unchanged text isn't compared. */
  readonly expected: DocumentTexts;
  /** IDs that a line of the template, of a parameter file, or of a script or another file that a tool reads implements. */
  readonly served: ReadonlySet<string>;
  /** Whether there is a file or folder at a path inside the workspace. */
  readonly exists: (path: string) => boolean;
}

/** The passes of Spec Kit, in its order, each with its letter. */
export const passes = {
  duplication: 'A',
  ambiguity: 'B',
  underspecification: 'C',
  constitution: 'D',
  coverage: 'E',
  inconsistency: 'F',
} as const;
export type Pass = keyof typeof passes;

export const weights = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] as const;
export type SpecKitSeverity = (typeof weights)[number];

/** What Spec Kit's severities are as those of a finding: what is critical or high fails the command. */
export const severities: Readonly<Record<SpecKitSeverity, Severity>> = {
  CRITICAL: 'error',
  HIGH: 'error',
  MEDIUM: 'warning',
  LOW: 'note',
};

export type AnalysisFinding = Finding & {
  /** `E-FR-101-no-task`: letter of the pass, what it is about, what it says; an edit elsewhere does not change it. */
  readonly id: string;
  readonly pass: Pass;
  readonly weight: SpecKitSeverity;
};

/** Of one requirement or success criterion, what there is for it. */
export interface Coverage {
  readonly id: string;
  readonly tasks: readonly string[];
  /** Stories that are for it. */
  readonly stories: readonly string[];
}

export interface Metrics {
  readonly requirements: number;
  readonly tasks: number;
  /** Requirements and success criteria that have a task. */
  readonly covered: number;
  readonly ambiguities: number;
  readonly duplications: number;
  readonly critical: number;
}

export interface Analysis {
  /** By pass, then by file and line. */
  readonly findings: readonly AnalysisFinding[];
  readonly coverage: readonly Coverage[];
  readonly metrics: Metrics;
  /** Paths of what was read, sorted. */
  readonly read: readonly string[];
}
