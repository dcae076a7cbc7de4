import { resourceIdPattern } from '../../avm-catalog/azure/resource-ids.ts';
import type { Data } from '../../avm-catalog/kernel/component.ts';
import { nameOf, type Asking, type Place, type Referable } from './place.ts';

/** IDs that are not of resources: of people, applications, tenants, and such. */
const others =
  /(client|tenant|object|principal|app|application|subscription|group|user|role|definition|correlation)Ids?$/i;

/** A parameter that takes the ID of a resource, by its name. */
export function takesResourceId(place: Place): boolean {
  const name = nameOf(place);
  return place.node.type === 'string' && (/resourceIds?$/i.test(name) || (/Ids?$/.test(name) && !others.test(name)));
}

/** What is in the workspace, that which fits by its type first, or the ID of anything else. */
export async function askResourceId(place: Place, { ask, referable }: Asking): Promise<Data> {
  const fitting = referable.filter((one) => fits(one, nameOf(place)));
  const sorted = [...fitting, ...referable.filter((one) => !fitting.includes(one))];
  const chosen = await ask.choose<string | undefined>({
    message: `${place.path} (the ID of a resource)`,
    choices: [
      ...sorted.map(({ name, title }) => ({ value: name, name, description: title })),
      { value: undefined, name: 'another resource (enter its ID)' },
    ],
    default: fitting[0]?.name,
  });
  if (chosen !== undefined) return { idOf: chosen };
  return ask.text({
    message: `${place.path} (/subscriptions/…/resourceGroups/…/providers/TYPE/NAME)`,
    problem: (text) =>
      resourceIdPattern.test(text)
        ? undefined
        : 'Enter the full ID: /subscriptions/…/resourceGroups/…/providers/TYPE/NAME',
  });
}

/** `serverFarmResourceId` takes a `Microsoft.Web/serverfarms`, and `keyVaultResourceId` a component key-vault. */
function fits({ type, armType = '' }: Referable, name: string): boolean {
  const kinds = [type, (armType.split('/').at(-1) ?? '').replace(/s$/, '')];
  return kinds.some((kind) => kind !== '' && name.toLowerCase().includes(kind.toLowerCase().replaceAll('-', '')));
}
