import { ownValue } from '../../src/bicep/own.ts';
import type { ObjectValue, Value } from '../../src/bicep/value.ts';
import type { Composer, Data } from './component.ts';
import type { View } from './view.ts';
import type { ModuleInterface, TypeNode, Types } from '../modules/interface.ts';
import { parameterOf, resolve } from '../modules/resolve.ts';
import { isEnvironmentUrl } from '../azure/environment-urls.ts';
import type { GivenInputs } from './given-inputs.ts';
import { parameterAt } from './given-parameter.ts';
import { referredTo } from './given-references.ts';
import { isSecret, secretOf, secureParameter } from './given-secrets.ts';

/** What a person gives for one parameter of the module, or for a part of it. */
interface Given {
  readonly inputs: GivenInputs;
  readonly path: readonly string[];
  /** As it is in each environment that has the component. */
  readonly views: readonly View[];
  readonly types: Types;
  readonly node: TypeNode;
  /** All that a secure object holds is secure. */
  readonly isSecure: boolean;
}

/** What a person gives to the module: what all environments have alike as it is, what differs as a parameter. */
export function paramsOf(c: Composer, inputs: GivenInputs, iface: ModuleInterface): ObjectValue {
  const names = [...new Set(viewsOf(c, inputs).flatMap((view) => Object.keys(inputs.of(view).params)))];
  return Object.fromEntries(names.map((name) => [name, paramOf(c, inputs, iface, name)]));
}

/** What a person gives for one parameter; nothing where it is given in no environment. */
export function paramOf(c: Composer, inputs: GivenInputs, iface: ModuleInterface, name: string): Value | undefined {
  const views = viewsOf(c, inputs);
  if (views.every((view) => dataAt(view, inputs, [name]) === undefined)) return undefined;
  const node = parameterOf(iface, name);
  return valueAt(c, { inputs, path: [name], views, types: iface.types, node, isSecure: node.secure === true });
}

function viewsOf(c: Composer, inputs: GivenInputs): readonly View[] {
  return c.views.filter((view) => inputs.of(view).enabled);
}

function valueAt(c: Composer, given: Given): Value {
  const { inputs, path, views, isSecure } = given;
  const values = views.map((view) => dataAt(view, inputs, path));
  const [first] = values;
  const isAlike = values.every((one) => JSON.stringify(one) === JSON.stringify(first));
  if (isSecure && isSecret(first) && values.every(isSecret))
    return isAlike && path.length === 1
      ? secretOf(c, inputs, first, path)
      : secureParameter(c, inputs, path, (view) => dataAt(view, inputs, path));
  const name = referredTo(first);
  if (isAlike && name !== undefined) return c.idOf(name) ?? '';
  if (values.every(isTree)) return partsOf(c, given, values);
  const isSettled = isAlike && !c.isByEnvironment([`${inputs.key}.params.${path.join('.')}`]);
  if (isSettled && Array.isArray(first)) return first.map((_, index) => valueAt(c, partOf(given, String(index))));
  if (isSettled && !isEnvironmentUrl(first)) return first ?? null;
  return parameterAt(c, inputs, path, values, (view) => dataAt(view, inputs, path));
}

function partsOf(c: Composer, given: Given, values: readonly Tree[]): ObjectValue {
  const keys = [...new Set(values.flatMap((one) => Object.keys(one)))];
  return Object.fromEntries(keys.map((key) => [key, valueAt(c, partOf(given, key))]));
}

function partOf({ inputs, path, views, types, node, isSecure }: Given, key: string): Given {
  const whole = resolve(types, node);
  const { properties, additionalProperties, items } = variantOf(whole, dataAt(views[0], inputs, path), types) ?? whole;
  const part = resolve(types, ownValue(properties, key) ?? additionalProperties ?? items ?? {});
  return { inputs, path: [...path, key], views, types, node: part, isSecure: isSecure || part.secure === true };
}

/** The kind of an object that a person chose. */
function variantOf({ discriminator }: TypeNode, data: Data | undefined, types: Types): TypeNode | undefined {
  const kind = discriminator && ownValue(data as Tree, discriminator.property);
  const variant = typeof kind === 'string' ? ownValue(discriminator?.mapping, kind) : undefined;
  return variant && resolve(types, variant);
}

type Tree = Readonly<Record<string, Data | undefined>>;

function dataAt(view: View | undefined, inputs: GivenInputs, path: readonly string[]): Data | undefined {
  if (!view) return undefined;
  return path.reduce<Data | undefined>((at, key) => ownValue(at as Tree, key), inputs.of(view).params as Data);
}

function isTree(value: Data | undefined): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
