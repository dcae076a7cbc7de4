import { loadCatalog } from '../../avm-catalog/modules/catalog.ts';
import { heldAt } from '../../avm-catalog/rule.ts';
import type { Finding } from '../findings/finding.ts';
import { hasError } from '../findings/finding.ts';
import type { Spec } from '../spec/spec.ts';
import { check, modulesFrom } from './checking.ts';
import type { Terminal } from './terminal.ts';
import type { Built } from './workspace.ts';
import { ownValue } from '../bicep/own.ts';

/**
 * `waived` where it does not hold and a waiver says so, `untold` where only a deployment can tell, `unknown` where nothing
 * could be predicted.
 */
export type Verdict = 'holds' | 'waived' | 'broken' | 'untold' | 'unknown';

/** Whether rules hold, by environment. */
export interface Proof {
  /** False where a rule of level must is broken, or nothing could be said of one. */
  readonly ok: boolean;
  readonly rules: readonly { readonly id: string; readonly environments: Readonly<Record<string, Verdict>> }[];
  /** What breaks them, or keeps them from being proven. */
  readonly findings: readonly Finding[];
}

/** True for a rule that is on and has a check over main.bicep or over resources. */
export function provable(id: string, { rules }: Spec): boolean {
  const rule = rules.find((one) => one.definition.id === id);
  if (rule === undefined || rule.level === 'off') return false;
  const { template, resources } = heldAt(rule.definition);
  return template || resources;
}

/** What is found about a rule and does not say that it is broken. */
const asides = new Set(['constitution/idle', 'constitution/dead-path']);

function verdictOf(found: readonly Finding[], predicted: boolean): Verdict {
  const codes = found.map(({ code }) => code).filter((code) => !asides.has(code) && !code.startsWith('waiver-'));
  const verdicts = codes.map(
    (code) => ownValue({ 'rule-waived': 'waived', 'constitution/untold': 'untold' }, code) ?? 'broken',
  );
  if (verdicts.includes('broken')) return 'broken';
  if (!predicted) return 'unknown';
  return verdicts.includes('untold') ? 'untold' : verdicts.includes('waived') ? 'waived' : 'holds';
}

interface Proving {
  readonly root: string;
  readonly built: Built;
  readonly modules: string | undefined;
  readonly today: string;
}

/** Compiles what is on disk, predicts its resources, and says of each rule whether it holds. */
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
  const taken = new Set(report.snapshots.map((one) => one.environment));
  const about = report.findings.filter((one) => one.ids.some((id) => ids.includes(id)));
  const verdict = (id: string, environment: string): Verdict => {
    const said = about.filter(
      ({ ids: of, where }) => of.includes(id) && (where.environment ?? environment) === environment,
    );
    return verdictOf(said, taken.has(environment));
  };
  const rules = ids.map((id) => ({
    id,
    environments: Object.fromEntries(environments.map((name) => [name, verdict(id, name)])),
  }));
  const isUnknown = taken.size < environments.length;
  const findings = isUnknown ? report.findings : about;
  return { ok: !isUnknown && !hasError(findings), rules, findings };
}
