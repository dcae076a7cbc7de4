import { ascii } from '../bicep/ascii.ts';
import type { PlanOutput, PlanParameter } from '../plan/plan.ts';

/** Begins as AVM's descriptions do. A parameter has no default (ARC-005), so only a nullable one is optional. */
export function describeParameter({ description, type }: PlanParameter): string {
  return ascii(`${type.kind === 'nullable' ? 'Optional' : 'Required'}. ${sentence(description)}`);
}

export function describeOutput({ description }: PlanOutput): string {
  return ascii(sentence(description));
}

const sentence = (text: string): string => `${text.replace(/\.$/, '')}.`;
