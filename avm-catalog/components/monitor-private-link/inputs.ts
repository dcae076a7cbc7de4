import { inputsToken } from '../../kernel/inputs.ts';
import type { View } from '../../kernel/view.ts';
import { privateDnsInputs } from '../private-dns/inputs.ts';

export const accessModes = ['PrivateOnly', 'Open'] as const;
type AccessMode = (typeof accessModes)[number];

interface MonitorPrivateLinkInputs {
  readonly enabled: boolean;
  /** What the network reaches besides resources in the private link scope. */
  readonly ingestionAccess: AccessMode;
  readonly queryAccess: AccessMode;
  /** Whether the workspace takes logs, and answers queries, from networks without the private link. */
  readonly publicIngestion: boolean;
  readonly publicQueries: boolean;
}

export const monitorPrivateLinkInputs = inputsToken<MonitorPrivateLinkInputs>('monitorPrivateLink');

/** Zones of Azure Monitor that other networks use too: a record in them counts for all of these networks. */
export function sharesZones(view: Pick<View, 'inputs'>): boolean {
  return monitorPrivateLinkInputs.of(view).enabled && privateDnsInputs.of(view).zones === 'existing';
}
