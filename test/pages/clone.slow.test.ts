import { execFileSync } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folder } from '../cli/run.ts';
import { modulesFolder } from '../support/modules.ts';
import { blocks, root } from './pages.ts';

it(
  'the command for a clone writes a workspace; npm ci is what put the packages here',
  { timeout: 300_000 },
  async () => {
    const [{ text } = { text: '' }] = blocks.filter((block) => block.text.startsWith('npm ci && node '));
    const dist = join(root, 'dist');
    if (!existsSync(dist)) execFileSync('npm', ['run', 'build', '--silent'], { cwd: root });
    const at = await folder();
    symlinkSync(dist, at.getPath('dist'));
    execFileSync('bash', ['-c', text.replace('npm ci && ', '')], {
      cwd: at.path,
      env: { ...process.env, AVM_MODULES_DIR: modulesFolder() ?? '' },
      stdio: 'ignore',
    });
    expect(await at.readFile('demo/main.bicep', 'utf8')).toContain('targetScope');
  },
);
