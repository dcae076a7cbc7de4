import type { View } from '../../kernel/view.ts';
import { isOffered } from '../../azure/services.ts';
import { bastionInputs } from './inputs.ts';

/** Zones of the Bastion host. In regions without support, Azure rejects the host (BastionRegionAzNotSupported). */
export function bastionZones(view: View): readonly number[] {
  const is = bastionInputs.of(view);
  const inZones = is.zones === 'all' || (is.zones === 'auto' && isOffered('zonalBastion', view.core.location.region));
  return inZones ? [1, 2, 3] : [];
}
