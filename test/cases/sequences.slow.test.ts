import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dataStore } from '../../avm-catalog/blueprints/data-store/blueprint.ts';
import { modulePath, pins, type ModuleName } from '../../avm-catalog/modules/pins.ts';
import { startAnswers } from '../../src/answers/start.ts';
import { writeAnswers } from '../../src/answers/write.ts';
import { openCompiler, type Compiler } from '../../src/checks/bicep/open.ts';
import { compileWorkspace } from '../../src/checks/compile.ts';
import { stubTemplate } from '../../src/checks/modules/interface-stub.ts';
import { prepareModules, type PreparedModules } from '../../src/checks/modules/prepare.ts';
import { publicRegistry } from '../../src/checks/modules/source.ts';
import { catalog } from '../plan/support.ts';
import { bicepPath } from '../support/bicep.ts';
import { addedModules, after, anyOperation, generatedOf } from '../support/operations.ts';
import { isMissing } from '../support/tools.ts';

const start = writeAnswers(startAnswers({ name: 'records' }, dataStore));
let root: string;
let prepared: PreparedModules;
let compiler: Compiler;

beforeAll(async () => {
  process.env['BICEP_PATH'] = bicepPath();
  root = await mkdtemp(join(tmpdir(), 'sequences-'));
  const pinned = (Object.keys(pins) as ModuleName[]).map((name) => ({ module: modulePath(name), version: pins[name] }));
  const stub = (module: string, version: string): string =>
    JSON.stringify(stubTemplate(catalog.interface(module, version)));
  const of = { root, modules: [...pinned, ...addedModules], registry: publicRegistry, bicep: bicepPath() };
  prepared = await prepareModules({ kind: 'interfaces', stub }, of);
  compiler = await openCompiler({ environment: prepared.environment });
});

afterAll(async () => {
  await compiler.session.close();
  await prepared.dispose();
  await rm(root, { recursive: true, force: true });
});

it.skipIf(isMissing('bicep'))(
  'any commands, one after the other, leave a workspace that the compiler accepts',
  { timeout: 600_000 },
  async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyOperation, { minLength: 3, maxLength: 12 }), async (all) => {
        const { plan, files = [] } = generatedOf(all.reduce(after, start));
        const folder = join(prepared.root, `run${runs++}`);
        for (const file of files) {
          await mkdir(dirname(join(folder, file.path)), { recursive: true });
          await writeFile(join(folder, file.path), file.text);
        }
        const environments = (plan?.environments ?? []).map((name) => ({
          name,
          parametersFile: `main.${name}.bicepparam`,
        }));
        const compiled = await compileWorkspace(compiler.session, folder, { environments });
        expect(compiled.findings).toEqual([]);
        expect(compiled.parameters.size).toBe(environments.length);
      }),
      { numRuns: 12 },
    );
  },
);
