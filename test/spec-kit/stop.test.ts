import { spawnSync } from 'node:child_process';
import { appendFile, chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { workspace } from '../cli/run.ts';
import { project } from '../package/tarball.ts';
import { partsFolder } from './parts.ts';

const script = join(partsFolder, 'extension/scripts/bash/stop.sh');

function stop(cwd: string, payload = '{}'): { readonly code: number | null; readonly err: string } {
  const { status, stderr } = spawnSync(script, { cwd, input: payload, encoding: 'utf8' });
  return { code: status, err: stderr };
}

/** A workspace in which avm is installed: its sources, in a process of their own. */
async function installed(): Promise<string> {
  const { cwd } = await workspace();
  const bin = join(cwd, 'node_modules/.bin/avm');
  await mkdir(join(cwd, 'node_modules/.bin'), { recursive: true });
  const run = [
    process.execPath,
    '--import',
    import.meta.resolve('tsx'),
    '--import',
    join(project, 'scripts/register-hbs.mjs'),
    join(project, 'src/cli/avm.ts'),
  ];
  await writeFile(bin, `#!/bin/sh\nexec ${run.map((word) => `'${word}'`).join(' ')} "$@"\n`);
  await chmod(bin, 0o755);
  return cwd;
}

it('lets an agent stop where all is as avm.yaml says, and anywhere else than in a workspace', async () => {
  const cwd = await installed();
  expect(stop(cwd)).toEqual({ code: 0, err: '' });
  expect(stop(join(cwd, '.avm'))).toEqual({ code: 0, err: '' });
});

it('sends it back once, with the findings, where a generated file was edited or is gone', async () => {
  const cwd = await installed();
  await appendFile(join(cwd, 'main.bicep'), '// by hand\n');
  expect(stop(cwd)).toMatchObject({ code: 2, err: expect.stringContaining("'main.bicep' was edited") as string });
  expect(stop(cwd, '{"session": "1", "stop_hook_active": true}').code).toBe(0);
  await rm(join(cwd, 'main.bicep'));
  expect(stop(cwd, '{"stop_hook_active":false}')).toMatchObject({
    code: 2,
    err: expect.stringContaining('avm render') as string,
  });
});

it('keeps nobody where avm is not installed, and says so', async () => {
  const { cwd } = await workspace();
  const { status, stderr } = spawnSync('/bin/bash', [script], {
    cwd,
    input: '{}',
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin' },
  });
  expect({ code: status, err: stderr }).toEqual({
    code: 1,
    err: 'avm is not installed here, so the workspace was not checked: npm install --save-dev create-avm\n',
  });
});
