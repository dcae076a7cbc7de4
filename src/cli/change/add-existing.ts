import { lastPart } from '../../../avm-catalog/azure/resource-ids.ts';
import { addNamed } from '../../answers/add-named.ts';
import { namedTypes } from '../../answers/named.ts';
import { UsageFailure } from '../shared/failure.ts';
import type { Edited } from '../shared/workspace.ts';

/** The type that makes nothing: it has an ID, and no module. */
const type = namedTypes.find((one) => one.many?.anywhere && one.modules === undefined)?.name ?? '';

/** `avm add existing ID [name]`: the name is that of the resource, in lower case, unless another one is given. */
export function withExisting(
  text: string,
  id: string | undefined,
  named: string | undefined,
  environment: string | undefined,
): Edited {
  if (id === undefined)
    throw new UsageFailure(
      'Say which resource.',
      'Give its ID: avm add existing /subscriptions/…/providers/TYPE/NAME hub-logs',
    );
  const proposed = lastPart(id)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 20)
    .replace(/-+$/, '');
  return addNamed(text, { type, name: named ?? proposed, given: { id } }, environment);
}
