import { loadCatalog } from '../../../avm-catalog/modules/catalog.ts';
import { heldAt } from '../../../avm-catalog/constitution/rule.ts';
import type { Finding } from '../../findings/finding.ts';
import { hasError } from '../../findings/finding.ts';
import type { Spec } from '../../resolve/spec.ts';
import { ruleStates } from '../../resolve/states.ts';
import { stateJson } from '../check/check-text.ts';
import { check, modulesFrom } from '../check/checking.ts';
import type { Terminal } from '../shared/terminal.ts';
import type { Built } from '../shared/workspace.ts';

/** States of rules, by environment. */
export interface Proof {
  /** False if a MUST is Noncompliant, or an environment was not predicted. */
  readonly ok: boolean;
  readonly rules: readonly ReturnType<typeof stateJson>[];
  /** Findings that make them Noncompliant, or prevent the evaluation. */
  readonly findings: readonly Finding[];
}

/** True for a rule that is on and evaluates main.bicep or resources. */
export function provable(id: string, { rules }: Spec): boolean {
  const rule = rules.find((one) => one.definition.id === id);
  if (rule === undefined || rule.level === 'off') return false;
  const { template, resources } = heldAt(rule.definition);
  return template || resources;
}

interface Proving {
  readonly root: string;
  readonly built: Built;
  readonly modules: string | undefined;
  readonly today: string;
}

/** Compiles the files on disk, predicts the resources, and returns the state of each rule. */
export async function prove(
  ids: readonly string[],
  { root, built, modules, today }: Proving,
  terminal: Terminal,
): Promise<Proof> {
  if (ids.length === 0) return { ok: true, rules: [], findings: [] };
  const { environments } = built.plan;
  const from = modulesFrom(modules, terminal.cwd);
  const report = await check(
    { root, built, catalog: loadCatalog(), environments, depth: 'snapshot', modules: from, today },
    terminal,
  );
  const about = report.findings.filter((one) => one.ids.some((id) => ids.includes(id)));
  const rules = ruleStates(built.spec, report)
    .filter(({ rule }) => ids.includes(rule.definition.id))
    .map(stateJson);
  const isUnknown = report.snapshots.length < environments.length;
  const findings = isUnknown ? report.findings : about;
  return { ok: !isUnknown && !hasError(findings), rules, findings };
}
