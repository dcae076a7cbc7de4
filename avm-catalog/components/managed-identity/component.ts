import { string } from '../../../src/bicep/type.ts';
import { item, symbol, type Value } from '../../../src/bicep/value.ts';
import { component } from '../../kernel/component.ts';
import { managedIdentityDocs } from './docs.ts';

const names = { workload: 'identityWorkload', encryption: 'identityEncryption' } as const;

export const managedIdentity = component({
  name: 'managed-identity',
  title: 'Managed identities',
  summary: 'Who the machine is to other services, without a stored credential',
  serves: ['identity'],
  docs: managedIdentityDocs,
  enabled: () => true,
  contribute: (c) => c.contribute('identity', { key: 'workload' }),
  compose: (c) => {
    const asked = c.collect('identity');
    for (const { item: one } of asked) {
      c.name(names[one.key], {
        type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
        ...(one.key === 'workload' ? {} : { qualifier: one.key }),
      });
    }
    const several = asked.length > 1;
    asked.forEach(({ item: one }, index) => {
      const output = (name: string): Value =>
        several ? symbol('managedIdentities', index, 'outputs', name) : symbol('managedIdentity', 'outputs', name);
      const made = { principal: output('principalId'), client: output('clientId') };
      c.contribute('madeIdentity', { key: one.key, id: c.id(names[one.key]), ...made });
      if (one.key === 'workload')
        c.output(
          'workloadIdentityClientId',
          string,
          'Client id of the VM’s user-assigned identity, to sign in with',
          made.client,
        );
    });
    const makes = asked.map(({ item: one }) => names[one.key]);
    const comment = several
      ? 'Managed identities: one for the machine, one for encryption'
      : 'Managed identity of the machine';
    if (!several) {
      c.module({
        symbol: 'managedIdentity',
        module: 'managed-identity/user-assigned-identity',
        comment,
        makes,
        params: { name: c.reference(names.workload) },
      });
      return;
    }
    // All of them in every environment: what uses one by its place in the list must find it there.
    const identities = c.variable(
      'identities',
      asked.map((one) => c.reference(names[one.item.key])),
      { description: 'Names of the managed identities' },
    );
    c.module({
      symbol: 'managedIdentities',
      module: 'managed-identity/user-assigned-identity',
      comment,
      makes,
      loop: { item: 'identity', in: identities },
      params: { name: item('identity') },
    });
  },
});
