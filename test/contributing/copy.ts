import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
const sources = ['avm-catalog', 'src', 'generators', 'templates', 'scripts', 'test', 'plopfile.ts'];
const settings = ['package.json', 'tsconfig.json', 'vitest.config.ts', 'oxlint.config.ts'];

/** Node's arguments for a file of the sources. */
export const fromSources = ['--import', 'tsx', '--import', './scripts/register-hbs.mjs'];

/** Blocks of code of a section by path: a bold step names the path, and the block below it is what to write there. */
export function stepsOf(section: string): ReadonlyMap<string, string> {
  const [, below = ''] = page.split(`\n## ${section}\n`);
  const [example = ''] = below.split('\n## ');
  const found = example.matchAll(/\*\*\d+\. `([^`]+)`\*\*[^\n]*\n+```\w+\n([\s\S]*?)```/g);
  return new Map(Array.from(found, ([, path = '', text = '']) => [path, text]));
}

/** A copy of the sources and the tests, to change as CONTRIBUTING.md says. */
export class Copy {
  readonly folder = mkdtempSync(join(tmpdir(), 'contributing-'));

  /** `more` of the project, where a test needs it. */
  constructor(more: readonly string[] = []) {
    for (const name of new Set([...sources, ...settings, ...more]))
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

  write(name: string, text: string): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
  }

  edit(path: string, replaced: readonly (readonly [string, string])[]): void {
    let text = this.read(path);
    for (const [before, after] of replaced) {
      if (!text.includes(before)) throw new Error(`${path} does not have ${before}`);
      text = text.replace(before, () => after);
    }
    this.write(path, text);
  }

  /** Node in the copy, with nothing of the test that runs it. It is no CI there: what is not beside the copy is skipped. */
  run(args: readonly string[], env: NodeJS.ProcessEnv = {}, cwd = ''): SpawnSyncReturns<string> {
    const own = Object.entries(process.env).filter(
      ([name]) => !name.startsWith('VITEST') && !['CI', 'NODE_ENV'].includes(name),
    );
    return spawnSync(process.execPath, args, {
      cwd: this.path(cwd),
      encoding: 'utf8',
      env: { ...Object.fromEntries(own), ...env },
    });
  }

  typecheck(): string {
    return this.run(['node_modules/typescript/bin/tsc', '--noEmit']).stdout;
  }

  vitest(project: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> {
    return this.run(['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...args], env);
  }

  /** Files of test/cases that are not as they are here. */
  changedCases(): readonly string[] {
    const files = readdirSync(this.path('test/cases'), { recursive: true, withFileTypes: true });
    return files
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(this.folder.length + 1))
      .filter((path) => this.read(path) !== textHere(path))
      .toSorted();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function textHere(path: string): string | undefined {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}
