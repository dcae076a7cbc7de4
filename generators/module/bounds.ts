import type { AllowedValue, TypeNode } from '../../avm-catalog/modules/interface.ts';
import type { Problem } from '../asker.ts';

/** What a value has to be, in words: `text, 3 to 24 characters`. */
export function described({ type, minLength, maxLength, minValue, maxValue, items, allowedValues }: TypeNode): string {
  if (allowedValues && type !== 'array') return shortened(allowedValues.map(shown));
  switch (type) {
    case 'string':
      return ['text', between(minLength || undefined, maxLength, 'character')].filter((one) => one !== '').join(', ');
    case 'int':
      return ['a whole number', between(minValue, maxValue, '')].filter((one) => one !== '').join(', ');
    case 'bool':
      return 'yes or no';
    case 'array':
      return [items ? 'a list' : 'a list, such as [a, b]', between(minLength || undefined, maxLength, 'item')]
        .filter((one) => one !== '')
        .join(', ');
    case 'object':
      return 'an object, such as {name: value}';
    default:
      return 'any value';
  }
}

const mostShown = 6;

function shortened(values: readonly string[]): string {
  return [...values.slice(0, mostShown), ...(values.length > mostShown ? ['…'] : [])].join(', ');
}

export function shown(value: AllowedValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function between(least: number | undefined, most: number | undefined, unit: string): string {
  const said = (count: number): string => [String(count), unit && `${unit}${count === 1 ? '' : 's'}`].join(' ').trim();
  if (least !== undefined && most !== undefined) return `${least} to ${said(most)}`;
  if (least !== undefined) return `at least ${said(least)}`;
  return most === undefined ? '' : `at most ${said(most)}`;
}

export function textProblem(text: string, node: TypeNode): Problem {
  const { minLength = 0, maxLength = Infinity } = node;
  if (text === '' && minLength === 0) return 'Write a value.';
  return text.length < minLength || text.length > maxLength
    ? `It has ${text.length} characters, and must be ${described(node)}.`
    : undefined;
}

export function numberProblem(text: string, node: TypeNode): Problem {
  const { minValue = -Infinity, maxValue = Infinity } = node;
  const isWhole = /^-?\d{1,15}$/.test(text);
  return isWhole && Number(text) >= minValue && Number(text) <= maxValue ? undefined : `Write ${described(node)}.`;
}
