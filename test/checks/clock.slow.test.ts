import { join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { describe, expect, it } from 'vitest';
import { cases, readCase } from '../cases/cases.ts';
import { bicepPath } from '../support/bicep.ts';
import { laterBicep, lint } from '../support/later.ts';

/**
 * The day on which API versions are judged; move it forward with each release, and the versions that are then too old.
 * A workspace does not ask (bicepconfig.json): it builds on any day.
 */
const asOf = '2026-11-27';

/** The newest that is not a preview is 2016-09-01, which knows no category groups. */
const accepted = ['Microsoft.Insights/diagnosticSettings@2021-05-01-preview'];

const rule = 'use-recent-api-versions';
const config = (today?: string): string =>
  JSON.stringify({
    analyzers: {
      core: { rules: { [rule]: { level: 'error', ...(today === undefined ? {} : { 'test-today': today }) } } },
    },
  });

const types = [
  ...new Set(
    cases.flatMap((name) =>
      (readCase(name).generated.plan?.resources ?? []).flatMap((one) => ('type' in one ? [one.type] : [])),
    ),
  ),
].toSorted();

const declared = (types: readonly string[]): string =>
  types
    .map(
      (type, index) =>
        `resource r${index} '${type}' existing = {\n  name: '${'a/'.repeat(type.split('/').length - 2)}a'\n}\n`,
    )
    .join('');

async function lintWith(bicep: string, today: string | undefined, of: readonly string[]): Promise<readonly string[]> {
  await using folder = await createFixture({ 'main.bicep': declared(of), 'bicepconfig.json': config(today) });
  return lint(bicep, join(folder.path, 'main.bicep')).filter((line) => line.includes(` ${rule}:`));
}

describe('API versions of native resources', () => {
  it('are at most two years old, or the newest, on the day of the release', async () => {
    expect(types.length).toBeGreaterThan(4);
    const old = await lintWith(bicepPath(), asOf, types);
    expect(old.filter((line) => !accepted.some((type) => line.includes(`'${type.split('@')[0]}'`)))).toEqual([]);
  });

  it('are judged: an old one is seen', async () => {
    expect(await lintWith(bicepPath(), asOf, ['Microsoft.Compute/virtualMachines@2022-03-01'])).toHaveLength(1);
  });
});

const later = laterBicep();

describe.skipIf(later === null)('the clock of 2031', () => {
  it('reaches the compiler, so that the cases, which run with it, depend on no clock', async () => {
    const used = ['Microsoft.Compute/virtualMachines@2025-04-01'];
    expect(await lintWith(bicepPath(), asOf, used)).toEqual([]);
    expect(await lintWith(later ?? '', undefined, used)).toHaveLength(1);
  });
});
