import { z } from 'zod';
import { isKeyless } from '../../avm-catalog/azure/keyless.ts';
import type { Data } from '../../avm-catalog/kernel/component.ts';
import { isUntyped } from '../../avm-catalog/modules/resolve.ts';
import { typedValue } from '../../src/answers/coerce.ts';
import { described, numberProblem, shown, textProblem } from './bounds.ts';
import { askList } from './list.ts';
import { askObject } from './object.ts';
import { nameOf, type Asking, type Place } from './place.ts';
import { askResourceId, takesResourceId } from './resource-id.ts';
import { askSecret } from './secret.ts';

/** Asks for a value by its type; what is wrong with it is said at once. */
export async function askValue(place: Place, asking: Asking): Promise<Data> {
  const { node, path, isSecure } = place;
  const { ask } = asking;
  const message = `${path} (${described(node)})`;
  if (isSecure && node.type === 'string') return askSecret(place, asking);
  if (node.allowedValues && node.type !== 'array')
    return ask.choose<Data>({
      message: path,
      choices: node.allowedValues.map((value) => ({ value, name: shown(value) })),
    });
  if (isUntyped(node)) return askAny(place, asking);
  if (takesResourceId(place)) return askResourceId(place, asking);
  switch (node.type) {
    case 'bool':
      return ask.confirm({ message: path, default: isKeyless(nameOf(place)) });
    case 'int':
      return Number(await ask.text({ message, problem: (text) => numberProblem(text, node) }));
    case 'array':
      return askList(place, asking, askValue);
    case 'object':
      return askObject(place, asking, askValue);
    default:
      return ask.text({ message, problem: (text) => textProblem(text, node) });
  }
}

/** The interface says no more of it than its type, or not even that: it is written as in avm.yaml. */
async function askAny({ path, node, isSecure }: Place, { ask }: Asking): Promise<Data> {
  const secrets = isSecure ? '; a secret in it is {keyVault: ID, secret: NAME}' : '';
  const text = await ask.text({
    message: `${path} (${described(node)}${secrets})`,
    problem: (typed) => {
      if (typed === '') return 'Write a value.';
      const read = typedValue(typed, z.unknown());
      if ('problem' in read) return `It cannot be read: ${read.problem}.`;
      const isFit = node.type === undefined || (node.type === 'array') === Array.isArray(read.value);
      return isFit && (node.type !== 'object' || isObject(read.value)) ? undefined : `Write ${described(node)}.`;
    },
  });
  const read = typedValue(text, z.unknown());
  return 'value' in read ? (read.value as Data) : text;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
