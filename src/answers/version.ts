import { namedKey } from '../../avm-catalog/kernel/core.ts';
import { ownValue } from '../bicep/own.ts';

/** Versions of avm.yaml that are read. They mean the same, and what is new is written in the last. */
export const versions = [1, 2] as const;
export type Version = (typeof versions)[number];

/** Of data that may not be valid yet; what has no version that is read is taken for the last. */
export function versionOf(data: unknown): Version {
  const given = ownValue(data, 'version');
  return versions.find((one) => one === given) ?? 2;
}

/** Where components by name are: below `spec` in version 1, at the top since. */
export function namedPlace(version: Version): readonly string[] {
  return version === 1 ? ['spec', namedKey] : [namedKey];
}

/** Where a setting of all environments is, from its path below `spec`. */
export function sharedPath(below: string, version: Version): string {
  const isNamed = below === namedKey || below.startsWith(`${namedKey}.`);
  return isNamed && version !== 1 ? below : `spec.${below}`;
}

/** True where each environment may have a value of its own. */
export function isByEnvironment(path: string): boolean {
  return new RegExp(`^(spec|environments\\.[^.]+|${namedKey})\\.`).test(path);
}

/** The path below `spec`, whether it is that of all environments or of one. */
export function belowSpec(path: string): string {
  return path.replace(/^(spec|environments\.[^.]+)\./, '');
}
