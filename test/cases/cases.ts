import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answers } from '../../src/answers/answers.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { generate, type Generated } from '../../src/files/generate.ts';
import type { Plan } from '../../src/plan/plan.ts';
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

export function readCase(name: string): Case {
  const text = readFileSync(join(casesFolder, name, 'avm.yaml'), 'utf8');
  const parsed = parseAnswers(text);
  if (!('answers' in parsed)) throw new Error(`${name}: ${JSON.stringify(parsed.findings)}`);
  return { answers: parsed.answers, generated: generate(parsed.answers, text, catalog) };
}

/** The plan without what main.bicep shows in full: who is there, why, and who waits for whom. */
export function outline(plan: Plan): object {
  return {
    components: plan.components.map((one) => `${one.name}: ${one.environments.join(' ')}`),
    parameters: plan.parameters.map(({ name, values, reason }) => ({ name, ids: reason.ids.join(' '), answers: (reason.answers ?? []).join(' '), values })),
    names: Object.fromEntries(plan.names.map(({ key, values }) => [key, Object.values(values).join(' ')])),
    resources: plan.resources.map((one) => ({
      symbol: one.symbol,
      is: one.kind === 'module' ? `${one.module}:${one.version}` : `${one.kind} ${one.type}`,
      component: one.component,
      ids: one.reason.ids.join(' '),
      ...(one.condition ? { condition: one.condition } : {}),
      ...(one.dependsOn.length > 0 ? { dependsOn: one.dependsOn.join(' ') } : {}),
    })),
    outputs: plan.outputs.map((one) => one.name),
  };
}
