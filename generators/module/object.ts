import type { TypeNode } from '../../avm-catalog/modules/interface.ts';
import { acceptsNull, resolve } from '../../avm-catalog/modules/resolve.ts';
import type { Data } from '../../avm-catalog/kernel/component.ts';
import { ownValue } from '../../src/bicep/own.ts';
import { askOptional } from './optional.ts';
import type { AskValue, Asking, Place } from './place.ts';

/** Which kind it is, then what that kind needs, then what else is wanted of it. */
export async function askObject(place: Place, asking: Asking, askValue: AskValue): Promise<Data> {
  const { node, types, path } = place;
  const { discriminator } = node;
  if (discriminator) {
    const kind = await asking.ask.choose({
      message: `${path}.${discriminator.property}`,
      choices: Object.keys(discriminator.mapping).map((value) => ({ value, name: value })),
    });
    const variant = resolve(types, ownValue(discriminator.mapping, kind) ?? {});
    const properties = Object.fromEntries(
      Object.entries(variant.properties ?? {}).filter(([name]) => name !== discriminator.property),
    );
    const more = await askMembers({ ...place, node: { ...variant, properties } }, asking, askValue);
    return { [discriminator.property]: kind, ...more };
  }
  return askMembers(place, asking, askValue);
}

async function askMembers(place: Place, asking: Asking, askValue: AskValue): Promise<Readonly<Record<string, Data>>> {
  const { node, types, path, isSecure } = place;
  const all = Object.entries(node.properties ?? {});
  const at = (name: string, one: TypeNode): Place => {
    const resolved = resolve(types, one);
    return { path: `${path}.${name}`, node: resolved, types, isSecure: isSecure || resolved.secure === true };
  };
  const given = new Map<string, Data>();
  for (const [name, one] of all.filter(([, member]) => !acceptsNull(types, member)))
    given.set(name, await askValue(at(name, one), asking));
  const optional = all.filter(([, member]) => acceptsNull(types, member)).map(([name, one]) => at(name, one));
  const more = await askOptional(optional, { of: path, asking, ask: (one) => askValue(one, asking) });
  return { ...Object.fromEntries(given), ...more, ...(await askEntries(place, asking, askValue)) };
}

/** Entries of any name, where the type takes them. */
async function askEntries(
  { node: { additionalProperties }, types, path, isSecure }: Place,
  asking: Asking,
  askValue: AskValue,
): Promise<Readonly<Record<string, Data>>> {
  if (!additionalProperties) return {};
  const given = new Map<string, Data>();
  const node = resolve(types, additionalProperties);
  for (;;) {
    const name = await asking.ask.text({ message: `${path}: name of an entry (empty: no more)`, default: '' });
    if (name === '') return Object.fromEntries(given);
    const entry = { path: `${path}.${name}`, node, types, isSecure: isSecure || node.secure === true };
    given.set(name, await askValue(entry, asking));
  }
}
