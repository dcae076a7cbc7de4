import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import semver from 'semver';
import { ownValue } from '../../bicep/own.ts';
import { cacheFolder, type Machine } from '../../checks/bicep/folders.ts';
import { isOpen, ownFolder } from '../../checks/bicep/own-folder.ts';

/** What is known of the latest version, in the cache of the user. Times are those of the clock, in milliseconds. */
export interface KnownVersion {
  readonly askedAt: number;
  readonly toldAt: number;
  /** Undefined until a registry answered. */
  readonly latest: string | undefined;
}

const nothing: KnownVersion = { askedAt: 0, toldAt: 0, latest: undefined };
const mostBytes = 10_000;

export function readKnown(machine: Machine): KnownVersion {
  try {
    const place = placeIn(machine);
    if (place === undefined) return nothing;
    const found = statSync(place);
    if (!found.isFile() || found.size > mostBytes || isOpen(found) !== undefined) return nothing;
    const data: unknown = JSON.parse(readFileSync(place, 'utf8'));
    const time = (key: string): number => Number(ownValue(data, key)) || 0;
    return { askedAt: time('askedAt'), toldAt: time('toldAt'), latest: validVersion(ownValue(data, 'latest')) };
  } catch {
    return nothing;
  }
}

/** Whether it could be kept: without a place for it, nobody is asked, as that would be at each command. */
export function keepKnown(machine: Machine, known: KnownVersion): boolean {
  try {
    const place = placeIn(machine);
    if (place === undefined) return false;
    writeFileSync(`${place}.${process.pid}`, JSON.stringify(known), { mode: 0o600 });
    renameSync(`${place}.${process.pid}`, place);
    return true;
  } catch {
    return false;
  }
}

/** A release: a registry's text is printed only if it is one. */
export function validVersion(text: unknown): string | undefined {
  const version = typeof text === 'string' ? semver.valid(text) : null;
  return version === null || semver.prerelease(version) !== null ? undefined : version;
}

function placeIn(machine: Machine): string | undefined {
  const folder = ownFolder(cacheFolder(machine));
  return folder && join(folder, 'latest-version.json');
}
