import type { Blueprint } from '../../avm-catalog/kernel/blueprint.ts';
import type { ComponentDefinition } from '../../avm-catalog/kernel/component.ts';
import type { View } from '../../avm-catalog/kernel/view.ts';
import type { RuleSettings } from '../../avm-catalog/kernel/context.ts';
import type { Rule } from '../../avm-catalog/constitution/rule.ts';
import type { Answers, Clarification } from '../answers/answers.ts';
import type { OwnStory, Requirement } from './requirement.ts';
import type { WaiverAnswer } from '../answers/answers.ts';
import type { Version } from '../answers/version.ts';
import type { EdgeCaseAnswer, ExclusionAnswer } from '../answers/requirements.ts';

/** A waiver, completed: every environment it is for, and `*` where it is for every resource. */
export interface Waiver extends Required<WaiverAnswer> {
  readonly id: string;
}

/** What is to be built, and by which rules: the answers, completed for each environment. */
export interface Spec {
  readonly blueprint: Blueprint;
  /** What it may have, whether it is on or not: the blueprint's components, and those that a person named, after their type. */
  readonly components: readonly ComponentDefinition[];
  readonly workload: Answers['workload'];
  readonly constitution: {
    readonly version: string;
    /** Days as YYYY-MM-DD, where they were given. */
    readonly ratified: string | undefined;
    readonly amended: string | undefined;
  };
  /** All rules of the catalog, then custom rules, including those that are off. */
  readonly rules: readonly Rule[];
  readonly settings: RuleSettings;
  /** By id: those of the blueprint, then one's own; also those that are out of scope. */
  readonly requirements: ReadonlyMap<string, Requirement>;
  /** Custom stories, by ID. */
  readonly stories: readonly OwnStory[];
  /** What the spec says around the requirements, as a person wrote it. */
  readonly exclusions: readonly ExclusionAnswer[];
  readonly edgeCases: readonly EdgeCaseAnswer[];
  readonly assumptions: readonly string[];
  /** Custom IDs that were used before. */
  readonly retired: readonly string[];
  /** In the order of the answers, run out or not: nothing here knows the day. */
  readonly waivers: readonly Waiver[];
  /** One for each environment, in the order of the answers. */
  readonly views: readonly View[];
  /** Paths below `spec` that avm.yaml has in an environment. */
  readonly written: readonly string[];
  readonly defaultEnvironment: string;
  /** All tags that anything gets, sorted; the environment's own among them where the constitution asks for it. */
  readonly tagNames: readonly string[];
  /** What was asked and answered, by its number. */
  readonly clarifications: readonly (Clarification & { readonly id: string })[];
  /** Of avm.yaml: where answers are. */
  readonly version: Version;
  readonly mirror: { readonly registry: string; readonly path: string } | undefined;
}
