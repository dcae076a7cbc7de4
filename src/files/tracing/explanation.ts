import type { Declaration } from '../../bicep/declarations.ts';
import type { Plan, PlanComponent } from '../../plan/plan.ts';
import type { Spec } from '../../resolve/spec.ts';
import type { FileSet } from '../file-set.ts';
import type { Answered } from './answered.ts';
import type { Meaning } from './meaning.ts';

/** A workspace as it was generated. */
export interface Traced {
  readonly spec: Spec;
  readonly plan: Plan;
  readonly files: FileSet;
}

/** Why some lines that belong together are there. */
export interface Explanation {
  readonly file: string;
  /** 1-based, inclusive. */
  readonly from: number;
  readonly to: number;
  readonly text: readonly string[];
  readonly because: readonly Meaning[];
  readonly component: Pick<PlanComponent, 'name' | 'title' | 'environments'> | null;
  /** What of main.bicep it is part of, where that can be told. */
  readonly declaration: TracedDeclaration | null;
  /** Never empty: what no answer asks for comes from the blueprint that was chosen. */
  readonly answers: readonly Answered[];
  /** Of lines of avm.yaml: what comes of them. */
  readonly shapes: Shaped | null;
}

export interface TracedDeclaration extends Pick<Declaration, 'kind' | 'name' | 'from' | 'to'> {
  /** Module with its version, or type; empty for anything but a resource. */
  readonly is: string;
  readonly environments: readonly string[];
}

/** What comes of an answer. */
interface Shaped {
  readonly parameters: readonly string[];
  readonly components: readonly string[];
}
