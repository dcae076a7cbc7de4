import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const sources = ['avm-catalog', 'src', 'generators', 'templates', 'scripts', 'package.json', 'tsconfig.json'];

/** Node's arguments for a file of the sources. */
export const fromSources = ['--import', 'tsx', '--import', './scripts/register-hbs.mjs'];

/** A copy of the sources, to add to; `more` of them where a test needs them. */
export class Copy {
  readonly folder = mkdtempSync(join(tmpdir(), 'contributing-'));

  constructor(more: readonly string[] = []) {
    for (const name of [...sources, ...more])
      cpSync(join(root, name), this.path(name), {
        recursive: true,
        filter: (path) => !path.endsWith(join('modules', 'data')) && !path.includes(join('scripts', 'bench')),
      });
    symlinkSync(join(root, 'avm-catalog/modules/data'), this.path('avm-catalog/modules/data'));
    symlinkSync(join(root, 'node_modules'), this.path('node_modules'));
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  edit(name: string, replaced: readonly (readonly [string, string])[]): void {
    let text = this.read(name);
    for (const [before, after] of replaced) {
      if (!text.includes(before)) throw new Error(`${name} does not have ${before}`);
      text = text.replace(before, after);
    }
    writeFileSync(this.path(name), text);
  }

  /** Node in the copy, with nothing of the test that runs it. */
  run(args: readonly string[], env: NodeJS.ProcessEnv = {}, cwd = '') {
    const own = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST') && name !== 'NODE_ENV');
    return spawnSync(process.execPath, args, {
      cwd: this.path(cwd),
      encoding: 'utf8',
      env: { ...Object.fromEntries(own), ...env },
    });
  }

  /** What the type checker says; empty where it is content. */
  typecheck(): string {
    const tsc = this.path('node_modules/.bin/tsc');
    return spawnSync(tsc, ['--noEmit', '-p', this.folder], { cwd: this.folder, encoding: 'utf8' }).stdout;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
