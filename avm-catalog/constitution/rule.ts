import type { Level, Category, ControlIds, Controls, Elsewhere } from './category.ts';
import type * as zod from 'zod';
import type { View } from '../kernel/view.ts';
import type { Zod } from '../kernel/context.ts';
import type { ChangeEffect } from './changes.ts';
import type { Estate, Violation } from './estate.ts';
import type { AnyOwnRule, Attestation } from './custom/own-rule.ts';
import type { Flaw, Solution } from './solution.ts';
import type { Source } from './sources.ts';
import type { Subject } from './subject.ts';

/** One rule of the constitution. */
export interface RuleDefinition<P extends object = object> {
  /** Never reused for another rule. */
  readonly id: string;
  /** Components that it applies to; it doesn’t apply to a blueprint without any of them. @default all */
  readonly of?: readonly string[];
  readonly category: Category;
  /** Names the control: `Key rotation`. */
  readonly title: string;
  /** @default level of a new workspace */
  readonly level: Level;
  readonly parameters: {
    readonly schema: (z: Zod) => zod.ZodType<P>;
    readonly defaults: P;
    /** Those that a new avm.yaml leaves out. */
    readonly unwritten?: readonly (keyof P)[];
  };
  /** Normalizes parameters that can be spelled in several ways. */
  readonly canonical?: (parameters: P) => P;
  /** An actor and one MUST or SHOULD. Use `statementOf` to read it: the level of a rule can be changed. */
  readonly statement: (parameters: P) => string;
  /** Why the rule exists, in one or two sentences; empty for a custom rule. */
  readonly rationale: string;
  readonly source?: Source;
  /** How the template implements it. */
  readonly shapes: string;
  /** Texts for blueprints that can’t have a component, by the component. */
  readonly without?: Readonly<Record<string, Partial<Pick<RuleDefinition<P>, 'statement' | 'shapes' | 'exceptions'>>>>;
  readonly elsewhere?: Elsewhere;
  /** Controls of benchmarks that it corresponds to; a function if that depends on its parameters. */
  readonly controls?: ControlIds | ((parameters: P) => ControlIds);
  /** Why it doesn’t apply to an environment, such as a region without zones; nothing if it applies. */
  readonly notApplicable: (view: View, parameters: P) => string | undefined;
  /** Settings of one environment that violate it; `undefined` if no setting there concerns it. */
  readonly breaks: (view: View, parameters: P) => readonly Break[] | undefined;
  /** The predicted resources that it applies to: without any, it’s not applicable. Empty for a rule about the environment. */
  readonly appliesTo: readonly Subject[];
  /** Violations in the predicted resources of one environment, on a day as YYYY-MM-DD. */
  readonly check: (estate: Estate, parameters: P, view: View, today?: string) => readonly Violation[];
  /** Violations in main.bicep on disk, and in the Bicep files that it uses. */
  readonly inspect: (solution: Solution, parameters: P, today?: string) => readonly Flaw[];
  /** Changes that it forbids in the preview of a deployment without approval; `avm whatif` evaluates them. */
  readonly changes: readonly ChangeEffect[];
  /** How a plan or a task would ask for what the rule forbids. */
  readonly wish?: Wish;
  /** What it doesn’t cover, and why. */
  readonly exceptions?: readonly RuleException[];
  /** Set for a custom rule with a condition. */
  readonly own?: OwnPart;
  /** Set for a custom rule that a person attests; nothing evaluates it. */
  readonly attested?: Attestation;
  /** A custom rule as avm.yaml has it. */
  readonly custom?: AnyOwnRule;
}

export interface Wish {
  readonly pattern: RegExp;
  /**
   * Every match contains one text of each list, in lowercase. A text without them is skipped: compiling case-insensitive
   * patterns is slow.
   */
  readonly hints: readonly (readonly string[])[];
}

/** Details of a custom rule, which no test covers. */
export interface OwnPart {
  /** The resources or declarations that it evaluates, and its condition, in words. */
  readonly resources: string;
  readonly must: string;
  /** Environments that it applies to; empty for all. */
  readonly environments: readonly string[];
  readonly ofResources?: OwnOfResources;
  readonly ofTemplate?: OwnOfTemplate;
}

/** Details of a custom rule about declarations. */
interface OwnOfTemplate {
  readonly kinds: readonly string[];
  /** True if it evaluates any declaration. */
  readonly looksAtAny: (solution: Solution, today: string | undefined) => boolean;
}

/** Details of a custom rule about predicted resources. */
export interface OwnOfResources {
  readonly types: readonly string[];
  /** True if it requires that there are no such resources. */
  readonly forbids: boolean;
  /** True if it evaluates any resource of an environment. */
  readonly looksAtAny: (estate: Estate, view: View, today: string | undefined) => boolean;
  /** Paths in its conditions that no resource has. */
  readonly deadPaths: (estates: readonly Estate[]) => readonly DeadPath[];
}

export interface DeadPath {
  /** Its path in the rule: `must.all.0.path`. */
  readonly answer: string;
  readonly path: string;
  readonly type: string;
  /** The most similar name that exists. */
  readonly nearest?: string;
}

/** Something that a rule doesn’t cover, though its statement seems to. */
export interface RuleException {
  readonly what: string;
  readonly why: string;
}

export interface Break {
  /** Path below `spec`; absolute in avm.yaml with a leading slash. */
  readonly answer: string;
  /** What is wrong, as a clause that can follow "because". */
  readonly what: string;
  /** The setting to use instead. */
  readonly instead: string;
  /** True if the catalog lacks the facts to decide. */
  readonly untold?: true;
}

/** A rule with the level and parameters of a workspace. */
export interface Rule {
  readonly definition: RuleDefinition;
  readonly level: Level;
  readonly parameters: object;
}

interface NoParameters {}

const none: RuleDefinition<NoParameters>['parameters'] = { schema: (z) => z.strictObject({}), defaults: {} };

type Optional = 'notApplicable' | 'breaks' | 'inspect' | 'changes';
/** A check requires the resources that it applies to. */
type Checked<P extends object> =
  | Pick<RuleDefinition<P>, 'appliesTo' | 'check'>
  | { readonly appliesTo?: never; readonly check?: never };
type Written<P extends object, Without extends keyof RuleDefinition<P> = Optional> = Omit<
  RuleDefinition<P>,
  Without | Optional | 'appliesTo' | 'check' | 'controls'
> &
  Partial<Pick<RuleDefinition<P>, Optional>> & {
    readonly controls?: Controls | ((parameters: P) => Controls);
  } & Checked<P>;

const nothing: Pick<RuleDefinition, Optional | 'appliesTo' | 'check'> = {
  notApplicable: () => undefined,
  breaks: () => undefined,
  appliesTo: [],
  check: () => [],
  inspect: () => [],
  changes: [],
};

/** A rule without parameters. */
export function rule(definition: Written<NoParameters, 'parameters'>): RuleDefinition {
  return { ...nothing, ...definition, parameters: none };
}

export function ruleWith<P extends object>(definition: Written<P>): RuleDefinition {
  return { ...nothing, ...definition } as unknown as RuleDefinition;
}

export interface Held {
  /** Against the settings, before any file is written. */
  readonly answers: boolean;
  /** Against main.bicep on disk. */
  readonly template: boolean;
  /** Against the predicted resources of each environment. */
  readonly resources: boolean;
  /** Against the preview of a deployment, which is no part of a check. */
  readonly changes: boolean;
}

/** The statement at the level of the workspace; a custom rule keeps the words of its author. */
export function statementOf({ definition, level, parameters }: Rule): string {
  const text = definition.statement(parameters);
  if (level === 'off' || definition.own || definition.attested) return text;
  return text.replace(/\b(?:MUST|SHOULD)\b/, level.toUpperCase());
}

/** The controls that it corresponds to with the parameters of the workspace. */
export function controlsOf({ definition, parameters }: Pick<Rule, 'definition' | 'parameters'>): ControlIds {
  const { controls = {} } = definition;
  return typeof controls === 'function' ? controls(parameters) : controls;
}

/** When a rule is evaluated. */
export function heldAt({ breaks, check, inspect, changes }: RuleDefinition): Held {
  return {
    answers: breaks !== nothing.breaks,
    template: inspect !== nothing.inspect,
    resources: check !== nothing.check,
    changes: changes.length > 0,
  };
}

/** A violation unless a setting has the value that the rule requires. */
export function unless(holds: boolean, answer: string, what: string, instead: string): readonly Break[] {
  return holds ? [] : [{ answer, what, instead }];
}
