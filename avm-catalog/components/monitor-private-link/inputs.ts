import { inputsToken } from '../../kernel/inputs.ts';
import type { View } from '../../kernel/view.ts';
import { privateDnsInputs } from '../private-dns/inputs.ts';

export const accessModes = ['PrivateOnly', 'Open'] as const;
type AccessMode = (typeof accessModes)[number];

interface MonitorPrivateLinkInputs {
  readonly enabled: boolean;
  /** ID of an existing private link scope that the workspace is added to by its owners; empty for a new one. */
  readonly scopeId: string;
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
  return makesScope(view) && privateDnsInputs.of(view).zones === 'existing';
}

/** Whether an environment deploys a private link scope, not only what an existing one can have. */
export function makesScope(view: Pick<View, 'inputs'>): boolean {
  const { enabled, scopeId } = monitorPrivateLinkInputs.of(view);
  return enabled && scopeId === '';
}

/** ID of the existing private link scope that an environment uses; empty for none. */
export function existingScopeIn(view: Pick<View, 'inputs'>): string {
  const { enabled, scopeId } = monitorPrivateLinkInputs.of(view);
  return enabled ? scopeId : '';
}
