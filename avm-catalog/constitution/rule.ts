import type { Level, Category, Elsewhere } from './category.ts';
import type * as zod from 'zod';
import type { View } from '../kernel/view.ts';
import type { Zod } from '../kernel/context.ts';
import type { Estate, Violation } from './estate.ts';
import type { Attestation } from './custom/condition.ts';
import type { Flaw, Solution } from './solution.ts';
import type { Subject } from './subject.ts';

/** One rule of the constitution. */
export interface RuleDefinition<P extends object = object> {
  /** Never given again to another rule. */
  readonly id: string;
  /** Components that it is about: it doesn't concern a blueprint that has none of them. Absent for a rule about any. */
  readonly of?: readonly string[];
  readonly category: Category;
  readonly title: string;
  /** The level it has unless the answers say otherwise. */
  readonly level: Level;
  readonly parameters: {
    readonly schema: (z: Zod) => zod.ZodType<P>;
    readonly defaults: P;
  };
  /** Parameters as they are used, where a person may spell them in several ways. */
  readonly canonical?: (parameters: P) => P;
  readonly statement: (parameters: P) => string;
  /** How it shapes the plan. */
  readonly shapes: string;
  /** What it says where the blueprint cannot have a component that its words are about, by the component. */
  readonly without?: Readonly<Record<string, Partial<Pick<RuleDefinition<P>, 'statement' | 'shapes' | 'exceptions'>>>>;
  readonly elsewhere?: Elsewhere;
  /** Why an environment is none of its own, such as a region without zones; nothing where it is. */
  readonly notApplicable: (view: View, parameters: P) => string | undefined;
  /** What in the answers breaks it, in one environment; `undefined` where no answer there is about it. */
  readonly breaks: (view: View, parameters: P) => readonly Break[] | undefined;
  /**
   * The predicted resources it is about: where an environment has none of them, it is not applicable. Empty for a rule about
   * an environment as a whole.
   */
  readonly appliesTo: readonly Subject[];
  /** What breaks it in the predicted resources of one environment. */
  readonly check: (estate: Estate, parameters: P, view: View) => readonly Violation[];
  /** What breaks it in main.bicep as it stands on disk, and in the files beside it. */
  readonly inspect: (solution: Solution, parameters: P) => readonly Flaw[];
  /** How a plan or a task would ask for what it forbids. */
  readonly wish?: Wish;
  /** What it leaves out, and why. */
  readonly exceptions?: readonly RuleException[];
  /** Of a rule that a person wrote with a condition. */
  readonly own?: OwnPart;
  /** Of a rule that a person attests; nothing evaluates it. */
  readonly attested?: Attestation;
}

export interface Wish {
  readonly pattern: RegExp;
  /**
   * Of each list one is in whatever the pattern matches, in lower case. A text without them is not looked through at all:
   * patterns that take either case are slow to make.
   */
  readonly hints: readonly (readonly string[])[];
}

/** What is told of a person's rule beyond what all rules have: nobody tested it. */
export interface OwnPart {
  /** The resources it looks at, and what must hold of them, in words. */
  readonly resources: string;
  readonly must: string;
  /** Environments it holds in; all where there are none. */
  readonly environments: readonly string[];
  readonly types: readonly string[];
  /** True where that there is none of them is what it wants. */
  readonly forbids: boolean;
  /** True where it has something to say of an environment's resources. */
  readonly looksAtAny: (estate: Estate) => boolean;
  /** Paths of its conditions that no resource has. */
  readonly deadPaths: (estates: readonly Estate[]) => readonly DeadPath[];
}

export interface DeadPath {
  /** Where it stands in the rule: `must.all.0.path`. */
  readonly answer: string;
  readonly path: string;
  readonly type: string;
  /** The name that may be meant. */
  readonly nearest?: string;
}

/** Something that a rule does not ask for, though its words would. */
export interface RuleException {
  readonly what: string;
  readonly why: string;
}

export interface Break {
  /** Path below `spec`; absolute in avm.yaml with a leading slash. */
  readonly answer: string;
  /** What is there, said so that it follows `because`. */
  readonly what: string;
  /** What to answer instead. */
  readonly instead: string;
  /** True where the catalog lacks the fact that would tell. */
  readonly untold?: true;
}

/** A rule with its level and parameters as answered. */
export interface Rule {
  readonly definition: RuleDefinition;
  readonly level: Level;
  readonly parameters: object;
}

interface NoParameters {}

const none: RuleDefinition<NoParameters>['parameters'] = { schema: (z) => z.strictObject({}), defaults: {} };

type Optional = 'notApplicable' | 'breaks' | 'inspect';
/** A check goes with what it is about. */
type Checked<P extends object> =
  | Pick<RuleDefinition<P>, 'appliesTo' | 'check'>
  | { readonly appliesTo?: never; readonly check?: never };
type Written<P extends object, Without extends keyof RuleDefinition<P> = Optional> = Omit<
  RuleDefinition<P>,
  Without | Optional | 'appliesTo' | 'check'
> &
  Partial<Pick<RuleDefinition<P>, Optional>> &
  Checked<P>;

const nothing: Pick<RuleDefinition, Optional | 'appliesTo' | 'check'> = {
  notApplicable: () => undefined,
  breaks: () => undefined,
  appliesTo: [],
  check: () => [],
  inspect: () => [],
};

/** A rule without parameters. */
export function rule(definition: Written<NoParameters, 'parameters'>): RuleDefinition {
  return { ...nothing, ...definition, parameters: none };
}

export function ruleWith<P extends object>(definition: Written<P>): RuleDefinition {
  return { ...nothing, ...definition } as unknown as RuleDefinition;
}

export interface Held {
  /** Before anything is written. */
  readonly answers: boolean;
  /** By main.bicep, as it stands on disk. */
  readonly template: boolean;
  /** Over what would be deployed, in each environment. */
  readonly resources: boolean;
}

/** When a rule is held. */
export function heldAt({ breaks, check, inspect }: RuleDefinition): Held {
  return {
    answers: breaks !== nothing.breaks,
    template: inspect !== nothing.inspect,
    resources: check !== nothing.check,
  };
}

/** A break where an input that the rule needs is switched off. */
export function unless(holds: boolean, answer: string, what: string, instead: string): readonly Break[] {
  return holds ? [] : [{ answer, what, instead }];
}
