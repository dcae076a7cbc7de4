import { execFile } from 'node:child_process';
import { createFixture } from 'fs-fixture';
import { describe, expect, it } from 'vitest';
import { cases, readCase } from '../cases/cases.ts';
import { generated } from '../plan/support.ts';
import { isMissing, toolPath } from '../support/tools.ts';

/** Folders of cases with their scripts; a script that another case has too is checked once, beside its sources. */
const workspaces = new Map(
  [...cases.map((name) => readCase(name).generated), generated({ spec: { azureDevOps: { enabled: true } } })].map(
    ({ files = [] }) => {
      const scripts = files.filter(({ path }) => path.endsWith('.sh')).map(({ path, text }) => [path, text] as const);
      return [JSON.stringify(scripts), Object.fromEntries(scripts)] as const;
    },
  ),
);

/** What shellcheck finds in the scripts of a workspace, which name their sources from its root. */
async function findingsIn(scripts: Readonly<Record<string, string>>): Promise<string> {
  await using folder = await createFixture({ ...scripts });
  return await new Promise((done) => {
    execFile(
      toolPath('shellcheck') ?? '',
      ['--external-sources', '--source-path=SCRIPTDIR', '--source-path=.', ...Object.keys(scripts)],
      { cwd: folder.path },
      (error, output, errors) => done(error === null ? output : `${output}${errors}` || 'failed'),
    );
  });
}

describe.skipIf(isMissing('shellcheck'))('scripts for Bash of all cases', () => {
  const all = [...workspaces.values()].filter((scripts) => Object.keys(scripts).length > 0);

  it('pass shellcheck', { timeout: 120_000 }, async () => {
    const paths = new Set(all.flatMap(Object.keys));
    for (const folder of ['deploy/', '.github/', '.azuredevops/'])
      expect(
        [...paths].some((path) => path.startsWith(folder)),
        folder,
      ).toBe(true);
    for (const scripts of all) expect(await findingsIn(scripts)).toBe('');
  });

  it('would not pass if one were broken', async () => {
    const scripts = all[0] ?? {};
    const path = 'deploy/lib/plan.sh';
    const broken = (scripts[path] ?? '').replace('mkdir -p "$1"', 'mkdir -p $1');
    expect(await findingsIn({ [path]: broken })).toContain('SC2086');
    expect(await findingsIn({ [path]: `${broken}\nif true; then\n` })).toContain('SC1073');
  });
});
