import type { View } from '../../kernel/view.ts';
import type { PsCondition } from './condition.ts';

/** What resources must meet, as PSRule can evaluate it. */
export interface PsRequirement {
  /** Follows the ID in the name of the rule, if there are several. */
  readonly part?: string;
  /** Exact types; none for resources of any type. */
  readonly types: readonly string[];
  /** Resources that it applies to. */
  readonly where?: PsCondition;
  readonly must: PsCondition;
  /** Environments that it applies to. @default those of the rule */
  readonly environments?: readonly string[];
}

/** A rule in the terms of PSRule, or why it has none. */
export type PsForm = { readonly requirements: readonly PsRequirement[] } | { readonly why: string };

/** `views` are the environments that the rule applies to. */
export type ToForm<P> = (parameters: P, views: readonly View[]) => PsForm;

export function expressed(...requirements: readonly PsRequirement[]): PsForm {
  return { requirements };
}

export function cannot(why: string): () => PsForm {
  return () => ({ why });
}

/** Reasons that several rules share. */
export const because = {
  others: 'It compares resources with each other, and a condition sees one resource and what is below it.',
  ranges: 'It calculates with address ranges.',
  bicep: 'It evaluates main.bicep, and PSRule sees resources.',
  facts: 'It needs facts of the catalog about types, sizes, or regions.',
  changes: 'It evaluates what a deployment would change, and PSRule sees resources.',
  missing: 'It also finds what an environment lacks, and PSRule evaluates only what is there.',
} as const;
