import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bicepPath } from '../support/bicep.ts';
import { modulesFolder } from '../support/modules.ts';
import { isMissing } from '../support/tools.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

/** Files of the example: a bold step names the path, and the block of code below it is the file. */
function filesOfExample(): ReadonlyMap<string, string> {
  const [, example = ''] = page.split('## Add a component');
  const found = example.matchAll(/\*\*\d+\. `([^`]+)`\*\*[^\n]*\n+```\w+\n([\s\S]*?)```/g);
  return new Map(Array.from(found, ([, path = '', text = '']) => [path, text]));
}

let copy: string;

/** A copy of the sources, with the example in it, word for word, and its two lines in the lists. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'contributing-'));
  for (const name of ['avm-catalog', 'src', 'generators', 'templates', 'scripts', 'package.json', 'tsconfig.json'])
    cpSync(join(root, name), join(copy, name), {
      recursive: true,
      filter: (path) => !path.endsWith(join('modules', 'data')) && !path.includes(join('scripts', 'bench')),
    });
  symlinkSync(join(root, 'avm-catalog/modules/data'), join(copy, 'avm-catalog/modules/data'));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const [path, text] of filesOfExample()) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
  edit('avm-catalog/components/index.ts', [
    [
      'import { storageAccount }',
      "import { serviceHealthAlert } from './service-health-alert/component.ts';\nimport { storageAccount }",
    ],
    ['  alerts,\n]', '  alerts,\n  serviceHealthAlert,\n]'],
  ]);
  edit('avm-catalog/blueprints/windows-vm/blueprint.ts', [
    ["    'alerts',\n", "    'alerts',\n    'service-health-alert',\n"],
  ]);
  edit('avm-catalog/blueprints/windows-vm/stories.ts', [["'alerts']", "'alerts', 'service-health-alert']"]]);
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function edit(path: string, replaced: readonly (readonly [string, string])[]): void {
  let text = readFileSync(join(copy, path), 'utf8');
  for (const [before, after] of replaced) {
    if (!text.includes(before)) throw new Error(`${path} does not have ${before}`);
    text = text.replace(before, after);
  }
  writeFileSync(join(copy, path), text);
}

const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8', env: { ...process.env, ...env } });
const sources = ['--import', 'tsx', '--import', './scripts/register-hbs.mjs'];

describe('the component of CONTRIBUTING.md, word for word', () => {
  it('has a file for each step that names one', () => {
    expect([...filesOfExample().keys()]).toEqual([
      'avm-catalog/components/service-health-alert/inputs.ts',
      'avm-catalog/components/service-health-alert/component.ts',
      'avm-catalog/components/service-health-alert/readme.md.hbs',
      'test/cases/service-health-alert/avm.yaml',
    ]);
  });

  it('passes the type checker, which refuses a component without its documents', () => {
    const tsc = (): string =>
      spawnSync(join(copy, 'node_modules/.bin/tsc'), ['--noEmit', '-p', copy], { cwd: copy, encoding: 'utf8' }).stdout;
    expect(tsc()).toBe('');
    const file = 'avm-catalog/components/service-health-alert/component.ts';
    const whole = readFileSync(join(copy, file), 'utf8');
    edit(file, [['  docs: { operations },\n', '']]);
    expect(tsc()).toMatch(/Property 'docs' is missing/);
    writeFileSync(join(copy, file), whole);
  });

  it.skipIf(modulesFolder() === null || isMissing('bicep'))(
    'is deployed where it is on, by the real compiler and the real modules',
    () => {
      expect(run([...sources, 'scripts/schema.ts']).status).toBe(0);
      const answers = 'test/cases/service-health-alert/avm.yaml';
      const env = { BICEP_PATH: bicepPath(), AVM_MODULES_DIR: modulesFolder() ?? '' };
      const made = run([...sources, 'src/cli/create-avm.ts', 'out', '--answers', answers, '--no-git'], env);
      expect(made.stdout + made.stderr).toContain('✓ Passed');
      expect(made.status).toBe(0);
      expect(readFileSync(join(copy, 'out/main.bicep'), 'utf8')).toMatch(
        /module serviceHealthAlert .*if \(deployServiceHealthAlert\)/,
      );
      const readme = readFileSync(join(copy, 'out/README.md'), 'utf8');
      expect(readme).toContain(
        'Whoever is notified of alerts is also notified when Azure itself is unhealthy, in prod',
      );
      expect(readFileSync(join(copy, 'out/docs/architecture.prod.svg'), 'utf8')).toContain('Service health alert');
    },
  );
});
