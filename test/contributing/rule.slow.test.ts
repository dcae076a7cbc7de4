import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeCase } from '../cases/fold.ts';
import { bicepPath } from '../support/bicep.ts';
import { modulesFolder } from '../support/modules.ts';
import { isMissing } from '../support/tools.ts';
import { Copy, stepsOf } from './copy.ts';

const rules = 'avm-catalog/constitution/rules';
const steps = stepsOf('Add a rule');

let copy: Copy;

beforeAll(() => {
  copy = new Copy();
  const [check = '', rule = '', mutation = ''] = steps.values();
  copy.edit(`${rules}/data-checks.ts`, [['export function noSharedKeys', `${check}\nexport function noSharedKeys`]]);
  copy.edit(`${rules}/data-security.ts`, [
    ['  disksStayInside,\n', '  currentKind,\n  disksStayInside,\n'],
    ['\n];\n', `\n${rule}];\n`],
  ]);
  copy.edit('test/rules/library-mutations.ts', [["  ['SEC-025'", `${mutation}  ['SEC-025'`]]);
});
afterAll(() => copy.remove());

describe('the rule of CONTRIBUTING.md, word for word', () => {
  it('has a block for each step that names a file', () => {
    expect([...steps.keys()]).toEqual([
      `${rules}/data-checks.ts`,
      `${rules}/data-security.ts`,
      'test/rules/library-mutations.ts',
    ]);
  });

  it('passes the type checker', () => {
    expect(copy.typecheck()).toBe('');
  });

  it('changes no case but the one whose documents are whole', () => {
    expect(copy.vitest('quick', ['test/cases', '-u']).status).toBe(0);
    const documents = ['.ps-rule/README.md', '.specify/memory/constitution.md', 'README.md', 'docs/traceability.md'];
    const specs = ['analysis.md', 'plan.md'].map((name) => `specs/001-legacyapp/${name}`);
    expect(copy.changedCases()).toEqual(
      [...documents, ...specs].map((path) => `test/cases/${wholeCase}/expected/files/${path}`),
    );
  });

  it.skipIf(modulesFolder() === null || isMissing('bicep'))(
    'is broken by its mutation, and by nothing that the real modules make',
    () => {
      const env = { BICEP_PATH: bicepPath(), AVM_MODULES_DIR: modulesFolder() ?? '' };
      const ran = copy.vitest('slow', ['test/rules/rules.slow', '-t', 'SEC-028|find nothing|are all broken'], env);
      expect(ran.stdout).toMatch(/^4 passed, 0 failed/m);
    },
  );
});
