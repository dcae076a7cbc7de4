import { Estate, type Predicted } from '../../avm-catalog/estate.ts';
import { heldAt, type Rule } from '../../avm-catalog/rule.ts';
import type { CheckReport } from '../checks/check.ts';
import type { Snapshot } from '../checks/snapshot.ts';
import type { Finding } from '../findings/finding.ts';
import type { Spec } from '../spec/spec.ts';

/**
 * How a rule stands: `untold` where only a deployment can tell, `unknown` where it was not looked at,
 * `nothing` where it asked for no resource.
 */
export type Verdict = 'broken' | 'untold' | 'waived' | 'unknown' | 'holds' | 'nothing';

/** Worst first: a rule stands as it does in its worst environment. */
export const verdicts: readonly Verdict[] = ['broken', 'untold', 'waived', 'unknown', 'holds', 'nothing'];

/** A rule in one environment. */
export interface Held {
  readonly environment: string;
  readonly verdict: Verdict;
  /** Ids of the predicted resources that its check asked for, sorted. */
  readonly lookedAt: readonly string[];
  /** What breaks it here, in the answers or in a resource, or may do so. */
  readonly broken: readonly Finding[];
}

export interface Evidence {
  readonly rule: Rule;
  readonly verdict: Verdict;
  /** One for each environment that was checked. */
  readonly held: readonly Held[];
}

/** How each rule that is on stands in each environment, and what that rests on. */
export function evidenceOf(spec: Spec, check: CheckReport): readonly Evidence[] {
  const { environments, findings, snapshots } = check;
  const compiled = isCompiled(check);
  return spec.rules
    .filter((rule) => rule.level !== 'off')
    .map((rule) => {
      const { id } = rule.definition;
      const against = findings.filter((one) => breaks.has(one.code) && one.ids.includes(id));
      const held = environments.map((environment): Held => {
        const broken = against.filter(({ where }) => (where.environment ?? environment) === environment);
        const snapshot = snapshots.find((one) => one.environment === environment);
        const lookedAt = snapshot ? idsLookedAt(rule, snapshot, spec) : [];
        const verdict = verdictOf(broken) ?? unbroken(rule, environment, { compiled, snapshot, lookedAt });
        return { environment, verdict, lookedAt, broken };
      });
      return { rule, verdict: worst(held), held };
    });
}

/** What the codes of findings say of a rule. */
export const breaks: ReadonlyMap<string, Verdict> = new Map([
  ['rule-broken', 'broken'],
  ['constitution/broken', 'broken'],
  ['constitution/untold', 'untold'],
  ['rule-waived', 'waived'],
]);

function isCompiled({ compiler, findings }: CheckReport): boolean {
  return (
    compiler !== undefined && !findings.some(({ code, severity }) => code.startsWith('bicep/') && severity === 'error')
  );
}

function verdictOf(broken: readonly Finding[]): Verdict | undefined {
  const found = broken.map(({ code }) => breaks.get(code));
  return verdicts.find((verdict) => found.includes(verdict));
}

interface Looked {
  /** main.bicep was held against it. */
  readonly compiled: boolean;
  readonly snapshot: Snapshot | undefined;
  readonly lookedAt: readonly string[];
}

function unbroken({ definition }: Rule, environment: string, { compiled, snapshot, lookedAt }: Looked): Verdict {
  const held = heldAt(definition);
  if (held.template && !compiled) return 'unknown';
  if (!held.resources) return 'holds';
  if (!snapshot) return 'unknown';
  return lookedAt.length > 0 || held.template || wantsNone(definition, environment) ? 'holds' : 'nothing';
}

/** A rule of one's own that there be none of something holds where there is none. */
function wantsNone({ own }: Rule['definition'], environment: string): boolean {
  return own?.forbids === true && (own.environments.length === 0 || own.environments.includes(environment));
}

/** The check is run once more, over an estate that is told of what it asks for. */
function idsLookedAt({ definition, parameters }: Rule, snapshot: Snapshot, spec: Spec): readonly string[] {
  const view = spec.views.find((one) => one.environment === snapshot.environment);
  const seen = new Set<Predicted>();
  if (!view || !heldAt(definition).resources) return [];
  definition.check(new Estate(snapshot.resources, (found) => found.forEach((one) => seen.add(one))), parameters, view);
  return snapshot.resources.filter((one) => seen.has(one)).map((one) => one.id);
}

function worst(held: readonly Held[]): Verdict {
  return verdicts.find((verdict) => held.some((one) => one.verdict === verdict)) ?? 'unknown';
}
