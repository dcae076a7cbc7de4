import { region } from '../../azure/regions.ts';
import type { View } from '../../kernel/view.ts';
import { ownValue } from '../../../src/bicep/own.ts';
import type { NamePatternParameters, NameToken } from './name-pattern.ts';

export type Texts = Readonly<Record<Exclude<NameToken, 'type'>, string>>;

/** Parts of names in this environment; only Azure knows the computed one. */
export function textsIn(
  view: View,
  { regionCodes, environmentCodes, instance }: NamePatternParameters,
): Omit<Texts, 'unique'> {
  const where = view.core.location.region;
  return {
    workload: view.workload,
    environment: ownValue(environmentCodes, view.environment) ?? view.environment,
    region: ownValue(regionCodes, where) ?? region(where)?.shortCode ?? '',
    instance,
  };
}

export const literal = (text: string): string => text.replaceAll('.', String.raw`\.`);
