import type { AllowedValue } from '../../avm-catalog/modules/interface.ts';
import { resolve } from '../../avm-catalog/modules/resolve.ts';
import type { Data } from '../../avm-catalog/kernel/component.ts';
import { described, shown } from './bounds.ts';
import type { AskValue, Asking, Place } from './place.ts';

/** An item at a time, as many as there have to be, and then as long as more are wanted. */
export async function askList(place: Place, asking: Asking, askValue: AskValue): Promise<Data> {
  const { node, types, path, isSecure } = place;
  if (node.allowedValues) return askSome(place, node.allowedValues, asking);
  const itemAt = async (index: number): Promise<Data> => {
    const item = resolve(types, node.tuple?.[index] ?? node.items ?? {});
    return askValue(
      { path: `${path}.${index}`, node: item, types, isSecure: isSecure || item.secure === true },
      asking,
    );
  };
  const { minLength = 1, maxLength = Infinity } = node;
  const given: Data[] = [];
  const least = node.tuple?.length ?? Math.max(1, minLength);
  const most = node.tuple?.length ?? maxLength;
  while (given.length < least) given.push(await itemAt(given.length));
  while (given.length < most && (await asking.ask.confirm({ message: `${path}: another one?`, default: false })))
    given.push(await itemAt(given.length));
  return given;
}

async function askSome({ path, node }: Place, allowed: readonly AllowedValue[], { ask }: Asking): Promise<Data> {
  const { minLength = 1, maxLength = Infinity } = node;
  const chosen = await ask.several<AllowedValue>({
    message: `${path} (${described({ ...node, items: {} })})`,
    choices: allowed.map((value) => ({ value, name: shown(value) })),
    chosen: [],
    problem: ({ length }) =>
      length < minLength || length > maxLength ? `Choose ${described({ ...node, items: {} })}.` : undefined,
  });
  return [...chosen];
}
