import { read } from '../../../avm-catalog/constitution/estate.ts';
import { makeFinding, type Finding } from '../../findings/finding.ts';
import type { Locate } from './origin.ts';
import { mentionedBy, parentOf } from './mentions.ts';
import type { Placed } from './place.ts';
import { pathOf } from './precedence.ts';
import type { Created } from './references.ts';

const isAssignment = ({ resource }: Placed): boolean =>
  resource.type.toLowerCase() === 'microsoft.authorization/roleassignments';

/** Role assignments that Azure refuses: a second one of a role to a principal at a scope, or one to an identity too new. */
export function checkRoles(placed: readonly Placed[], created: Created, at: Locate): readonly Finding[] {
  const first = new Map<string, Placed>();
  return placed.filter(isAssignment).flatMap((one) => {
    const { resource } = one;
    const principal = read(resource, 'properties.principalId');
    const key = JSON.stringify([
      parentOf(resource)?.toLowerCase(),
      principal,
      read(resource, 'properties.roleDefinitionId'),
    ]);
    const other = first.get(key);
    if (other)
      return [makeFinding('order/same-role', 'error', { from: pathOf(one.steps), to: pathOf(other.steps) }, at(one))];
    first.set(key, one);
    const isNew =
      typeof principal === 'string' &&
      mentionedBy(resource).some((id) => principal.includes(id) && created.makerOf(id));
    if (!isNew || read(resource, 'properties.principalType') !== undefined) return [];
    return [makeFinding('order/principal-type', 'error', { from: pathOf(one.steps) }, at(one))];
  });
}
