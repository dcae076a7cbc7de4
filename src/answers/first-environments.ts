import type { Blueprint, SpecPart } from '../../avm-catalog/kernel/blueprint.ts';
import { isProduction } from '../../avm-catalog/kernel/production.ts';
import { ownValue } from '../bicep/own.ts';

/** An environment that the blueprint does not know begins like its last where it is for production, like its last but one otherwise, with a range of its own. */
export function environmentsOf(
  names: readonly string[],
  { environments: known }: Blueprint,
): Readonly<Record<string, SpecPart>> {
  const like = (name: string): SpecPart => Object.values(known).at(isProduction(name) ? -1 : -2) ?? {};
  const free = freeRanges(Object.values(known).map((one) => one.network?.addressSpace ?? ''));
  return Object.fromEntries(
    names.map((name) => [
      name,
      ownValue(known, name) ?? { ...like(name), network: { addressSpace: free.next().value ?? '' } },
    ]),
  );
}

function* freeRanges(taken: readonly string[]): Generator<string, void> {
  for (let third = 0; third < 256; third += 4) if (!taken.includes(`10.20.${third}.0/22`)) yield `10.20.${third}.0/22`;
}
