import type { Expression } from '../../../src/bicep/value.ts';
import { component, type Composer } from '../../kernel/component.ts';
import { asCondition, offerPrivately, privateEndpoint } from '../../kernel/patterns.ts';
import { agentEndpoint, associations, collectionEndpoint, scopedResources } from './agents.ts';
import { monitorPrivateLinkDefinition } from './definition.ts';
import { monitorPrivateLinkDocs } from './docs.ts';
import { drawing } from './drawing.ts';
import { makesScope, monitorPrivateLinkInputs } from './inputs.ts';
import { linkProblems } from './problems.ts';
import { accessModeSettings, scopeIsOwn, workspaceAccess } from './settings.ts';

export const monitorPrivateLink = component({
  name: 'monitor-private-link',
  title: 'Azure Monitor private link',
  summary: 'Logs of agents sent, and queried, over a private endpoint',
  serves: ['logs', 'SEC-034'],
  drawing,
  inputs: monitorPrivateLinkDefinition,
  docs: monitorPrivateLinkDocs,
  subnets: (view) => (makesScope(view) ? ['privateEndpoints'] : []),
  enabled: (view) => monitorPrivateLinkInputs.of(view).enabled,
  check: linkProblems,
  contribute: (c) => {
    c.name('monitorPrivateLink', { type: 'Microsoft.Insights/privateLinkScopes' });
    const own = scopeIsOwn(c);
    if (own !== false) offerPrivately(c, 'azuremonitor', { on: asCondition(own) });
    c.contribute('workspaceAccess', workspaceAccess(c));
    agentEndpoint(c);
  },
  compose: (c) => {
    collectionEndpoint(c);
    const own = scopeIsOwn(c);
    if (own !== false) linkScope(c, asCondition(own));
    associations(c);
  },
});

function linkScope(c: Composer, on: Expression | undefined): void {
  c.module({
    symbol: 'monitorPrivateLink',
    module: 'insights/private-link-scope',
    comment: 'Azure Monitor private link scope, with what the network reaches through its private endpoint',
    on,
    params: {
      name: c.reference('monitorPrivateLink'),
      accessModeSettings: accessModeSettings(c),
      scopedResources: scopedResources(c),
      privateEndpoints: [privateEndpoint(c, { target: 'monitorPrivateLink', service: 'azuremonitor', several: false })],
    },
  });
}
