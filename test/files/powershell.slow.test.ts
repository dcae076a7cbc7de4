import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createFixture } from 'fs-fixture';
import { describe, expect, it } from 'vitest';
import { cases, readCase } from '../cases/cases.ts';
import { toolPath } from '../support/tools.ts';

const run = promisify(execFile);
const pwsh = toolPath('pwsh');

/** Each script once, however many cases have it. */
const scripts = new Map(
  cases.flatMap((name) =>
    (readCase(name).generated.files ?? [])
      .filter(({ path }) => path.endsWith('.ps1'))
      .map(({ path, text }) => [text, `${name}-${path.replaceAll('/', '-')}`] as const),
  ),
);

const parse = `$problems = $null
[System.Management.Automation.Language.Parser]::ParseFile($args[0], [ref]$null, [ref]$problems) | Out-Null
$problems | ForEach-Object { "$($_.Extent.StartLineNumber): $($_.Message)" }
`;

describe.skipIf(pwsh === null)('scripts of workspaces', () => {
  it('are read by PowerShell without an error, and a broken one is not', async () => {
    const named = Object.fromEntries([...scripts].map(([text, name]) => [name, text]));
    await using folder = await createFixture({ ...named, 'broken.ps1': 'if ($true) {', 'parse.ps1': parse });
    const problems = async (name: string): Promise<string> =>
      (await run(pwsh ?? '', ['-NoProfile', '-File', folder.getPath('parse.ps1'), folder.getPath(name)])).stdout;
    expect(scripts.size).toBeGreaterThan(1);
    for (const name of scripts.values()) expect(await problems(name), name).toBe('');
    expect(await problems('broken.ps1')).toMatch(/^1: Missing closing/);
  });
});
