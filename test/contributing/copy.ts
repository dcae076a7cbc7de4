import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
const sources = ['avm-catalog', 'src', 'generators', 'templates', 'scripts', 'test', 'plopfile.ts'];
const settings = ['package.json', 'tsconfig.json', 'vitest.config.ts', 'oxlint.config.ts'];

/** Blocks of code of a section by path: a bold step names the path, and the block below it is what to write there. */
export function stepsOf(section: string): ReadonlyMap<string, string> {
  const [, below = ''] = page.split(`\n## ${section}\n`);
  const [example = ''] = below.split('\n## ');
  const found = example.matchAll(/\*\*\d+\. `([^`]+)`\*\*[^\n]*\n+```\w+\n([\s\S]*?)```/g);
  return new Map(Array.from(found, ([, path = '', text = '']) => [path, text]));
}

/** A copy of the sources and the tests, to change as CONTRIBUTING.md says. */
export class Copy {
  readonly path = mkdtempSync(join(tmpdir(), 'contributing-'));

  constructor() {
    for (const name of [...sources, ...settings])
      cpSync(join(root, name), join(this.path, name), {
        recursive: true,
        filter: (path) => !path.endsWith(join('modules', 'data')) && !path.includes(join('scripts', 'bench')),
      });
    symlinkSync(join(root, 'avm-catalog/modules/data'), join(this.path, 'avm-catalog/modules/data'));
    symlinkSync(join(root, 'node_modules'), join(this.path, 'node_modules'));
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.path, path)), { recursive: true });
    writeFileSync(join(this.path, path), text);
  }

  edit(path: string, replaced: readonly (readonly [string, string])[]): void {
    let text = readFileSync(join(this.path, path), 'utf8');
    for (const [before, after] of replaced) {
      if (!text.includes(before)) throw new Error(`${path} does not have ${before}`);
      text = text.replace(before, () => after);
    }
    this.write(path, text);
  }

  run(args: readonly string[], env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> {
    return spawnSync(process.execPath, args, { cwd: this.path, encoding: 'utf8', env: { ...process.env, ...env } });
  }

  typeCheck(): string {
    return this.run(['node_modules/typescript/bin/tsc', '--noEmit']).stdout;
  }

  vitest(project: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> {
    return this.run(['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...args], env);
  }

  /** Files of test/cases that are not as they are here. */
  changedCases(): readonly string[] {
    const files = readdirSync(join(this.path, 'test/cases'), { recursive: true, withFileTypes: true });
    return files
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(this.path.length + 1))
      .filter((path) => readFileSync(join(this.path, path), 'utf8') !== textHere(path))
      .toSorted();
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

function textHere(path: string): string | undefined {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}
