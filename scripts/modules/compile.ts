import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readDeclarations } from '../../src/bicep/declarations.ts';
import { openCompiler } from '../../src/checks/bicep/open.ts';
import { modulesOf } from '../../src/checks/with-modules.ts';
import { compileWorkspace } from '../../src/checks/compile.ts';
import { prepareModules } from '../../src/checks/modules/prepare.ts';
import { publicRegistry } from '../../src/checks/modules/source.ts';
import { describe as told } from '../../src/findings/describe.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { generate, type Generated } from '../../src/files/generate.ts';
import { bicepPath } from '../../test/support/bicep.ts';
import { answersFor, catalog, nameOf, type Sample } from './samples.ts';

export interface Outcome extends Sample {
  readonly stage: 'accepted' | 'other scope' | 'types only' | 'refused' | 'compiler';
  /** Why it was not accepted; of one that was, what the compiler warns of. */
  readonly said: string;
}

/** Modules of one workspace, fewer than the 64 outputs that a template may have. */
const together = 40;

/** Adds each module, and compiles those that planning accepts with the real modules of `folder`, many in one workspace. */
export async function compileSamples(samples: readonly Sample[], folder: string): Promise<readonly Outcome[]> {
  const planned = samples.map((one) => ({ one, refusal: refusalOf(one) }));
  const accepted = planned.filter(({ refusal }) => refusal === undefined).map(({ one }) => one);
  const compiled: Outcome[] = [];
  for (let at = 0; at < accepted.length; at += together)
    compiled.push(...(await compileTogether(accepted.slice(at, at + together), folder)));
  return [...planned.flatMap(({ refusal }) => refusal ?? []), ...compiled];
}

/** What can't be added to any workspace, and is truly said to be so. */
const stages: Readonly<Partial<Record<string, Outcome['stage']>>> = {
  'module-scope': 'other scope',
  'module-types-only': 'types only',
};

function refusalOf(sample: Sample): Outcome | undefined {
  const { findings } = generate(answersFor([sample]), 'version: 1\n', catalog);
  const error = findings.find((one) => one.severity === 'error');
  if (!error) return undefined;
  return { ...sample, stage: stages[error.code] ?? 'refused', said: told(error).message };
}

/** A finding is of the module in whose declaration it is; where one is in none, each module is compiled alone. */
async function compileTogether(samples: readonly Sample[], folder: string): Promise<readonly Outcome[]> {
  const { files = [], plan } = generate(answersFor(samples), 'version: 1\n', catalog);
  if (!plan) throw new Error(`No plan of ${samples.map(({ module }) => module).join(', ')}`);
  const findings = await findingsOf({ files, plan }, folder);
  const template = files.find(({ path }) => path === 'main.bicep')?.text ?? '';
  const modules = readDeclarations(template.split('\n')).filter(({ kind }) => kind === 'module');
  const ownerOf = ({ where: { file, line = 0 } }: Finding): string | undefined =>
    file === 'main.bicep' ? modules.find(({ from, to }) => from <= line && line <= to)?.name : undefined;
  if (samples.length > 1 && findings.some((one) => ownerOf(one) === undefined)) return eachAlone(samples, folder);
  return samples.map((sample, index) => {
    const own = samples.length === 1 ? findings : findings.filter((one) => ownerOf(one) === nameOf(index));
    const error = own.find(({ severity }) => severity === 'error');
    const first = error ?? own[0];
    const said = first ? `${first.code} ${told(first).message}` : '';
    return { ...sample, stage: error ? 'compiler' : 'accepted', said };
  });
}

async function eachAlone(samples: readonly Sample[], folder: string): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const one of samples) outcomes.push(...(await compileTogether([one], folder)));
  return outcomes;
}

async function findingsOf(
  { files, plan }: Required<Pick<Generated, 'files' | 'plan'>>,
  folder: string,
): Promise<readonly Finding[]> {
  const root = mkdtempSync(join(tmpdir(), 'avm-module-'));
  for (const file of files.filter(({ path }) => /\.bicep(param)?$|bicepconfig/.test(path))) {
    mkdirSync(dirname(join(root, file.path)), { recursive: true });
    writeFileSync(join(root, file.path), file.text);
  }
  const prepared = await prepareModules(
    { kind: 'folder', folder },
    { root, modules: modulesOf(plan), registry: publicRegistry, bicep: bicepPath() },
  );
  try {
    const { session } = await openCompiler({ environment: prepared.environment });
    const environments = [{ name: 'dev', parametersFile: 'main.dev.bicepparam' }];
    const { findings } = await compileWorkspace(session, prepared.root, { environments });
    await session.close();
    return [...prepared.findings, ...findings];
  } finally {
    await prepared.dispose();
    rmSync(root, { recursive: true, force: true });
  }
}
