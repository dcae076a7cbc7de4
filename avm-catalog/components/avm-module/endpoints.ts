import { armTypeOf } from '../../azure/module-types.ts';
import { groupIdsOf } from '../../azure/private-dns.ts';
import type { AvmModuleInputs } from './inputs.ts';

/** Group IDs of the private endpoints. By default the one that the type has, or none if it has several. */
export function endpointsOf({ module, privateEndpoints, params }: AvmModuleInputs): readonly string[] {
  if (privateEndpoints !== 'auto') return privateEndpoints;
  if ('privateEndpoints' in params) return [];
  const known = groupIdsOf(armTypeOf(module) ?? '');
  return known.length === 1 ? known : [];
}
