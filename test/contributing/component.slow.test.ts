import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bicepPath } from '../support/bicep.ts';
import { modulesFolder } from '../support/modules.ts';
import { isMissing } from '../support/tools.ts';
import { Copy, fromSources, root } from './copy.ts';

const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

/** Files of the example: a bold step names the path, and the block of code below it is the file. */
function filesOfExample(): ReadonlyMap<string, string> {
  const [, example = ''] = page.split('## Add a component');
  const found = example.matchAll(/\*\*\d+\. `([^`]+)`\*\*[^\n]*\n+```\w+\n([\s\S]*?)```/g);
  return new Map(Array.from(found, ([, path = '', text = '']) => [path, text]));
}

let copy: Copy;

/** A copy of the sources, with the example in it, word for word, and its two lines in the lists. */
beforeAll(() => {
  copy = new Copy();
  for (const [path, text] of filesOfExample()) {
    mkdirSync(dirname(copy.path(path)), { recursive: true });
    writeFileSync(copy.path(path), text);
  }
  copy.edit('avm-catalog/components/index.ts', [
    [
      'import { storageAccount }',
      "import { serviceHealthAlert } from './service-health-alert/component.ts';\nimport { storageAccount }",
    ],
    ['  alerts,\n]', '  alerts,\n  serviceHealthAlert,\n]'],
  ]);
  copy.edit('avm-catalog/blueprints/windows-vm/blueprint.ts', [
    ["    'alerts',\n", "    'alerts',\n    'service-health-alert',\n"],
  ]);
  copy.edit('avm-catalog/blueprints/windows-vm/stories.ts', [["'alerts']", "'alerts', 'service-health-alert']"]]);
});
afterAll(() => copy.remove());

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
    expect(copy.typecheck()).toBe('');
    const file = 'avm-catalog/components/service-health-alert/component.ts';
    const whole = copy.read(file);
    copy.edit(file, [['  docs: { operations },\n', '']]);
    expect(copy.typecheck()).toMatch(/Property 'docs' is missing/);
    writeFileSync(copy.path(file), whole);
  });

  it.skipIf(modulesFolder() === null || isMissing('bicep'))(
    'is deployed where it is on, by the real compiler and the real modules',
    () => {
      expect(copy.run([...fromSources, 'scripts/schema.ts']).status).toBe(0);
      const answers = 'test/cases/service-health-alert/avm.yaml';
      const env = { BICEP_PATH: bicepPath(), AVM_MODULES_DIR: modulesFolder() ?? '' };
      const made = copy.run([...fromSources, 'src/cli/create-avm.ts', 'out', '--answers', answers, '--no-git'], env);
      expect(made.stdout + made.stderr).toContain('✓ Passed');
      expect(made.status).toBe(0);
      expect(copy.read('out/main.bicep')).toMatch(/module serviceHealthAlert .*if \(deployServiceHealthAlert\)/);
      const readme = copy.read('out/README.md');
      expect(readme).toContain(
        'Whoever is notified of alerts is also notified when Azure itself is unhealthy, in prod',
      );
      expect(copy.read('out/docs/architecture.prod.svg')).toContain('Service health alert');
    },
  );
});
