import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { empty } from '../avm-catalog/blueprints/empty/blueprint.ts';
import { loadCatalog } from '../avm-catalog/modules/catalog.ts';
import { latestVersion, loadIndex } from '../avm-catalog/modules/load.ts';
import type { Answers } from '../src/answers/answers.ts';
import { startAnswers } from '../src/answers/start.ts';
import { openCompiler } from '../src/checks/bicep/open.ts';
import { modulesOf } from '../src/checks/check.ts';
import { compileWorkspace } from '../src/checks/compile.ts';
import { prepareModules } from '../src/checks/modules/prepare.ts';
import { publicRegistry } from '../src/checks/modules/source.ts';
import { describe as told } from '../src/findings/describe.ts';
import { generate } from '../src/files/generate.ts';
import { bicepPath } from '../test/support/bicep.ts';
import { modulesFolder } from '../test/support/modules.ts';
import { requiredParams } from './modules/required.ts';

/**
 * `npm run modules [PATH…]`: adds each module of the catalog, alone, with a value of its type for each parameter that it
 * needs, and compiles it against the real module. Prints how many were accepted, and what was said of the others.
 */
const catalog = loadCatalog();
const start = startAnswers({ name: 'demo' }, empty);
const wanted = process.argv.slice(2);
const all = Object.keys(loadIndex()).filter(
  (one) => !one.startsWith('avm/utl/') && (wanted.length === 0 || wanted.some((part) => one.includes(part))),
);
const folder = modulesFolder();
if (folder === null) throw new Error('AVM_MODULES_DIR has to name a folder of compiled modules');

interface Outcome {
  readonly module: string;
  readonly stage: 'accepted' | 'other scope' | 'refused' | 'compiler';
  readonly said: string;
}

function answersFor(module: string): Answers {
  const version = latestVersion(module) ?? '';
  const params = requiredParams(catalog.interface(module, version));
  const components = { sample: { type: 'avm-module', module, version, params } };
  return { ...start, spec: { ...start.spec, components }, environments: { dev: start.environments['dev'] ?? {} } };
}

async function outcomeOf(module: string): Promise<Outcome> {
  const { plan, files, findings } = generate(answersFor(module), 'version: 1\n', catalog);
  const [error] = findings.filter((one) => one.severity === 'error');
  if (error?.code === 'module-scope') return { module, stage: 'other scope', said: '' };
  if (error || !plan || !files) return { module, stage: 'refused', said: error ? told(error).message : 'no plan' };
  const root = mkdtempSync(join(tmpdir(), 'avm-module-'));
  for (const file of files.filter(({ path }) => /\.bicep(param)?$|bicepconfig/.test(path))) {
    mkdirSync(dirname(join(root, file.path)), { recursive: true });
    writeFileSync(join(root, file.path), file.text);
  }
  const prepared = await prepareModules(
    { kind: 'folder', folder: folder ?? '' },
    { root, modules: modulesOf(plan), registry: publicRegistry, bicep: bicepPath() },
  );
  const { session } = await openCompiler({ environment: prepared.environment });
  const compiled = await compileWorkspace(session, prepared.root, {
    environments: [{ name: 'dev', parametersFile: 'main.dev.bicepparam' }],
  });
  await session.close();
  await prepared.dispose();
  rmSync(root, { recursive: true, force: true });
  const [first] = compiled.findings;
  return first
    ? { module, stage: 'compiler', said: `${first.code} ${told(first).message}` }
    : { module, stage: 'accepted', said: '' };
}

const outcomes: Outcome[] = [];
for (const module of all)
  outcomes.push(
    await outcomeOf(module).catch((error: unknown): Outcome => ({ module, stage: 'refused', said: String(error) })),
  );
for (const { module, stage, said } of outcomes.filter((one) => one.stage === 'refused' || one.stage === 'compiler'))
  console.log(`${stage.padEnd(9)} ${module}: ${said}`);
const count = (stage: Outcome['stage']): number => outcomes.filter((one) => one.stage === stage).length;
console.log(
  `${outcomes.length} modules: ${count('accepted')} compile, ${count('other scope')} are for another scope, ${count('refused')} refused, ${count('compiler')} with findings of the compiler`,
);
process.exitCode = count('refused') + count('compiler') === 0 ? 0 : 1;
