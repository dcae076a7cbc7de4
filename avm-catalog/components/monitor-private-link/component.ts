import { component } from '../../kernel/component.ts';
import { endpointRule, privateEndpoint } from '../../kernel/patterns.ts';
import { agentEndpoint, associations, scopedResources } from './agents.ts';
import { monitorPrivateLinkDefinition } from './definition.ts';
import { monitorPrivateLinkDocs } from './docs.ts';
import { drawing } from './drawing.ts';
import { monitorPrivateLinkInputs } from './inputs.ts';
import { linkProblems } from './problems.ts';
import { accessModeSettings, workspaceAccess } from './settings.ts';

export const monitorPrivateLink = component({
  name: 'monitor-private-link',
  title: 'Azure Monitor private link',
  summary: 'Logs of agents sent, and queried, over a private endpoint',
  serves: ['logs', 'SEC-034'],
  drawing,
  inputs: monitorPrivateLinkDefinition,
  docs: monitorPrivateLinkDocs,
  subnets: () => ['privateEndpoints'],
  enabled: (view) => monitorPrivateLinkInputs.of(view).enabled,
  check: linkProblems,
  contribute: (c) => {
    c.name('monitorPrivateLink', { type: 'Microsoft.Insights/privateLinkScopes' });
    c.contribute('privateService', { service: 'azuremonitor' });
    c.contribute('securityRule', {
      subnet: 'privateEndpoints',
      rule: endpointRule('AllowHttpsInbound', 100, '443', 'Private endpoints of Azure services'),
    });
    c.contribute('workspaceAccess', workspaceAccess(c));
    agentEndpoint(c);
  },
  compose: (c) => {
    c.module({
      symbol: 'monitorPrivateLink',
      module: 'insights/private-link-scope',
      comment: 'Azure Monitor private link scope, with what the network reaches through its private endpoint',
      params: {
        name: c.reference('monitorPrivateLink'),
        accessModeSettings: accessModeSettings(c),
        scopedResources: scopedResources(c),
        privateEndpoints: [
          privateEndpoint(c, { target: 'monitorPrivateLink', service: 'azuremonitor', several: false }),
        ],
      },
    });
    associations(c);
  },
});
