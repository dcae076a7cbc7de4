import type { Core } from '../../avm-catalog/kernel/core.ts';
import type { AnyOwnRule } from '../../avm-catalog/constitution/custom/own-rule.ts';
import type { Level } from '../../avm-catalog/constitution/category.ts';
import type { RequirementAnswers } from './requirements.ts';
import type { Version } from './version.ts';

/** Every property optional, all the way down; lists are whole or absent. */
type DeepPartial<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> }
    : T;

/** Components that a person added, by name: the type of each, and what differs from its defaults. */
export type NamedAnswers = Readonly<Record<string, { readonly type: string; readonly [input: string]: unknown }>>;

export type SpecAnswers = DeepPartial<Core> & { readonly [component: string]: unknown };

/** A level alone, or a level and the rule's parameters. */
export type RuleAnswer = Level | { readonly level?: Level; readonly [parameter: string]: unknown };

/** A waiver of a rule: where, why, approved by whom, and until when. */
export interface WaiverAnswer {
  readonly rule: string;
  /** @default all of them */
  readonly environments?: readonly string[];
  /** Names, ids or types of resources, with `*` for anything; @default everything */
  readonly resources?: readonly string[];
  readonly reason: string;
  readonly approvedBy: string;
  /** The last day on which it counts, as YYYY-MM-DD. */
  readonly until: string;
}

/** avm.yaml, parsed. What is left out has the default of the catalog. */
export interface Answers {
  readonly version: Version;
  /** `name@version`. */
  readonly blueprint: string;
  readonly workload: {
    readonly name: string;
    readonly description: string;
    /** Number of its spec among those of the repository; @default 1 */
    readonly specNumber?: number | undefined;
  };
  /** A private mirror of the module registry. */
  readonly modules?: {
    /** Host, with a port where it has one: `registry.example:5000`. */
    readonly registry: string;
    /** Path before `avm/…` in the registry. */
    readonly path: string;
  };
  readonly constitution: {
    /** Semantic version; @default `1.0.0` */
    readonly version?: string;
    /** Days as YYYY-MM-DD: nothing here asks a clock. */
    readonly ratified?: string;
    readonly amended?: string;
    readonly rules: Readonly<Record<string, RuleAnswer>>;
    /** Custom rules, by ID. */
    readonly own?: Readonly<Record<string, AnyOwnRule>>;
    /** Waivers of rules, by ID. */
    readonly waivers?: Readonly<Record<string, WaiverAnswer>>;
  };
  readonly requirements?: RequirementAnswers;
  /** Paths of answers that look like a secret and are none, each with the reason. */
  readonly notSecrets?: Readonly<Record<string, string>>;
  /** Values of tags; the environment's own tag is not among them. */
  readonly tags: Readonly<Record<string, string>>;
  readonly spec: SpecAnswers;
  readonly components?: NamedAnswers;
  /** In the order they are deployed in. */
  readonly environments: Readonly<Record<string, EnvironmentAnswers>>;
  readonly defaultEnvironment: string;
  /** By `Q-001` and so on: what was asked, and how it was answered. */
  readonly clarifications?: Readonly<Record<string, Clarification>>;
}

/** A question that `avm clarify` asked, kept with the answer it was given. */
export interface Clarification {
  readonly question: string;
  readonly answer: string;
  /** Day as YYYY-MM-DD. */
  readonly on: string;
  /** Path of the answer it is about. */
  readonly about?: string | undefined;
  /** The key of the question in `avm clarify`; clarifications that a person writes need none. */
  readonly code?: string | undefined;
}

/** What differs in an environment from `spec`. */
export type EnvironmentAnswers = SpecAnswers & {
  readonly components?: Readonly<Record<string, object>>;
  readonly tags?: Readonly<Record<string, string>>;
};
