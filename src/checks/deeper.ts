import type { Finding } from '../findings/finding.ts';
import type { BicepSession } from './bicep/session.ts';
import type { JsonObject } from './canonical.ts';
import type { compileWorkspace } from './compile.ts';
import { maskOf, masked } from './mask.ts';
import { checkOrder, placeResources } from './order/check.ts';
import { originFinder } from './order/origin.ts';
import { secretVaults } from './order/permissions.ts';
import type { Placement } from './order/place.ts';
import { timingOf, type TimingRow } from './order/timing.ts';
import type { Plan } from '../plan/plan.ts';
import type { Spec } from '../resolve/spec.ts';
import type { Depth } from './depth.ts';
import type { Snapshot } from './snapshot.ts';
import { checkTypes } from './types/check.ts';

interface Request {
  readonly spec: Spec;
  readonly plan: Plan;
  readonly depth: Depth;
  readonly progress?: (step: string) => void;
}

interface Deeper {
  readonly findings: readonly Finding[];
  readonly timing: readonly TimingRow[];
  /** Nested deployments that happen, of each environment. */
  readonly deployments: readonly Placement['deployments'][];
}

type Compiled = Awaited<ReturnType<typeof compileWorkspace>>;

/** The levels beyond snapshot: `types`, and with it `order`. */
export async function checkDeeper(
  session: BicepSession,
  { depth, plan, spec, progress = () => {} }: Request,
  { compiledTemplate, parameters }: Compiled,
  snapshots: readonly Snapshot[],
): Promise<Deeper> {
  if ((depth !== 'types' && depth !== 'order') || compiledTemplate === null)
    return { findings: [], timing: [], deployments: [] };
  const placements = new Map<string, Placement>();
  for (const snapshot of snapshots) {
    progress(`order ${snapshot.environment}`);
    const given = parameters.get(snapshot.environment) ?? null;
    if (given === null) continue;
    placements.set(snapshot.environment, await placeResources(session, compiledTemplate, given, snapshot));
  }
  progress('types');
  const placed = new Map([...placements].map(([environment, one]) => [environment, one.placed]));
  const originOf = originFinder(plan, JSON.parse(compiledTemplate) as JsonObject, placed);
  const findings = [...(await checkTypes(session, snapshots, originOf))];
  const timing: TimingRow[] = [];
  if (depth === 'order')
    for (const snapshot of snapshots) {
      const placement = placements.get(snapshot.environment);
      const vaults = secretVaults(parameters.get(snapshot.environment) ?? '{}');
      if (!placement) continue;
      findings.push(...checkOrder({ spec, plan, snapshot, placement, vaults }));
      timing.push(...timingOf(placement, snapshot.environment).map((row) => masked(row, maskOf(snapshot, plan))));
    }
  const deployments = [...placements.values()].map((one) => one.deployments);
  return { findings: findings.map((one) => withoutComputed(one, snapshots, plan)), timing, deployments };
}

/** What the compiler computed of names for a made-up subscription is no fact. */
function withoutComputed(finding: Finding, snapshots: readonly Snapshot[], plan: Plan): Finding {
  const snapshot = snapshots.find((one) => one.environment === finding.where.environment);
  return snapshot ? masked(finding, maskOf(snapshot, plan)) : finding;
}
