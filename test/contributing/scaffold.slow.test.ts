import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextId } from '../../generators/contribute/rule/answers.ts';
import { bicepPath } from '../support/bicep.ts';
import { modulesFolder } from '../support/modules.ts';
import { isMissing } from '../support/tools.ts';
import { Copy, fromSources } from './copy.ts';

const component = [
  'container-registry',
  'Container registry',
  'Images of the workload, reachable from inside the network only',
  'container-registry/registry',
  'files',
  'data-store',
  'US2',
  'registry',
  'cr',
  'global',
];
const rule = [
  'SEC',
  'exposure.ts',
  'Registry admin user',
  'identity',
  'must',
  'The workload MUST keep the admin user of container registries disabled.',
  'A shared credential identifies nobody and gives full access to the images.',
  'The registry keeps its admin user off, which its module has by default.',
  'Microsoft.ContainerRegistry/registries',
  'properties.adminUserEnabled',
  'false',
];
const id = nextId('SEC');
const files = [
  '.gitignore',
  '.oxfmtrc.json',
  'oxlint.config.ts',
  'vitest.config.ts',
  'plopfile.ts',
  'spec-kit',
  'docs',
  'README.md',
];
const pages = ['AGENTS.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'];
/** What asks something of a component or a rule once it is in the lists. */
const demands = [
  'test/answers/json-schema.test.ts',
  'test/answers/start.test.ts',
  'test/answers/written.test.ts',
  'test/catalog/azure/lookups.test.ts',
  'test/catalog/azure/naming.test.ts',
  'test/choices',
  'test/files/blueprints.test.ts',
  'test/files/readme.test.ts',
  'test/files/tracing.test.ts',
  'test/house/exports.test.ts',
  'test/house/names.test.ts',
  'test/house/versions.test.ts',
  'test/plan/build.test.ts',
  'test/plan/check-blueprint.test.ts',
  'test/plan/names.test.ts',
  'test/resolve/requirements.test.ts',
  'test/rules/applies.test.ts',
  'test/rules/library.test.ts',
  `test/rules/${id.toLowerCase()}.test.ts`,
];

const inside = ['--import', 'tsx', '--import', '../scripts/register-hbs.mjs'];

let copy: Copy;

/** `npx plop`, with every answer as an argument. */
function plop(generator: string, answers: readonly string[]) {
  return copy.run(['node_modules/plop/bin/plop.js', generator, ...answers]);
}

beforeAll(() => {
  copy = new Copy(['test', ...files, ...pages]);
  const { status, stderr } = copy.run(['--import', 'tsx', 'scripts/build.ts']);
  if (status !== 0) throw new Error(stderr);
});
afterAll(() => copy.remove());

describe('npx plop in a checkout', () => {
  it('is no part of the package', () => {
    const built = readdirSync(copy.path('dist')).map((file) => copy.read(`dist/${file}`));
    expect(built.some((text) => text.includes('generators/contribute/index.ts'))).toBe(true);
    expect(built.filter((text) => text.includes('What its names begin with'))).toEqual([]);
  });

  it('writes a component, with all that the catalog and its tests ask for, and says what comes next', () => {
    const { status, stdout, stderr } = plop('component', component);
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toContain('npx vitest run --project slow test/cases test/choices -t container-registry');
    expect(stderr).toContain('Check the port of the private endpoint');
    expect(readdirSync(copy.path('avm-catalog/components/container-registry')).toSorted()).toEqual([
      'component.ts',
      'docs.ts',
      'drawing.ts',
      'inputs.ts',
      'readme.md.hbs',
    ]);
  });

  it('writes nothing over what is there', () => {
    const { status, stderr } = plop('component', component);
    expect(status).toBe(1);
    expect(stderr).toContain("There is a component 'container-registry': choose another name.");
  });

  it('writes a rule and its test', () => {
    const { status, stdout, stderr } = plop('rule', rule);
    expect(status, stdout + stderr).toBe(0);
    expect(stderr).toContain(`npx vitest run --project quick test/rules -t ${id}`);
    expect(copy.read(`test/rules/${id.toLowerCase()}.test.ts`)).toContain('properties.adminUserEnabled');
  });

  it('leaves types, format, and lint as they have to be', () => {
    expect(copy.typecheck()).toBe('');
    expect(copy.run(['node_modules/oxfmt/bin/oxfmt', '--check']).stdout).toContain('correct format');
    const lint = copy.run(['--import', 'tsx', 'node_modules/oxlint/bin/oxlint']);
    expect(lint.stdout).toContain('Found 0 warnings and 0 errors');
  }, 300_000);

  it('leaves nothing that the quick tests miss', () => {
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'quick'];
    expect(copy.run([...fromSources, 'scripts/schema.ts']).status).toBe(0);
    expect(copy.run([...vitest, 'test/cases', '-u']).status).toBe(0);
    const { status, stdout } = copy.run([...vitest, ...demands]);
    expect(status, stdout.slice(-6000)).toBe(0);
    expect(stdout).toContain(`test/rules/${id.toLowerCase()}.test.ts`);
  }, 400_000);

  it.skipIf(modulesFolder() === null || isMissing('bicep'))(
    'is deployed where it is on, by the real compiler and the real modules, and the rule holds',
    () => {
      const answers = 'test/cases/container-registry/avm.yaml';
      const env = { BICEP_PATH: bicepPath(), AVM_MODULES_DIR: modulesFolder() ?? '' };
      const made = copy.run([...fromSources, 'src/cli/create-avm.ts', 'out', '--answers', answers, '--no-git'], env);
      expect(made.stdout + made.stderr).toContain('✓ Passed');
      expect(made.status).toBe(0);
      expect(copy.read('out/main.bicep')).toMatch(/module containerRegistry .*if \(deployContainerRegistry\)/);
      expect(copy.read('out/README.md')).toContain('The container registry is deployed in prod');
      const check = ['../src/cli/avm.ts', 'check', '--env', 'prod', '--json'];
      const { data } = JSON.parse(copy.run([...inside, ...check], env, 'out').stdout) as { data: { rules: object[] } };
      expect(data.rules).toContainEqual(expect.objectContaining({ id, state: 'Compliant' }));
    },
  );
});
