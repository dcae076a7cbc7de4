import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { modulePath, pins, type ModuleName } from '../../avm-catalog/modules/pins.ts';
import { openCompiler, type Compiler } from '../../src/checks/bicep/open.ts';
import { compileWorkspace } from '../../src/checks/compile.ts';
import { stubTemplate } from '../../src/checks/modules/interface-stub.ts';
import { prepareModules, type PreparedModules } from '../../src/checks/modules/prepare.ts';
import { publicRegistry } from '../../src/checks/modules/source.ts';
import { generate } from '../../src/files/generate.ts';
import { catalog } from '../plan/support.ts';
import { addedModule, anyAnswers } from '../support/any-answers.ts';
import { bicepPath } from '../support/bicep.ts';
import { isMissing } from '../support/tools.ts';

let root: string;
let prepared: PreparedModules;
let compiler: Compiler;

beforeAll(async () => {
  process.env['BICEP_PATH'] = bicepPath();
  root = await mkdtemp(join(tmpdir(), 'any-answers-'));
  const pinned = (Object.keys(pins) as ModuleName[]).map((name) => ({ module: modulePath(name), version: pins[name] }));
  const modules = [...pinned, addedModule];
  const stub = (module: string, version: string): string => JSON.stringify(stubTemplate(catalog.interface(module, version)));
  prepared = await prepareModules({ kind: 'interfaces', stub }, { root, modules, registry: publicRegistry, bicep: bicepPath() });
  compiler = await openCompiler({ environment: prepared.environment });
});

afterAll(async () => {
  await compiler.session.close();
  await prepared.dispose();
  await rm(root, { recursive: true, force: true });
});

it.skipIf(isMissing('bicep'))('any valid answers give a workspace that the compiler accepts', { timeout: 600_000 }, async () => {
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(anyAnswers, async (answers) => {
      const { files, findings } = generate(answers, 'version: 1\n', catalog);
      expect(findings.filter((one) => one.severity === 'error')).toEqual([]);
      const folder = join(prepared.root, `run${runs++}`);
      for (const file of files ?? []) {
        await mkdir(dirname(join(folder, file.path)), { recursive: true });
        await writeFile(join(folder, file.path), file.text);
      }
      const environments = Object.keys(answers.environments).map((name) => ({ name, parametersFile: `main.${name}.bicepparam` }));
      const compiled = await compileWorkspace(compiler.session, folder, { environments });
      expect(compiled.findings).toEqual([]);
      const template = JSON.parse(compiled.compiledTemplate ?? '{}') as { metadata: { description: string } };
      expect(template.metadata.description).toBe(answers.workload.description);
      expect(ownerIn(compiled.parameters.get('dev'))).toBe(answers.tags['owner']);
    }),
    { numRuns: 40 },
  );
});

function ownerIn(parameters: string | null | undefined): unknown {
  const { parameters: given } = JSON.parse(parameters ?? '{}') as { parameters: { tagValues: { value: { owner: string } } } };
  return given.tagValues.value.owner;
}
