import { string } from '../../../src/bicep/type.ts';
import { item, symbol, type Value } from '../../../src/bicep/value.ts';
import { component, type Composer } from '../../kernel/component.ts';
import { managedIdentityDocs } from './docs.ts';
import { drawing } from './drawing.ts';
import { customerManagedKeysInputs } from '../customer-managed-keys/inputs.ts';
import { keyVaultType } from '../key-vault/inputs.ts';
import { storageAccountType } from '../storage-account/inputs.ts';

const keys = ['workload', 'encryption'] as const;
const names = { workload: 'identityWorkload', encryption: 'identityEncryption' } as const;

export const managedIdentity = component({
  name: 'managed-identity',
  title: 'Managed identities',
  summary: 'Access to other services without stored credentials',
  serves: ['identity'],
  drawing,
  docs: managedIdentityDocs,
  enabled: (view) => view.components.includes('virtual-machine') || customerManagedKeysInputs.of(view).enabled,
  compose: (c) => {
    // Several components can need the same identity.
    const asked = keys.flatMap((key) =>
      c
        .collect('identity')
        .filter(({ item: one }) => one.key === key)
        .slice(0, 1),
    );
    const [only] = asked;
    if (!only) return;
    for (const { item: one } of asked) {
      c.name(names[one.key], {
        type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
        ...(one.key === 'workload' ? {} : { qualifier: one.key }),
      });
    }
    const several = asked.length > 1;
    asked.forEach(({ item: one }, index) => giveMade(c, one.key, several ? index : undefined));
    const makes = asked.map(({ item: one }) => names[one.key]);
    const comment = several
      ? 'Managed identities, one for the VM and one for encryption'
      : `Managed identity ${only.item.key === 'workload' ? 'of the VM' : 'for encryption'}`;
    if (!several) {
      c.module({
        symbol: 'managedIdentity',
        module: 'managed-identity/user-assigned-identity',
        comment,
        makes,
        params: { name: c.reference(names[only.item.key]) },
      });
      return;
    }
    // Every environment deploys all of them, because other resources refer to them by index.
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

/** Components that the workload’s identity always uses. Named components are used only if `uses` names them. */
const usedByWorkload = [keyVaultType, storageAccountType];

/** Contributes the identity for others to use; `index` is its position if there are several. */
function giveMade(c: Composer, key: (typeof keys)[number], index: number | undefined): void {
  const output = (name: string): Value =>
    index === undefined
      ? symbol('managedIdentity', 'outputs', name)
      : symbol('managedIdentities', index, 'outputs', name);
  const made = { principal: output('principalId'), client: output('clientId') };
  c.contribute('madeIdentity', { key, id: c.id(names[key]), ...made });
  if (key !== 'workload') return;
  for (const to of usedByWorkload) c.contribute('access', { to, identity: key }, { ids: ['identity'] });
  c.output('workloadIdentityPrincipalId', string, 'Principal ID of the VM’s user-assigned identity', made.principal);
  c.output('workloadIdentityClientId', string, 'Client ID of the VM’s user-assigned identity', made.client);
}
