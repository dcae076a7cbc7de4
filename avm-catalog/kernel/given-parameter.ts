import { arrayOf, bool, int, nullable, object, string, type BicepType } from '../../src/bicep/type.ts';
import { call, type Value } from '../../src/bicep/value.ts';
import type { Composer, Data } from './component.ts';
import type { GivenInputs } from './given-inputs.ts';
import type { View } from './view.ts';
import { capital } from '../../src/text/pascal.ts';

/** A template parameter for a module parameter that the user sets by environment. */
export function parameterAt(
  c: Composer,
  { key }: Pick<GivenInputs, 'key'>,
  path: readonly string[],
  values: readonly (Data | undefined)[],
  valueIn: (view: View) => Data | undefined,
): Value {
  const isDecimal = values.some((one) => typeof one === 'number' && !Number.isInteger(one));
  const known = values.find((one) => one !== undefined) ?? null;
  const type = isDecimal ? string : typeOf(known);
  const given = c.parameter({
    name: parameterName(path),
    type: values.includes(undefined) ? nullable(type) : type,
    description: `Value of the module parameter ${path.join('.')}`,
    value: (view) => {
      const value = valueIn(view) ?? null;
      return isDecimal && value !== null ? JSON.stringify(value) : value;
    },
    answers: [`${key}.params.${path.join('.')}`],
  });
  // Bicep has no type for decimal numbers.
  return isDecimal ? call('json', given) : given;
}

/** Keys of objects may have any characters, and an identifier only some. */
export function parameterName([first = '', ...rest]: readonly string[]): string {
  const words = rest.flatMap((part) => part.split(/[-.:/ ]/)).map((word) => word.replaceAll(/\W/gu, codeOf));
  return [first, ...words.map(capital)].join('');
}

const codeOf = (character: string): string => `u${(character.codePointAt(0) ?? 0).toString(16)}`;

function typeOf(value: Data): BicepType {
  if (typeof value === 'number') return int;
  if (typeof value === 'boolean') return bool;
  if (Array.isArray(value)) return arrayOf(value.length === 0 ? string : typeOf(value[0] as Data));
  if (typeof value === 'object' && value !== null)
    return object(Object.fromEntries(Object.entries(value).map(([key, one]) => [key, typeOf(one ?? null)])));
  return string;
}
