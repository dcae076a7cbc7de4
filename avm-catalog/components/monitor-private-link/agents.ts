import { spread, when, type Value } from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';
import type { Contribution } from '../../kernel/contribution.ts';
import { asCondition, both, existingMachine } from '../../kernel/patterns.ts';
import type { Slots } from '../../kernel/slots.ts';

const agent = 'monitoring-agent';

/**
 * On a network with a private link, agents find their rules only at a data collection endpoint of the same region.
 * Source: azure-monitor-docs data-collection/data-collection-endpoint-overview.md, "Azure Monitor agent (AMA)".
 */
export function agentEndpoint(c: Composer): void {
  if (c.given(agent) === false) return;
  c.name('collectionEndpoint', { type: 'Microsoft.Insights/dataCollectionEndpoints' });
  c.contribute('collectionEndpoint', { id: c.id('collectionEndpoint') });
}

export function collectionEndpoint(c: Composer): void {
  const isOn = c.given(agent);
  if (isOn === false) return;
  c.module({
    symbol: 'collectionEndpoint',
    module: 'insights/data-collection-endpoint',
    comment: 'Data collection endpoint, where agents find their rules over the private link',
    makes: ['collectionEndpoint'],
    on: asCondition(isOn),
    params: {
      name: c.reference('collectionEndpoint'),
      kind: 'Windows',
      publicNetworkAccess: c.because(['SEC-034'], 'Disabled'),
    },
  });
}

/** What the network reaches through the private endpoint. */
export function scopedResources(c: Composer): readonly Value[] {
  const isOn = c.given(agent);
  const on = asCondition(isOn);
  const workspace: Value = { name: 'log-analytics', linkedResourceId: c.id('logAnalytics') };
  if (isOn === false) return [workspace];
  const endpoint: Value = { name: 'data-collection', linkedResourceId: c.id('collectionEndpoint') };
  return [workspace, on ? spread(when(on, [endpoint], [])) : endpoint];
}

export function associations(c: Composer): void {
  const isOn = c.given(agent);
  if (isOn === false) return;
  for (const one of c.collect('machine')) associate(c, one, isOn);
}

/** Azure prescribes the name of the association. */
function associate(c: Composer, { item: machine, on }: Contribution<Slots['machine']>, isOn: Value): void {
  const { of } = machine;
  c.native({
    symbol: of === undefined ? 'collectionEndpointAssociation' : `${machine.symbol}CollectionEndpointAssociation`,
    type: 'Microsoft.Insights/dataCollectionRuleAssociations@2024-03-11',
    comment: `Association of ${of === undefined ? 'the virtual machine' : of} with the data collection endpoint`,
    reason: 'the module of the VM associates only data collection rules',
    on: both(asCondition(isOn), on),
    dependsOn: [machine.symbol, 'collectionEndpoint'],
    body: {
      scope: existingMachine(c, machine),
      name: 'configurationAccessEndpoint',
      // In a variable, because the linter accepts IDs in native resources only as a symbol or a function call.
      properties: c.variable(
        'collectionEndpointOfMachines',
        { dataCollectionEndpointId: c.id('collectionEndpoint') },
        { description: 'Data collection endpoint at which agents find their rules' },
      ),
    },
  });
}
