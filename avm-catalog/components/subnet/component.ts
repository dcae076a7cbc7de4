import { call } from '../../../src/bicep/value.ts';
import { component } from '../../kernel/component.ts';
import { alike } from '../../kernel/inputs.ts';
import { allowedRules } from './allowed.ts';
import { subnetDefinition } from './definition.ts';
import { subnetDocs } from './docs.ts';
import { subnetInputs, subnetType } from './inputs.ts';
import { subnetProblems } from './problems.ts';

export const subnet = component({
  name: subnetType,
  title: 'Subnet',
  summary: 'Another subnet of the virtual network, with its own network security group',
  serves: ['network'],
  inputs: subnetDefinition,
  docs: subnetDocs,
  many: { ignores: [], anywhere: true, reserved: ['workload', 'private-endpoints'] },
  resource: 'subnet',
  enabled: (view) => subnetInputs.of(view).enabled,
  check: subnetProblems,
  drawing: () => ({}),
  contribute: (c) => {
    const type = 'Microsoft.Network/virtualNetworks/subnets';
    const name = c.name('subnet', { type });
    c.name('subnetSecurityGroup', { type: 'Microsoft.Network/networkSecurityGroups' });
    c.identify('subnet', call('resourceId', type, c.reference('virtualNetwork'), name));
    const is = alike(c, subnetInputs);
    const key = c.symbol('subnet');
    c.contribute(
      'subnet',
      {
        key,
        purpose: is.purpose,
        extras: {
          delegation: is.delegation === '' ? undefined : is.delegation,
          routeTable: is.routeTable === '' ? undefined : c.idOf(is.routeTable),
          isOutbound: is.outbound,
        },
      },
      { ids: ['network'] },
    );
    for (const rule of allowedRules(is.allow)) c.contribute('securityRule', { subnet: key, rule });
  },
  compose: () => undefined,
});
