import type { TypeNode, Types } from '../../avm-catalog/modules/interface.ts';
import { resolve } from '../../avm-catalog/modules/resolve.ts';
import type { Data } from '../../avm-catalog/kernel/component.ts';
import type { Choice } from '../asker.ts';
import { described } from './bounds.ts';
import { nameOf, type Asking, type Place } from './place.ts';

interface Options {
  /** Whose they are: the path of an object, or nothing for the module itself. */
  readonly of?: string;
  readonly asking: Asking;
  readonly ask: (place: Place) => Promise<Data>;
}

/** Those that a person picks by a part of their name, one after the other, until there are no more. */
export async function askOptional(
  places: readonly Place[],
  { of, asking, ask }: Options,
): Promise<Readonly<Record<string, Data>>> {
  const given = new Map<string, Data>();
  for (;;) {
    const left = places.filter((one) => !given.has(nameOf(one)));
    if (left.length === 0) return Object.fromEntries(given);
    const chosen = await asking.ask.search<Place | undefined>({
      message: of === undefined ? 'Which optional parameter?' : `Which optional property of ${of}?`,
      choices: (term) => found(left, term),
    });
    if (!chosen) return Object.fromEntries(given);
    given.set(nameOf(chosen), await ask(chosen));
  }
}

/** Each word that is typed is in the name, or in the name of something inside it; without words, all of them. */
function found(places: readonly Place[], term: string): readonly Choice<Place | undefined>[] {
  const words = term
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const isIn = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word));
  const byName = places.filter((one) => isIn(nameOf(one)));
  const inside = places.filter(
    (one) => !byName.includes(one) && namesInside(one.node, one.types).some((name) => isIn(`${nameOf(one)} ${name}`)),
  );
  const choices = [...byName, ...inside].map((one): Choice<Place | undefined> => ({
    value: one,
    name: nameOf(one),
    description: [described(one.node), namesInside(one.node, one.types).slice(0, 8).join(', ')]
      .filter((part) => part !== '')
      .join(': '),
  }));
  const none: Choice<Place | undefined> = { value: undefined, name: 'no more' };
  return words.length === 0 ? [none, ...choices] : [...choices, none];
}

function namesInside(node: TypeNode, types: Types): readonly string[] {
  const whole = node.type === 'array' ? resolve(types, node.items ?? {}) : node;
  const variants = Object.values(whole.discriminator?.mapping ?? {}).map((one) => resolve(types, one));
  return [...new Set([whole, ...variants].flatMap(({ properties = {} }) => Object.keys(properties)))];
}
