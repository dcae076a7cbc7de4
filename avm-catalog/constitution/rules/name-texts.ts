import { region } from '../../azure/regions.ts';
import type { View } from '../../kernel/view.ts';
import { ownValue } from '../../../src/bicep/own.ts';
import type { NamePatternParameters, NameToken } from './name-pattern.ts';

export type Texts = Readonly<Record<Exclude<NameToken, 'type'>, string>>;

export function regionCode(name: string, { regionCodes }: NamePatternParameters): string | undefined {
  return ownValue(regionCodes, name) ?? region(name)?.shortCode;
}

export function environmentCode(name: string, { environmentCodes }: NamePatternParameters): string {
  return ownValue(environmentCodes, name) ?? name;
}

/** Parts of names in this environment; only Azure knows the computed one. */
export function textsIn(view: View, is: NamePatternParameters): Omit<Texts, 'unique'> {
  return {
    workload: view.workload,
    environment: environmentCode(view.environment, is),
    region: regionCode(view.core.location.region, is) ?? '',
    instance: is.instance,
  };
}

export const literal = (text: string): string => text.replaceAll('.', String.raw`\.`);
