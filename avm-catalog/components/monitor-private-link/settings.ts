import { bool, literals } from '../../../src/bicep/type.ts';
import type { ObjectValue, Value } from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';
import { accessModes, makesScope, monitorPrivateLinkInputs } from './inputs.ts';

/** The module makes both private by default; they are said here because they affect other networks. */
export function accessModeSettings(c: Composer): ObjectValue {
  return {
    ingestionAccessMode: c.choose({
      name: 'monitorIngestionAccess',
      type: literals(...accessModes),
      description:
        'Where the network can send telemetry. Only to resources in the private link scope, or to others too',
      value: (view) => monitorPrivateLinkInputs.of(view).ingestionAccess,
      answers: ['monitorPrivateLink.ingestionAccess'],
    }),
    queryAccessMode: c.choose({
      name: 'monitorQueryAccess',
      type: literals(...accessModes),
      description: 'What the network can query. Only resources in the private link scope, or others too',
      value: (view) => monitorPrivateLinkInputs.of(view).queryAccess,
      answers: ['monitorPrivateLink.queryAccess'],
    }),
  };
}

/** Whether the template makes the scope: known, or by environment. Nothing if every environment uses an existing one. */
export function scopeIsOwn(c: Composer): Value {
  const on = c.views.filter((view) => monitorPrivateLinkInputs.of(view).enabled);
  return c.choose({
    name: 'createMonitorPrivateLinkScope',
    decides: true,
    type: bool,
    description: 'Create the Azure Monitor private link scope; false to use an existing one',
    // Where there is no private link, as where there is one.
    value: (view) => makesScope(on.includes(view) ? view : (on[0] ?? view)),
    answers: ['monitorPrivateLink.scopeId'],
  });
}

/** Public network access of the workspace. */
export function workspaceAccess(c: Composer): { readonly ingestion: Value; readonly queries: Value } {
  const states = literals('Enabled', 'Disabled');
  return {
    ingestion: c.choose({
      name: 'logIngestionFromPublicNetworks',
      type: states,
      description: 'Whether the workspace takes logs from networks without the private link',
      value: (view) => (monitorPrivateLinkInputs.of(view).publicIngestion ? 'Enabled' : 'Disabled'),
      answers: ['monitorPrivateLink.publicIngestion'],
      ids: ['SEC-034'],
    }),
    queries: c.choose({
      name: 'logQueriesFromPublicNetworks',
      type: states,
      description: 'Whether the workspace answers queries from networks without the private link',
      value: (view) => (monitorPrivateLinkInputs.of(view).publicQueries ? 'Enabled' : 'Disabled'),
      answers: ['monitorPrivateLink.publicQueries'],
    }),
  };
}
