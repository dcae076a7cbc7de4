import { armTypeOf } from '../azure/module-types.ts';
import type { BicepFile } from '../modules/bicep-file.ts';
import { isRequired, resolve } from '../modules/resolve.ts';
import { ownValue } from '../../src/bicep/own.ts';

/** The one type that a file is about, with its children, by what it declares itself and the resource modules that it is built on. */
export function typeOfFile({ path, resources, modules }: BicepFile): string | undefined {
  const declared = resources.filter(({ file }) => file === path).map(({ type }) => type);
  const all = [...new Set([...declared, ...modules.flatMap(({ module }) => armTypeOf(module) ?? [])])];
  const types = all.filter((type) => !all.some((other) => type.toLowerCase().startsWith(`${other.toLowerCase()}/`)));
  return types.length === 1 ? types[0] : undefined;
}

/** Whether it has to be given a name, and its type says how such names are made; a file with a default keeps it. */
export function takesName(file: BicepFile): boolean {
  const { parameters, types } = file.interface;
  const name = ownValue(parameters, 'name');
  if (name === undefined || !isRequired(types, name) || typeOfFile(file) === undefined) return false;
  const { type, allowedValues } = resolve(types, name);
  return type === 'string' && allowedValues === undefined;
}
