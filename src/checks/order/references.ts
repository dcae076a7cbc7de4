import { impliedResources } from '../../../avm-catalog/azure/implied-resources.ts';
import { resourceGroupOf } from '../../../avm-catalog/azure/resource-ids.ts';
import { readText } from '../../../avm-catalog/constitution/estate.ts';
import { makeFinding, type Finding } from '../../findings/finding.ts';
import type { Locate } from './origin.ts';
import { idsAbove, isResource, mentionedBy, parentOf } from './mentions.ts';
import { pathOf, type Precedence } from './precedence.ts';
import type { Placed } from './place.ts';

/** What the deployment of an environment creates, by ID. */
export class Created {
  readonly #byId: ReadonlyMap<string, Placed>;

  constructor(placed: readonly Placed[]) {
    this.#byId = new Map(
      [...placed.flatMap(impliedBy), ...placed.map((one) => [one.resource.id, one] as const)].map(([id, one]) => [
        id.toLowerCase(),
        one,
      ]),
    );
  }

  /** What creates an ID: the resource itself, or the nearest one that it is within. */
  makerOf(id: string): Placed | undefined {
    for (const one of [id, ...idsAbove(id)]) {
      const found = this.#byId.get(one.toLowerCase());
      if (found) return found;
    }
    return undefined;
  }
}

/** IDs of what Azure creates together with a resource. */
function impliedBy(one: Placed): readonly (readonly [string, Placed])[] {
  const { id, type } = one.resource;
  const group = resourceGroupOf(id);
  return impliedResources.flatMap((fact) => {
    const name = fact.by.toLowerCase() === type.toLowerCase() ? readText(one.resource, fact.name) : '';
    return group === undefined || name === '' ? [] : [[`${group}/providers/${fact.type}/${name}`, one] as const];
  });
}

export interface Outside {
  /** What names the ID. */
  readonly by: Placed;
  readonly id: string;
}

interface References {
  readonly findings: readonly Finding[];
  /** IDs of resources that this deployment doesn’t create. */
  readonly outside: readonly Outside[];
}

/** Whether every ID that a resource names is created before it. */
export function checkReferences(
  placed: readonly Placed[],
  created: Created,
  precedence: Precedence,
  at: Locate,
): References {
  const findings: Finding[] = [];
  const outside: Outside[] = [];
  for (const one of placed) {
    const parent = parentOf(one.resource);
    for (const id of [...(parent === undefined ? [] : [parent]), ...mentionedBy(one.resource)]) {
      const maker = created.makerOf(id);
      if (!maker) {
        if (isResource(id)) outside.push({ by: one, id });
      } else if (!isPartOf(id, maker, one) && !precedence.precedes(maker, one))
        findings.push(tooEarly(one, maker, precedence, at));
    }
  }
  return { findings: distinct(findings), outside };
}

/** What a resource says of itself, or a parent of a child that follows it. */
function isPartOf(id: string, maker: Placed, one: Placed): boolean {
  const own = one.resource.id.toLowerCase();
  return (
    maker === one || (id.toLowerCase().startsWith(`${own}/`) && maker.resource.id.toLowerCase().startsWith(`${own}/`))
  );
}

function tooEarly(one: Placed, maker: Placed, precedence: Precedence, at: Locate): Finding {
  const args = { from: pathOf(one.steps), to: pathOf(maker.steps), name: maker.resource.name };
  const code = precedence.precedes(one, maker) ? 'order/late' : 'order/race';
  return makeFinding(code, 'error', args, at(one));
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((one) => [JSON.stringify(one), one])).values()];
}
