import type { Reason } from '../../src/bicep/value.ts';

/** The rules that are on, in the terms of PSRule. Conditions are data that its YAML writes as it is. */
export interface RuleTranslations {
  /** One for each rule that is on, in the order of the constitution. */
  readonly rows: readonly TranslationRow[];
  readonly rules: readonly TranslatedRule[];
  readonly suppressions: readonly SuppressionGroup[];
  /** Waivers that no suppression group covers. */
  readonly left: readonly string[];
  /** Values of TAG-001 and TST-001; empty if the rule is off. */
  readonly requiredTags: readonly string[];
  readonly allowedRegions: readonly string[];
}

interface TranslationRow {
  readonly id: string;
  readonly title: string;
  readonly reason: Reason;
  /** Names of the rules in YAML. */
  readonly own: readonly string[];
  /** Names of rules of PSRule for Azure about the same control. */
  readonly similar: readonly string[];
  /** Why there is no rule in YAML; empty if there is one. */
  readonly why: string;
}

interface TranslatedRule {
  readonly name: string;
  readonly synopsis: string;
  readonly reason: Reason;
  /** The document below its first lines. */
  readonly spec: object;
}

interface SuppressionGroup {
  readonly name: string;
  readonly synopsis: string;
  readonly reason: Reason;
  readonly spec: object;
}
