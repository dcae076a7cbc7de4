import { armTypeOf } from '../../azure/module-types.ts';
import { shapes } from '../../azure/name-shapes.ts';
import { namingRule } from '../../azure/naming.ts';
import type { NameSpec } from '../../kernel/component.ts';
import { nameOfUnknown } from '../../kernel/unknown-name.ts';
import type { ModuleInterface, TypeNode } from '../../modules/interface.ts';
import { parameterOf } from '../../modules/resolve.ts';

/** `bounds` are those of the parameter for the name. */
export function nameSpec(module: string, bounds: TypeNode = {}): NameSpec {
  const type = armTypeOf(module) ?? module;
  const rule = namingRule(type);
  if (rule?.abbreviation !== undefined) return { type };
  return nameOfUnknown(type, module.split('/').at(-1) ?? '', rule, bounds);
}

/** The user chooses these names: some children allow only a few, and a DNS zone has the name of a domain. */
export function isNameChosen(iface: ModuleInterface): boolean {
  const shape = namingRule(armTypeOf(iface.module) ?? iface.module)?.shape;
  const isWhole = shape !== undefined && shapes[shape].whole !== undefined;
  return isWhole || parameterOf(iface, 'name').allowedValues !== undefined;
}
