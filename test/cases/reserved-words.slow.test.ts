import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { modulePath, pins, type ModuleName } from '../../avm-catalog/modules/pins.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { writeAnswers } from '../../src/answers/write.ts';
import { openCompiler, type Compiler } from '../../src/checks/bicep/open.ts';
import { compileWorkspace } from '../../src/checks/compile.ts';
import { stubTemplate } from '../../src/checks/modules/interface-stub.ts';
import { prepareModules, type PreparedModules } from '../../src/checks/modules/prepare.ts';
import { publicRegistry } from '../../src/checks/modules/source.ts';
import { generate } from '../../src/files/generate.ts';
import { answersWith, catalog } from '../plan/support.ts';
import { bicepPath } from '../support/bicep.ts';
import { reservedTags, reservedWords } from '../support/reserved-words.ts';

let root: string;
let prepared: PreparedModules;
let compiler: Compiler;

beforeAll(async () => {
  process.env['BICEP_PATH'] = bicepPath();
  root = await mkdtemp(join(tmpdir(), 'reserved-words-'));
  const modules = (Object.keys(pins) as ModuleName[]).map((name) => ({ module: modulePath(name), version: pins[name] }));
  const stub = (module: string, version: string): string => JSON.stringify(stubTemplate(catalog.interface(module, version)));
  prepared = await prepareModules({ kind: 'interfaces', stub }, { root, modules, registry: publicRegistry, bicep: bicepPath() });
  compiler = await openCompiler({ environment: prepared.environment });
});

afterAll(async () => {
  await compiler.session.close();
  await prepared.dispose();
  await rm(root, { recursive: true, force: true });
});

/** Few enough for every type of resource: a private DNS zone takes 15. */
const atOnce = 10;
const batches = Array.from({ length: Math.ceil(reservedTags.length / atOnce) }, (_, index) =>
  reservedTags.slice(index * atOnce, (index + 1) * atOnce),
);

it('reserved words arrive as they are, as names and as values', { timeout: 600_000 }, async () => {
  expect(reservedTags.length).toBeGreaterThan(150);
  for (const [index, names] of batches.entries()) {
    const word = (at: number): string => reservedWords[(index * 7 + at) % reservedWords.length] ?? '';
    const tags = Object.fromEntries(names.map((name, at) => [name, word(at)]));
    const environments = { dev: { tags: { [names[0] ?? '']: word(3) } }, test: null, prod: null };
    const description = `${word(1)} ${word(2)}`;
    const wished = answersWith({ workload: { description }, tags });
    const given = { ...wished, environments: { dev: { ...wished.environments['dev'], ...environments.dev } } };
    const text = writeAnswers(given);
    const parsed = parseAnswers(text);
    if (!('answers' in parsed)) throw new Error(JSON.stringify(parsed.findings));
    const { files, findings } = generate(parsed.answers, text, catalog);
    expect(findings.filter((one) => one.severity === 'error')).toEqual([]);
    const folder = join(prepared.root, `words${index}`);
    for (const file of files ?? []) {
      await mkdir(dirname(join(folder, file.path)), { recursive: true });
      await writeFile(join(folder, file.path), file.text);
    }
    const compiled = await compileWorkspace(compiler.session, folder, { environments: [{ name: 'dev', parametersFile: 'main.dev.bicepparam' }] });
    expect(compiled.findings).toEqual([]);
    const template = JSON.parse(compiled.compiledTemplate ?? '{}') as { metadata: { description: string } };
    expect(template.metadata.description).toBe(description);
    const { parameters } = JSON.parse(compiled.parameters.get('dev') ?? '{}') as { parameters: { tagValues: { value: object } } };
    expect(parameters.tagValues.value).toEqual({ owner: 'platform-team', costCenter: '0000', application: 'legacyapp', ...tags, ...environments.dev.tags });
  }
});
