import type { ObjectValue, Value } from '../../../src/bicep/value.ts';
import { component, type Composer } from '../../kernel/component.ts';
import { problem } from '../../kernel/problem.ts';
import { roles } from '../../azure/roles.ts';
import { drawing } from './drawing.ts';
import { encryptionKeys } from './keys.ts';
import { customerManagedKeysDocs } from './docs.ts';
import { customerManagedKeysInputs } from './inputs.ts';
import { byProtection, keyVaultInputs } from '../key-vault/inputs.ts';

export const customerManagedKeys = component({
  name: 'customer-managed-keys',
  title: 'Customer-managed keys',
  summary: 'Data at rest encrypted with a key of the organization',
  serves: ['SEC-009'],
  drawing,
  inputs: {
    token: customerManagedKeysInputs,
    schema: (z) => z.strictObject({ enabled: z.boolean() }),
    defaults: ({ rules }) => ({
      enabled: rules.on('SEC-009') && rules.parameters<{ mode: string }>('SEC-009').mode === 'required',
    }),
    questions: [
      {
        path: 'enabled',
        ask: 'Encrypt data at rest with a key of the organization?',
        kind: 'confirm',
        byEnvironment: true,
      },
    ],
    switchOn: { enabled: true },
  },
  docs: customerManagedKeysDocs,
  enabled: (view) => customerManagedKeysInputs.of(view).enabled,
  check: (view) =>
    customerManagedKeysInputs.of(view).enabled && !keyVaultInputs.of(view).enabled
      ? [
          problem('answer-needs', 'customerManagedKeys.enabled', {
            what: 'customer-managed keys',
            needs: 'keyVault.enabled=true',
          }),
        ]
      : [],
  contribute: (c) => {
    c.contribute('identity', { key: 'encryption' });
    if (hasDisks(c)) {
      c.name('diskEncryptionSet', { type: 'Microsoft.Compute/diskEncryptionSets' });
      c.contribute('diskEncryption', { id: c.id('diskEncryptionSet') });
    }
    const key = {
      keyVaultResourceId: c.id('keyVault'),
      keyName: keyName(c),
      autoRotationEnabled: true,
      userAssignedIdentityResourceId: c.id('identityEncryption'),
    };
    c.contribute('storageKey', { value: key });
    c.contribute('vaultKey', { value: (principal) => encryptionKey(c, principal) });
  },
  compose: (c) => {
    if (!hasDisks(c)) return;
    c.module({
      symbol: 'diskEncryptionSet',
      module: 'compute/disk-encryption-set',
      comment: 'Disk encryption set: binds the disks to the key in the vault',
      makes: ['diskEncryptionSet'],
      params: {
        name: c.reference('diskEncryptionSet'),
        encryptionType: 'EncryptionAtRestWithCustomerKey',
        customerManagedKey: { keyVaultResourceId: c.id('keyVault'), keyName: keyName(c), autoRotationEnabled: true },
        managedIdentities: { userAssignedResourceIds: [c.id('identityEncryption')] },
      },
    });
  },
});

/** A blueprint without a VM has no disks to encrypt. */
function hasDisks(c: Composer): boolean {
  return c.views.some(({ components }) => components.includes('virtual-machine'));
}

function keyName(c: Composer): Value {
  return byProtection(c, encryptionKeys.premium, encryptionKeys.standard);
}

/**
 * The key; the vault makes it, because the set and the storage account wait for it.
 * Disks and storage take RSA and RSA-HSM keys of 2048, 3072 and 4096 bits (azure-docs: customer-managed-keys-overview.md).
 * Rotation is counted from creation: counted from expiry it needs an expiration date on the key, and the first
 * version has none (azure-docs: how-to-configure-key-rotation.md). Later versions expire after two years.
 */
function encryptionKey(c: Composer, principal: Value): ObjectValue {
  return {
    name: keyName(c),
    kty: byProtection(c, 'RSA-HSM', 'RSA'),
    keySize: 3072,
    rotationPolicy: {
      attributes: { expiryTime: 'P2Y' },
      lifetimeActions: [{ trigger: { timeAfterCreate: 'P22M' }, action: { type: 'rotate' } }],
    },
    roleAssignments: [
      {
        roleDefinitionIdOrName: roles['Key Vault Crypto Service Encryption User'],
        principalId: principal,
        principalType: 'ServicePrincipal',
      },
    ],
  };
}
