import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeCase } from '../cases/fold.ts';
import { bicepPath } from '../support/bicep.ts';
import { modulesFolder } from '../support/modules.ts';
import { isMissing } from '../support/tools.ts';
import { Copy, fromSources, stepsOf } from './copy.ts';

const steps = stepsOf('Add a component');

let copy: Copy;

/** The example, word for word, and its lines in the lists. */
beforeAll(() => {
  copy = new Copy();
  for (const [path, text] of steps) copy.write(path, text);
  copy.edit('avm-catalog/components/index.ts', [
    [
      'import { storageAccount }',
      "import { serviceHealthAlert } from './service-health-alert/component.ts';\nimport { storageAccount }",
    ],
    ['\n] as readonly', '\n  serviceHealthAlert,\n] as readonly'],
  ]);
  copy.edit('avm-catalog/blueprints/windows-vm/blueprint.ts', [
    ["    'alerts',\n", "    'alerts',\n    'service-health-alert',\n"],
  ]);
  copy.edit('avm-catalog/blueprints/windows-vm/stories.ts', [["'alerts',", "'alerts', 'service-health-alert',"]]);
});
afterAll(() => copy.remove());

describe('the component of CONTRIBUTING.md, word for word', () => {
  it('has a file for each step that names one', () => {
    expect([...steps.keys()]).toEqual([
      'avm-catalog/components/service-health-alert/inputs.ts',
      'avm-catalog/components/service-health-alert/component.ts',
      'avm-catalog/components/service-health-alert/readme.md.hbs',
      'test/cases/service-health-alert/avm.yaml',
    ]);
  });

  it('passes the type checker, which refuses a component without its documents', () => {
    expect(copy.typecheck()).toBe('');
    const file = 'avm-catalog/components/service-health-alert/component.ts';
    copy.edit(file, [['  docs: { operations },\n', '']]);
    expect(copy.typecheck()).toMatch(/Property 'docs' is missing/);
    copy.write(file, steps.get(file) ?? '');
  });

  it('changes no other case, but that one more part can be added to the one that has all others', () => {
    expect(copy.vitest('quick', ['test/cases', '-u']).status).toBe(0);
    const others = copy.changedCases().filter((path) => !path.startsWith('test/cases/service-health-alert/'));
    expect(others).toEqual([`test/cases/${wholeCase}/expected/files/README.md`]);
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
      expect(copy.read('out/main.bicep')).toMatch(/module azureHealthAlert .*if \(deployServiceHealthAlert\)/);
      const readme = copy.read('out/README.md');
      expect(readme).toContain('Receivers of alerts are also notified when Azure is unhealthy, in prod');
      expect(copy.read('out/docs/architecture.prod.svg')).toContain('Service health alert');
    },
  );
});
