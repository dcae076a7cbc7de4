import { windowsVm } from '../../avm-catalog/blueprints/windows-vm/blueprint.ts';
import { loadCatalog } from '../../avm-catalog/modules/catalog.ts';
import type { Answers } from '../../src/answers/answers.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { generate, type Generated } from '../../src/files/generate.ts';
import type { Plan } from '../../src/plan/plan.ts';

export const catalog = loadCatalog();

export type Tree = { readonly [key: string]: unknown };

/** Answers of a new workspace, with some of them changed; maps are merged, anything else is replaced. */
export function answersWith(changes: object = {}): Answers {
  const base: Answers = {
    version: 2,
    blueprint: 'windows-vm@1.0.0',
    workload: { name: 'legacyapp', description: 'A legacy application' },
    constitution: { rules: {} },
    tags: { owner: 'platform-team', costCenter: '0000', application: 'legacyapp' },
    spec: { ...windowsVm.spec, alerts: { enabled: true, emails: ['operations@example.com'] } },
    environments: windowsVm.environments,
    defaultEnvironment: 'dev',
  };
  return merge(base as unknown as Tree, changes as Tree) as unknown as Answers;
}

export function merge(base: Tree, over: Tree): Tree {
  const isTree = (value: unknown): value is Tree =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const entries = Object.entries(over).map(
    ([key, value]) => [key, isTree(base[key]) && isTree(value) ? merge(base[key], value) : value] as const,
  );
  return { ...base, ...Object.fromEntries(entries) };
}

export function generated(changes: object = {}): Generated {
  return generate(answersWith(changes), 'version: 1\n', catalog);
}

export function findingsOf(changes: object): readonly Finding[] {
  return generated(changes).findings;
}

export function planOf(changes: object = {}): Plan {
  const { plan, findings } = generated(changes);
  if (!plan || findings.some((one) => one.severity === 'error'))
    throw new Error(`no plan: ${JSON.stringify(findings)}`);
  return plan;
}

export function fileOf(path: string, changes: object = {}): string {
  const file = generated(changes).files?.find((one) => one.path === path);
  if (!file) throw new Error(`no ${path}: ${JSON.stringify(findingsOf(changes))}`);
  return file.text;
}
