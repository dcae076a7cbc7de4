import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCase } from '../cases/cases.ts';
import { fingerprint, installTarball, run, type Installed, type Run } from '../package/tarball.ts';
import { partsFolder } from './parts.ts';

/**
 * Spec Kit's own scripts and its `specify` against what is generated. No package registry that the tests may use has Spec Kit,
 * so this runs only where SPEC_KIT_DIR names a checkout of github/spec-kit; CI has none, and skips it. What the scripts and
 * agents ask for is held without it by the other tests of this folder and by test/files/documents.test.ts.
 */
const kit = process.env['SPEC_KIT_DIR'];
const specify = kit === undefined ? undefined : findSpecify(kit);
if (kit === undefined)
  console.warn('SKIPPED: Spec Kit’s own scripts and init. SPEC_KIT_DIR=<checkout of github/spec-kit> runs them.');
else if (specify === undefined)
  console.warn('SKIPPED: specify. Neither SPECIFY nor python3 with what Spec Kit imports can run it.');

/** A command in SPECIFY, or Python with the checkout, where it has all that Spec Kit imports. */
function findSpecify(checkout: string): readonly string[] | undefined {
  const python = [
    'env',
    `PYTHONPATH=${join(checkout, 'src')}`,
    'python3',
    '-c',
    'import specify_cli; specify_cli.main()',
  ];
  const [command = '', ...rest] = process.env['SPECIFY']?.split(' ') ?? python;
  return spawnSync(command, [...rest, 'version']).status === 0 ? [command, ...rest] : undefined;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A workspace of a case on disk, as nobody has touched it. */
function written(name: string): string {
  const root = mkdtempSync(join(tmpdir(), 'spec-kit-'));
  folders.push(root);
  for (const { path, text } of readCase(name).generated.files ?? []) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** In a workspace, and with no feature named by the computer's own environment. */
function call(cwd: string, [command = '', ...args]: readonly string[], env: NodeJS.ProcessEnv = {}): Run {
  return run(command, args, { cwd, env: { SPECIFY_FEATURE: undefined, SPECIFY_FEATURE_DIRECTORY: undefined, ...env } });
}

function init(root: string): Run {
  const asked = ['init', '--here', '--force', '--integration', 'copilot', '--script', 'sh', '--ignore-agent-tools'];
  return call(root, [...(specify ?? []), ...asked]);
}

describe.skipIf(kit === undefined).each(['defaults', 'everything-on', 'hub-and-spoke'])(
  'the scripts of Spec Kit on %s',
  (name) => {
    let root = '';
    let before: readonly string[] = [];
    const docs = ['research.md', 'data-model.md', 'contracts/', 'quickstart.md'];
    const script = (line: string): unknown => {
      const [file = '', ...args] = line.split(' ');
      const ran = call(root, ['bash', join(kit ?? '', 'scripts/bash', file), '--json', ...args], {
        SPECIFY_INIT_DIR: root,
      });
      expect(ran.code, ran.stderr).toBe(0);
      return JSON.parse(ran.stdout);
    };

    beforeAll(() => {
      root = written(name);
      const templates = join(kit ?? '', 'templates');
      mkdirSync(join(root, '.specify/templates'));
      for (const file of readdirSync(templates).filter((one) => one.endsWith('-template.md')))
        cpSync(join(templates, file), join(root, '.specify/templates', file));
      before = fingerprint(root);
    });

    it('find what each command asks for, and change nothing', () => {
      const folder = join(root, 'specs/001-legacyapp');
      expect(script('check-prerequisites.sh --paths-only'), 'clarify').toMatchObject({
        BRANCH: '001-legacyapp',
        FEATURE_DIR: folder,
        FEATURE_SPEC: join(folder, 'spec.md'),
      });
      expect(script('setup-plan.sh'), 'plan').toMatchObject({
        IMPL_PLAN: join(folder, 'plan.md'),
        BRANCH: '001-legacyapp',
      });
      expect(script('setup-tasks.sh'), 'tasks').toMatchObject({ FEATURE_DIR: folder, AVAILABLE_DOCS: docs });
      expect(script('check-prerequisites.sh --require-tasks --include-tasks'), 'analyze, implement, converge').toEqual({
        FEATURE_DIR: folder,
        AVAILABLE_DOCS: [...docs, 'tasks.md'],
      });
      expect(script('check-prerequisites.sh --template checklist-template'), 'checklist').toHaveProperty(
        'TEMPLATE_CONTENT',
      );
      expect(script('resolve-template.sh constitution-template'), 'constitution').toHaveProperty('TEMPLATE_CONTENT');
      expect(script('create-new-feature.sh --dry-run --short-name next next'), 'specify').toMatchObject({
        FEATURE_NUM: '002',
      });
      expect(fingerprint(root)).toEqual(before);
    });
  },
);

describe.skipIf(specify === undefined)('specify', () => {
  it.each(['defaults', 'everything-on', 'hub-and-spoke'])('init changes no file of %s', (name) => {
    const root = written(name);
    const before = fingerprint(root);
    expect(init(root).code).toBe(0);
    const after = new Set(fingerprint(root));
    expect(before.filter((line) => !after.has(line))).toEqual([]);
    expect(existsSync(join(root, '.specify/memory/.constitution-template.json')), 'counts as authored').toBe(false);
    const own = call(root, ['bash', '.specify/scripts/bash/check-prerequisites.sh', '--json', '--require-tasks']);
    expect(own.code, own.stderr).toBe(0);
  });

  describe('with what create-avm brings for it', () => {
    let installed: Installed;
    let root = '';
    const kitted = (...args: string[]): Run => call(root, [...(specify ?? []), ...args]);
    const read = (path: string): string => readFileSync(join(root, path), 'utf8');

    beforeAll(() => {
      installed = installTarball();
      folders.push(installed.folder);
      root = join(installed.folder, 'legacyapp');
      const made = call(installed.folder, [
        process.execPath,
        installed.createAvm,
        'legacyapp',
        '--yes',
        '--no-check',
        '--no-git',
      ]);
      if (made.code !== 0 || init(root).code !== 0) throw new Error(made.stderr);
    });

    it('takes extension, preset and workflow', () => {
      for (const part of ['extension', 'preset', 'workflow']) {
        const added = kitted(part, 'add', '--dev', join(partsFolder, part));
        expect(added.code, added.stdout + added.stderr).toBe(0);
      }
      for (const name of ['render', 'check', 'trace', 'analyze', 'clarify'])
        expect(read(`.github/skills/speckit-avm-${name}/SKILL.md`)).toContain('npx -p create-avm avm');
      expect(read('.github/skills/speckit-plan/SKILL.md')).toMatch(/Generated[\s\S]*\n## User Input\n/);
      expect(read('.github/skills/speckit-implement/SKILL.md')).toContain(
        '`.specify/scripts/bash/check-prerequisites.sh --json --require-tasks --include-tasks`',
      );
      expect(read('.specify/extensions.yml')).toContain('speckit.avm.check');
      expect(read('.github/hooks/speckit.json')).toContain('speckit.avm.check stop');
    });

    it('runs the workflow, which fails where files are not what avm.yaml generates', () => {
      const workflow = (...inputs: string[]): Run =>
        kitted('workflow', 'run', 'avm', '--json', ...inputs.flatMap((one) => ['--input', one]));
      expect(JSON.parse(workflow('depth=interface').stdout)).toMatchObject({ status: 'completed' });
      rmSync(join(root, 'main.dev.bicepparam'));
      expect(workflow('write=no', 'depth=interface').code).toBe(1);
      expect(JSON.parse(workflow('depth=interface').stdout)).toMatchObject({ status: 'completed' });
      expect(existsSync(join(root, 'main.dev.bicepparam'))).toBe(true);
    });

    it('runs the check when an agent stops', () => {
      const stop = (): Run =>
        call(root, ['python3', '.specify/events.py', 'speckit.avm.check', 'stop', '60'], {
          PATH: `${join(installed.folder, 'node_modules/.bin')}:${process.env['PATH']}`,
        });
      expect(stop().code).toBe(0);
      writeFileSync(join(root, 'main.bicep'), `${read('main.bicep')}// by hand\n`);
      expect(stop()).toMatchObject({ code: 2, stderr: expect.stringContaining('main.bicep') as string });
    });
  });
});
