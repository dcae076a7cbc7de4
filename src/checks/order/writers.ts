import { inlineChildren } from '../../../avm-catalog/azure/inline-children.ts';
import { read, readItems, readText } from '../../../avm-catalog/constitution/estate.ts';
import { lastPart } from '../../../avm-catalog/azure/resource-ids.ts';
import { makeFinding, type Finding } from '../../findings/finding.ts';
import type { Locate } from './origin.ts';
import type { Placed, Step } from './place.ts';
import { pathOf } from './precedence.ts';

/** IDs that two resources create, and children that their parent writes too. */
export function checkWriters(placed: readonly Placed[], at: Locate): readonly Finding[] {
  const first = new Map<string, Placed>();
  const findings: Finding[] = [];
  for (const one of placed) {
    const id = one.resource.id.toLowerCase();
    const other = first.get(id);
    if (!other) first.set(id, one);
    else
      findings.push(
        makeFinding('order/two-writers', 'error', { from: pathOf(one.steps), to: pathOf(other.steps) }, at(one)),
      );
  }
  return [...findings, ...placed.flatMap((one) => childFindings(one, first, at))];
}

/** A child that its parent has in a list is written by both, and one that the list lacks is removed with each deployment. */
function childFindings(one: Placed, all: ReadonlyMap<string, Placed>, at: Locate): readonly Finding[] {
  const { id, type } = one.resource;
  const parentId = id.slice(0, id.lastIndexOf('/', id.lastIndexOf('/') - 1));
  const parent = all.get(parentId.toLowerCase());
  const fact = inlineChildren.find((known) => known.child.toLowerCase() === type.toLowerCase());
  if (!parent || !fact || read(parent.resource, fact.list) === undefined) return [];
  const names = readItems(parent.resource, fact.list).map((item) => readText(item, 'name').toLowerCase());
  const args = { from: pathOf(one.steps), to: pathOf(parent.steps) };
  if (names.includes(lastPart(id).toLowerCase())) return [makeFinding('order/two-writers', 'error', args, at(one))];
  return [makeFinding('order/dropped', 'error', { ...args, list: fact.list }, at(one))];
}

/** Nested deployments with one name at one scope: Azure refuses the second while the first runs. */
export function checkDeploymentNames(
  deployments: readonly (readonly Step[])[],
  environment: string,
): readonly Finding[] {
  const first = new Map<string, readonly Step[]>();
  return deployments.flatMap((steps) => {
    const name = steps.at(-1)?.deployment.toLowerCase() ?? '';
    const other = first.get(name);
    if (other)
      return [
        makeFinding(
          'order/deployment-name',
          'error',
          { from: pathOf(steps), to: pathOf(other), name },
          { file: 'main.bicep', environment },
        ),
      ];
    first.set(name, steps);
    return [];
  });
}
