import type { View } from '../../kernel/view.ts';
import { isOffered } from '../../azure/services.ts';

/** Zones of the Bastion host. Where Azure doesn't offer them it refuses the host (BastionRegionAzNotSupported). */
export function bastionZones({ core, inputs: { bastion: is } }: View): readonly number[] {
  const inZones = is.zones === 'all' || (is.zones === 'auto' && isOffered('zonalBastion', core.location.region));
  return inZones ? [1, 2, 3] : [];
}
