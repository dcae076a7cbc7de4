import type { Reason } from '../../src/bicep/value.ts';
import type { RuleSettings } from './context.ts';
import type { Planned } from './planned.ts';
import type { RuleTranslations } from './translations.ts';
import type { View } from './view.ts';

export interface Tag {
  readonly name: string;
  readonly value: string;
}

/** An environment for documents: its resolved settings and its plan. */
export interface Environment extends View {
  /** Name proposed for its resource group. */
  readonly group: string;
  readonly region: string;
  readonly parametersFile: string;
  /** Names by key of the plan; the part that Azure computes is written as `x`. */
  readonly names: Readonly<Record<string, string>>;
  /** Of the resource group, sorted by name. */
  readonly groupTags: readonly Tag[];
}

/** A fact about some environments, with its reason. */
export interface Fact {
  readonly reason: Reason;
  /** `every environment`, or names. */
  readonly where: string;
  readonly sides: readonly Environment[];
}

/** What the documents of a component can ask of its workspace. */
export interface DocumentedWorkspace {
  /** In the order of the answers. */
  readonly sides: readonly Environment[];
  readonly default: Environment;
  readonly rules: RuleSettings;
  /** A private mirror of the module registry. */
  readonly mirror: { readonly host: string; readonly trusted: boolean } | undefined;
  /** What the first deployment of an environment is given, such as `installApplication=false`. */
  omittedFirst(side: Environment): readonly string[];
  /** The environments that a component is on in. */
  with(component: string): readonly Environment[];
  has(component: string): boolean;
  /** Whether a component is on in an environment. */
  isIn(component: string, side: Environment): boolean;
  on(rule: string): boolean;
  /** Rules and waivers in the terms of PSRule. */
  translations(): RuleTranslations;
  /** The planned resources of a component. */
  resourcesOf(component: string): Planned['resources'];
  /** Values of a parameter of the plan, by environment; undefined if there is no such parameter. */
  valuesOf(parameter: string): Readonly<Record<string, unknown>> | undefined;
  /** IDs of rules, and capabilities; those that are on. */
  reason(ids: readonly string[], component?: string): Reason;
  /** Why a component is there. */
  because(component: string): Reason;
  where(sides: readonly Environment[]): string;
  /** A fact of some environments, or null where there is none. */
  among(sides: readonly Environment[], reason: Reason): Fact | null;
}
