import { shell } from '../../text/escape.ts';
import type { Lists, Templates, Texts } from './message.ts';
import { list } from './words.ts';

/** As many keys as a person reads. */
const mostKeys = 12;

function keysText(keys: readonly string[]): string {
  const [first, ...more] = keys;
  if (first === undefined) return '';
  if (more.length === 0) return `Its key is ${first}. `;
  const last = keys.length > mostKeys ? `${keys.length - mostKeys} more` : (keys.at(-1) ?? '');
  const shown = keys.slice(0, Math.min(mostKeys, keys.length - 1));
  return `Its keys are ${list(shown)}${shown.length > 1 ? ',' : ''} and ${last}. `;
}

/** As it is written in avm.yaml, on one line. */
function yamlOf(map: string, key: string, value: string): string {
  const keys = [map.slice(map.lastIndexOf('.') + 1), ...key.split('.')];
  return keys.reduceRight((below, one, index) => {
    const line = `${one}: ${below}`;
    return index === 0 ? line : `{${line}}`;
  }, value);
}

/** A map that is written as one value. */
export const maps = {
  'answer-map': (
    { found, map, keys, key, value, isMeant }: Texts<'found' | 'map' | 'key' | 'value' | 'isMeant'> & Lists<'keys'>,
    { line }: { readonly line?: number } = {},
  ) => {
    const lead = isMeant === 'yes' ? `If you mean its ${key}` : 'To set one of them';
    const how =
      line === undefined ? `run: avm set ${shell(`${map}.${key}=${value}`)}` : `write: ${yamlOf(map, key, value)}`;
    return {
      message: `'${map}' must be a map, and is ${found}`,
      remedy: `${keysText(keys)}${keys.length === 0 && isMeant === 'no' ? 'To set a key of it' : lead}, ${how}`,
    };
  },
} satisfies Templates;
