import { loadCatalog } from '../../avm-catalog/modules/catalog.ts';
import { heldAt } from '../../avm-catalog/rule.ts';
import type { Finding } from '../findings/finding.ts';
import { hasError } from '../findings/finding.ts';
import type { Spec } from '../spec/spec.ts';
import { check, modulesFrom } from './checking.ts';
import type { Terminal } from './terminal.ts';
import type { Built } from './workspace.ts';

/** `untold` where only a deployment can tell, `unknown` where nothing could be predicted. */
export type Verdict = 'holds' | 'broken' | 'untold' | 'unknown';

/** Whether rules hold, by environment. */
export interface Proof {
  /** False where a rule of level must is broken, or nothing could be said of one. */
  readonly ok: boolean;
  readonly rules: readonly { readonly id: string; readonly environments: Readonly<Record<string, Verdict>> }[];
  /** What breaks them, or keeps them from being proven. */
  readonly findings: readonly Finding[];
}

/** True for a rule that is on and has a check over resources. */
export function provable(id: string, { rules }: Spec): boolean {
  const rule = rules.find((one) => one.definition.id === id);
  return rule !== undefined && rule.level !== 'off' && heldAt(rule.definition).resources;
}

/** Of a person's rule also that it cannot be told, and that it may not say what it seems to, are found. */
function verdictOf(found: readonly Finding[]): Verdict {
  const about = found.filter(({ code }) => !['constitution/idle', 'constitution/dead-path'].includes(code));
  if (about.length === 0) return 'holds';
  return about.every(({ code }) => code === 'constitution/untold') ? 'untold' : 'broken';
}

interface Proving {
  readonly root: string;
  readonly built: Built;
  readonly modules: string | undefined;
}

/** Compiles what is on disk, predicts its resources, and says of each rule whether it holds. */
export async function prove(
  ids: readonly string[],
  { root, built, modules }: Proving,
  terminal: Terminal,
): Promise<Proof> {
  if (ids.length === 0) return { ok: true, rules: [], findings: [] };
  const { environments } = built.plan;
  const from = modulesFrom(modules, terminal.cwd);
  const report = await check(
    { root, built, catalog: loadCatalog(), environments, depth: 'snapshot', modules: from },
    terminal,
  );
  const taken = new Set(report.snapshots.map((one) => one.environment));
  const about = report.findings.filter((one) => one.ids.some((id) => ids.includes(id)));
  const said = (id: string, environment: string): readonly Finding[] =>
    about.filter(({ ids: of, where }) => of.includes(id) && (where.environment ?? environment) === environment);
  const rules = ids.map((id) => ({
    id,
    environments: Object.fromEntries(
      environments.map((name): [string, Verdict] => {
        const verdict = verdictOf(said(id, name));
        return [name, verdict === 'holds' && !taken.has(name) ? 'unknown' : verdict];
      }),
    ),
  }));
  const isUnknown = taken.size < environments.length;
  const findings = isUnknown ? report.findings : about;
  return { ok: !isUnknown && !hasError(findings), rules, findings };
}
