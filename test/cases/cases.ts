import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answers } from '../../src/answers/answers.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { generate, type Generated } from '../../src/files/generate.ts';
import type { Catalog } from '../../src/plan/draft.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { recordedBicepFiles } from '../../src/workspace/bicep-files.ts';
import { catalog } from '../plan/support.ts';

export const casesFolder = fileURLToPath(new URL('.', import.meta.url));

/** A folder with avm.yaml, and `expected` with what each stage must make of it. */
export const cases: readonly string[] = readdirSync(casesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .toSorted();

export interface Case {
  readonly answers: Answers;
  readonly generated: Generated;
}

export function textOfCase(name: string): string {
  return readFileSync(join(casesFolder, name, 'avm.yaml'), 'utf8');
}

export function readCase(name: string): Case {
  const text = textOfCase(name);
  const parsed = parseAnswers(text);
  if (!('answers' in parsed)) throw new Error(`${name}: ${JSON.stringify(parsed.findings)}`);
  return { answers: parsed.answers, generated: generate(parsed.answers, text, catalogOf(name)) };
}

/** With what was read of the Bicep files of a case; the slow test reads them again. */
export function catalogOf(name: string): Catalog {
  const files = recordedBicepFiles(join(casesFolder, name));
  return { ...catalog, file: (path) => files.get(path) };
}

/** Files of a case that a person writes beside avm.yaml, by path. */
export function writtenIn(name: string): ReadonlyMap<string, string> {
  const folder = join(casesFolder, name);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => path !== 'avm.yaml' && !/^(expected|\.avm)\//.test(path));
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** All files of a case, by path: what is generated, and what a person writes beside it. */
export function filesOf(name: string): readonly (readonly [path: string, text: string])[] {
  const { files = [] } = readCase(name).generated;
  return [...files.map(({ path, text }) => [path, text] as const), ...writtenIn(name)];
}

/** The plan without what main.bicep shows in full: who is there, why, and who waits for whom. */
export function outline(plan: Plan): object {
  return {
    components: plan.components.map((one) => `${one.name}: ${one.environments.join(' ')}`),
    parameters: plan.parameters.map(({ name, values, reason }) => ({ name, ids: reason.ids.join(' '), answers: (reason.answers ?? []).join(' '), values })),
    names: Object.fromEntries(plan.names.map(({ key, values }) => [key, Object.values(values).join(' ')])),
    resources: plan.resources.map((one) => ({
      symbol: one.symbol,
      is: one.kind === 'module' ? `${one.module}:${one.version}` : `${one.kind} ${one.kind === 'file' ? one.file.path : one.type}`,
      component: one.components.join(' '),
      ids: one.reason.ids.join(' '),
      ...(one.condition ? { condition: one.condition } : {}),
      ...(one.dependsOn.length > 0 ? { dependsOn: one.dependsOn.join(' ') } : {}),
    })),
    outputs: plan.outputs.map((one) => one.name),
  };
}
