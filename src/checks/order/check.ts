import { declaredResources } from '../../files/readme/documented.ts';
import { permissionsIn } from '../../files/readme/permissions.ts';
import { Workspace } from '../../files/readme/sides.ts';
import { makeFinding, type Finding } from '../../findings/finding.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Spec } from '../../resolve/spec.ts';
import type { BicepSession } from '../bicep/session.ts';
import type { Snapshot } from '../snapshot.ts';
import { checkAgain } from './again.ts';
import { checkBoundary } from './boundary.ts';
import { locate } from './origin.ts';
import { checkDeploymentNames, checkWriters } from './writers.ts';
import { checkLocks } from './locks.ts';
import { checkPermissions } from './permissions.ts';
import { checkPrerequisites } from './prerequisites.ts';
import { Created, checkReferences } from './references.ts';
import { checkRoles } from './roles.ts';
import { Precedence } from './precedence.ts';
import { predictPlaces } from './predict.ts';
import { readPlaces, type Placed, type Placement } from './place.ts';

interface OrderInput {
  readonly spec: Spec;
  readonly plan: Plan;
  /** The first deployment, with names as the compiler computed them. */
  readonly snapshot: Snapshot;
  /** A later one, in which each resource has its place. */
  readonly placement: Placement;
  /** IDs of the key vaults that its parameters read secrets from. */
  readonly vaults: readonly string[];
}

/**
 * Predicts an environment once more, as a later deployment with another name, in which each resource has its place.
 * `template` and `parameters` are compiled, as JSON text.
 */
export async function placeResources(
  session: BicepSession,
  template: string,
  parameters: string,
  { scope }: Snapshot,
): Promise<Placement> {
  const again = { ...scope, deploymentName: `${scope.deploymentName}-again` };
  return readPlaces(await predictPlaces(session, template, parameters, again));
}

/** Whether an environment would deploy in its order, twice, and within the boundary of its blueprint. */
export function checkOrder({ spec, plan, snapshot, placement, vaults }: OrderInput): readonly Finding[] {
  const { placed, deployments, lost } = placement;
  const { environment, scope, resources } = snapshot;
  const at = locate(plan, environment);
  const precedence = new Precedence(placement);
  const created = new Created(placed);
  const { findings, outside } = checkReferences(placed, created, precedence, at);
  const workspace = new Workspace(plan, spec);
  const declared = declaredResources(workspace, environment);
  const permissions = permissionsIn(workspace, environment);
  const { makersOf, isNamed } = makersIn(spec, plan);
  return [
    ...circles(precedence, environment),
    ...findings,
    ...checkPrerequisites(outside, declared, at),
    ...checkWriters(placed, at),
    ...checkDeploymentNames(deployments, environment),
    ...checkRoles(placed, created, at),
    ...checkLocks(placed, at),
    ...checkBoundary(placed, { blueprint: spec.blueprint, makersOf, scope, at }),
    ...checkPermissions(placed, vaults, { permissions, scope, environment, at, isNamed }),
    ...checkAgain(resources, placed, at),
    ...lost.map((id) => makeFinding('order/not-placed', 'warning', {}, { resource: id, environment })),
  ];
}

/** Components of the blueprint that make a resource, and whether only a person’s own components do. */
function makersIn({ components }: Spec, { resources }: Plan) {
  const named = new Set(components.flatMap(({ name, type }) => (type === undefined ? [] : [name])));
  const makers = new Map(resources.map((one) => [one.symbol, one.components]));
  const of = ({ steps: [first] }: Placed): readonly string[] => makers.get(first?.key ?? '') ?? [];
  return {
    makersOf: (one: Placed) => of(one).filter((name) => !named.has(name)),
    isNamed: (one: Placed) => of(one).length > 0 && of(one).every((name) => named.has(name)),
  };
}

function circles(precedence: Precedence, environment: string): readonly Finding[] {
  const found = precedence.circles().map(([template, name]) => (template === '' ? name : `${template}/${name}`));
  return found.length === 0
    ? []
    : [makeFinding('order/circle', 'error', { path: found }, { file: 'main.bicep', environment })];
}
