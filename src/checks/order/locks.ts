import { read } from '../../../avm-catalog/constitution/estate.ts';
import { makeFinding, type Finding } from '../../findings/finding.ts';
import type { Locate } from './origin.ts';
import { parentOf } from './mentions.ts';
import type { Placed } from './place.ts';
import { pathOf } from './precedence.ts';

/**
 * A read-only lock of what the deployment writes: Azure refuses every later deployment, and the rest of this one.
 * Source: azure-docs management/lock-resources.md.
 */
export function checkLocks(placed: readonly Placed[], at: Locate): readonly Finding[] {
  return placed
    .filter(({ resource }) => resource.type.toLowerCase() === 'microsoft.authorization/locks')
    .filter(({ resource }) => read(resource, 'properties.level') === 'ReadOnly')
    .map((one) =>
      makeFinding(
        'order/read-only',
        'error',
        { from: pathOf(one.steps), locked: parentOf(one.resource) ?? '' },
        at(one),
      ),
    );
}
