import { lastPart } from '../../../avm-catalog/azure/resource-ids.ts';
import { addNamed } from '../../answers/add-named.ts';
import { proposedName } from '../../answers/component-name.ts';
import { namedTypes } from '../../answers/named.ts';
import { UsageFailure } from '../shared/failure.ts';
import type { Edited } from '../shared/workspace.ts';

/** The type that creates nothing: it has an ID, and no module. */
const type = namedTypes.find((one) => one.many?.existing)?.name ?? '';

/** `avm add existing ID [name]`: the default name is that of the resource, in lowercase. */
export function withExisting(
  text: string,
  id: string | undefined,
  named: string | undefined,
  environment: string | undefined,
): Edited {
  if (id === undefined)
    throw new UsageFailure(
      'Specify the ID of a resource.',
      'For example, run: avm add existing /subscriptions/…/providers/TYPE/NAME hub-logs',
    );
  const proposed = proposedName(lastPart(id));
  return addNamed(text, { type, name: named ?? proposed, given: { id } }, environment);
}
