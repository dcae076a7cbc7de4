import { ownValue } from '../../../src/bicep/own.ts';
import { arrayOf, bool, int, nullable, object, string, type BicepType } from '../../../src/bicep/type.ts';
import type { ObjectValue, Value } from '../../../src/bicep/value.ts';
import type { Composer, Data } from '../../kernel/component.ts';
import type { View } from '../../kernel/view.ts';
import { avmModuleInputs } from './inputs.ts';

type Tree = Readonly<Record<string, Data | undefined>>;

/** What a person gives to the module: what all environments have alike as it is, what differs as a parameter. */
export function paramsOf(c: Composer): ObjectValue {
  const views = c.views.filter((view) => avmModuleInputs.of(view).enabled);
  const names = [...new Set(views.flatMap((view) => Object.keys(avmModuleInputs.of(view).params)))];
  return Object.fromEntries(names.map((name) => [name, valueAt(c, [name], views)]));
}

function valueAt(c: Composer, path: readonly string[], views: readonly View[]): Value {
  const values = views.map((view) => dataAt(view, path));
  const [first] = values;
  const isAlike = values.every((one) => JSON.stringify(one) === JSON.stringify(first));
  if (isAlike) return first ?? null;
  if (values.every(isTree)) {
    const keys = [...new Set(values.flatMap((one) => Object.keys(one)))];
    return Object.fromEntries(keys.map((key) => [key, valueAt(c, [...path, key], views)]));
  }
  const known = values.find((one) => one !== undefined) ?? null;
  return c.parameter({
    name: path.map((part, index) => (index === 0 ? part : `${part.charAt(0).toUpperCase()}${part.slice(1)}`)).join(''),
    type: values.includes(undefined) ? nullable(typeOf(known)) : typeOf(known),
    description: `Parameter ${path.join('.')} of the module`,
    value: (view) => dataAt(view, path) ?? null,
    answers: [`avmModule.params.${path.join('.')}`],
  });
}

function dataAt(view: View, path: readonly string[]): Data | undefined {
  return path.reduce<Data | undefined>((at, key) => ownValue(at as Tree, key), avmModuleInputs.of(view).params as Data);
}

function isTree(value: Data | undefined): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typeOf(value: Data): BicepType {
  if (typeof value === 'number') return int;
  if (typeof value === 'boolean') return bool;
  if (Array.isArray(value)) return arrayOf(value.length === 0 ? string : typeOf(value[0] as Data));
  if (isTree(value))
    return object(Object.fromEntries(Object.entries(value).map(([key, one]) => [key, typeOf(one ?? null)])));
  return string;
}
