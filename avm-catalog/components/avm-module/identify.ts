import { call, symbol } from '../../../src/bicep/value.ts';
import { armTypeOf } from '../../azure/module-types.ts';
import type { Composer } from '../../kernel/component.ts';
import type { ModuleInterface } from '../../modules/interface.ts';
import { fullPath } from '../../modules/path.ts';
import { paramOf } from '../../kernel/given-params.ts';
import { avmModuleInputs } from './inputs.ts';

/** Pattern modules deploy several resources, none of which is the main one. */
export function isResource(module: string): boolean {
  return fullPath(module).startsWith('avm/res/');
}

/**
 * The ID of the deployed resource, computed from its name if the user sets one. The ID of a child contains the names of
 * its parents, so only the module knows it.
 */
export function identify(c: Composer, module: string, iface: ModuleInterface): void {
  const type = armTypeOf(module);
  const isChild = type === undefined || type.split('/').length > 2 || !Object.hasOwn(iface.parameters, 'name');
  if (isChild) {
    if (Object.hasOwn(iface.outputs, 'resourceId'))
      c.identify('avmModule', symbol(c.symbol('avmModule'), 'outputs', 'resourceId'));
    return;
  }
  const name = paramOf(c, avmModuleInputs, iface, 'name');
  if (name !== undefined) c.identify('avmModule', call('resourceId', type, name));
}
