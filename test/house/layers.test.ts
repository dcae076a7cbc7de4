import { fileURLToPath } from 'node:url';
import { createFixture, type FsFixture } from 'fs-fixture';
import { x } from 'tinyexec';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from '../../oxlint.config.ts';

/** One file a case, linted by the project's own rules in a folder of its own: what is said about it. */
const refused: readonly (readonly [file: string, text: string, rule: string])[] = [
  ['src/bicep/a.ts', `export { x } from '../../avm-catalog/kernel/x.ts';`, 'no-restricted-imports'],
  ['src/findings/a.ts', `export { x } from '../answers/x.ts';`, 'no-restricted-imports'],
  ['avm-catalog/kernel/a.ts', `export { x } from '../../src/answers/x.ts';`, 'no-restricted-imports'],
  ['avm-catalog/kernel/b.ts', `export { x } from '../components/b/x.ts';`, 'no-restricted-imports'],
  ['avm-catalog/kernel/c.ts', `export { readFile } from 'node:fs/promises';`, 'no-restricted-imports'],
  ['avm-catalog/azure/a.ts', `export type { X } from '../kernel/x.ts';`, 'no-restricted-imports'],
  ['avm-catalog/components/a/a.ts', `export { x } from '../b/x.ts';`, 'no-restricted-imports'],
  ['avm-catalog/components/a/d.ts', `export { x } from '../b/inputs/x.ts';`, 'no-restricted-imports'],
  ['avm-catalog/components/a/e.ts', `export { x } from '../b/more-inputs.ts';`, 'no-restricted-imports'],
  ['avm-catalog/components/a/b.ts', `export { x } from '../../constitution/rule.ts';`, 'no-restricted-imports'],
  ['avm-catalog/components/a/c.ts', `export { x } from '../../../src/plan/x.ts';`, 'no-restricted-imports'],
  ['avm-catalog/constitution/rules/a.ts', `export { x } from '../../blueprints/x.ts';`, 'no-restricted-imports'],
  ['avm-catalog/modules/load.ts', `export { x } from '../../src/resolve/x.ts';`, 'no-restricted-imports'],
  ['src/answers/a.ts', `export { x } from '../resolve/x.ts';`, 'no-restricted-imports'],
  ['src/resolve/a.ts', `export { x } from '../plan/x.ts';`, 'no-restricted-imports'],
  ['src/plan/a.ts', `export { x } from '../files/x.ts';`, 'no-restricted-imports'],
  ['src/plan/deep/a.ts', `export { x } from '../../checks/x.ts';`, 'no-restricted-imports'],
  ['src/plan/b.ts', `export type { X } from '../workspace/x.ts';`, 'no-restricted-imports'],
  ['src/plan/c.ts', `export const x = (): Promise<unknown> => import('../cli/x.ts');`, 'no-restricted-imports'],
  ['src/plan/d.ts', `export { default as x } from '../../templates/x.hbs';`, 'no-restricted-imports'],
  ['src/plan/e.ts', `export { x } from '../analysis/x.ts';`, 'no-restricted-imports'],
  ['src/analysis/a.ts', `export { x } from '../files/x.ts';`, 'no-restricted-imports'],
  ['src/analysis/b.ts', `export { existsSync } from 'node:fs';`, 'no-restricted-imports'],
  ['src/analysis/c.ts', `export const x = Date.now();`, 'no-restricted-globals'],
  ['src/files/a.ts', `export { x } from '../workspace/x.ts';`, 'no-restricted-imports'],
  ['src/files/b.ts', `export { x } from 'tinyexec';`, 'no-restricted-imports'],
  ['src/files/c.ts', `export { default as x } from 'fs-extra';`, 'no-restricted-imports'],
  ['src/files/d.ts', `export { tmpdir } from 'node:os';`, 'no-restricted-imports'],
  ['src/workspace/a.ts', `export { x } from '../checks/x.ts';`, 'no-restricted-imports'],
  ['src/checks/a.ts', `export { x } from '../cli/x.ts';`, 'no-restricted-imports'],
  ['src/checks/b.ts', `export { x } from '../../generators/x.ts';`, 'no-restricted-imports'],
  ['src/checks/h.ts', `export { x } from '../report/x.ts';`, 'no-restricted-imports'],
  ['src/checks/i.ts', `export { x } from '../whatif/x.ts';`, 'no-restricted-imports'],
  ['src/whatif/a.ts', `export { x } from '../report/x.ts';`, 'no-restricted-imports'],
  ['src/whatif/b.ts', `export { readFile } from 'node:fs/promises';`, 'no-restricted-imports'],
  ['src/report/a.ts', `export { x } from '../cli/x.ts';`, 'no-restricted-imports'],
  ['src/report/b.ts', `export { readFile } from 'node:fs/promises';`, 'no-restricted-imports'],
  ['src/report/c.ts', `export { x } from '../workspace/x.ts';`, 'no-restricted-imports'],
  ['src/report/d.ts', `export const x = Date.now();`, 'no-restricted-globals'],
  ['generators/a.ts', `export { x } from '../src/plan/x.ts';`, 'no-restricted-imports'],
  ['generators/b.ts', `export { x } from '../src/cli/x.ts';`, 'no-restricted-imports'],
  ['plopfile.ts', `export { x } from './src/plan/x.ts';`, 'no-restricted-imports'],
  ['src/resolve/b.ts', `export const x = Date.now();`, 'no-restricted-globals'],
  ['src/resolve/c.ts', `export const x = process.env['HOME'];`, 'no-restricted-globals'],
  ['src/resolve/d.ts', `export const x = Math.random();`, 'no-restricted-properties'],
  ['src/resolve/e.ts', `export const x = 'a'.localeCompare('b');`, 'no-restricted-properties'],
  ['src/checks/c.ts', `export const x = (): void => console.log('x');`, 'no-console'],
  ['src/checks/d.ts', `export const x = (): never => process.exit(1);`, 'no-process-exit'],
  ['src/checks/e.ts', `export { x } from './f.ts';`, 'no-cycle'],
  ['src/checks/g.ts', `export const x: string[] = [\n${"  'x',\n".repeat(200)}];`, 'max-lines'],
];

const accepted: Readonly<Record<string, string>> = {
  'avm-catalog/components/index.ts': `export { x } from './b/component.ts';`,
  'avm-catalog/components/b/component.ts': `export { x } from '../../kernel/x.ts';`,
  'avm-catalog/components/b/docs.ts': `export { x } from '../c/inputs.ts';`,
  'avm-catalog/constitution/rules/b.ts': `export { x } from '../../components/b/component.ts';`,
  'avm-catalog/blueprints/b/b.ts': `export { x } from '../../constitution/rules/b.ts';`,
  'avm-catalog/modules/sync.ts': `export { readFile } from 'node:fs/promises';`,
  'avm-catalog/kernel/x.ts': `export { x } from '../../src/bicep/x.ts';`,
  'src/analysis/x.ts': `export { x } from '../plan/x.ts';`,
  'src/files/x.ts': `export { default as y } from '../../templates/x.hbs';\nexport { x } from '../plan/x.ts';`,
  'src/report/x.ts': `export { default as y } from '../../templates/x.hbs';\nexport { x } from '../checks/x.ts';`,
  'src/cli/x.ts': `export { x } from '../checks/x.ts';\nconsole.log('x');`,
  'src/cli/avm.ts': `export { x } from './x.ts';\nprocess.exit(0);`,
  'generators/x.ts': `export { x } from '../src/answers/x.ts';\nexport { x as y } from '../avm-catalog/kernel/x.ts';`,
};

let fixture: FsFixture;
let said: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  fixture = await createFixture({
    '.oxlintrc.json': JSON.stringify({ ...config, options: {} }),
    'src/checks/f.ts': `export { x as y } from './e.ts';\nexport const x = 1;`,
    ...Object.fromEntries(refused),
    ...accepted,
  });
  said = await lint(fixture.path);
});
afterAll(() => fixture.rm());

describe('layers are guarded by the linter', () => {
  it.each(refused)('%s may not say %s', (file, _, rule) => {
    expect(said.get(file)).toEqual([rule]);
  });
  it.each(Object.entries(accepted))('%s may say %s', (file) => {
    expect(said.get(file)).toBeUndefined();
  });
});

/** Names of the rules that speak, by file. */
async function lint(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const { stdout } = await x(fromRoot('node_modules/.bin/oxlint'), ['--format', 'json'], {
    nodeOptions: { cwd: folder },
  });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
  const rules = new Map<string, string[]>();
  for (const { code, filename } of diagnostics) {
    rules.set(filename, [...(rules.get(filename) ?? []), code.replace(/^.*\(|\)$/g, '')]);
  }
  return rules;
}

function fromRoot(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}
