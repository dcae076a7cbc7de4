import { makeFinding, type Finding } from '../../../src/findings/finding.ts';
import type { ObjectValue, Value } from '../../../src/bicep/value.ts';
import { component, type Composer } from '../../kernel/component.ts';
import { choice } from '../../kernel/patterns.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import { roleIdOf } from '../../kernel/role-ids.ts';
import type { Slots } from '../../kernel/slots.ts';
import type { View } from '../../kernel/view.ts';
import { drawing } from './drawing.ts';
import { encryptionKeys } from './keys.ts';
import { customerManagedKeysDocs } from './docs.ts';
import { customerManagedKeysInputs, keyVaultOf, vaultsOfKey } from './inputs.ts';
import { keyVaultType, vaultsIn } from '../key-vault/inputs.ts';

export const customerManagedKeys = component({
  name: 'customer-managed-keys',
  title: 'Customer-managed keys',
  summary: 'Encryption at rest with keys that your organization manages',
  serves: ['SEC-009'],
  drawing,
  inputs: {
    token: customerManagedKeysInputs,
    fixed: ['vault'],
    schema: (z) =>
      z.strictObject({
        enabled: z.boolean(),
        vault: z
          .string()
          .max(40)
          .optional()
          .describe('Name of the key vault component for the key; default: the only key vault'),
      }),
    defaults: ({ rules }) => ({
      enabled: rules.on('SEC-009') && rules.parameters<{ mode: string }>('SEC-009').mode === 'required',
    }),
    questions: [
      {
        path: 'enabled',
        ask: 'Encrypt data at rest with customer-managed keys?',
        kind: 'confirm',
        byEnvironment: true,
      },
      {
        path: 'vault',
        ask: 'Key vault for the key',
        kind: 'choice',
        when: (inputs) => inputs['enabled'] === true,
        among: (view) => (vaultsIn(view).length > 1 ? vaultsIn(view).map(({ component: one }) => one) : []),
      },
    ],
    switchOn: { enabled: true },
  },
  docs: customerManagedKeysDocs,
  enabled: (view) => customerManagedKeysInputs.of(view).enabled,
  check: vaultProblems,
  checkPlan: (_, views) => vaultFindings(views),
  contribute: (c) => {
    const vault = keyStore(c);
    if (!vault) return;
    c.contribute('identity', { key: 'encryption' });
    if (hasDisks(c)) {
      c.name('diskEncryptionSet', { type: 'Microsoft.Compute/diskEncryptionSets' });
      c.contribute('diskEncryption', { id: c.id('diskEncryptionSet') });
    }
    const key = {
      keyVaultResourceId: vault.id,
      keyName: keyName(vault),
      autoRotationEnabled: true,
      userAssignedIdentityResourceId: c.id('identityEncryption'),
    };
    c.contribute('storageKey', { value: key });
    c.contribute('vaultKey', { vault: vault.symbol, value: (principal) => encryptionKey(vault, principal) });
  },
  compose: (c) => {
    const vault = keyStore(c);
    if (!vault || !hasDisks(c)) return;
    c.module({
      symbol: 'diskEncryptionSet',
      module: 'compute/disk-encryption-set',
      comment: 'Disk encryption set, which links the disks to the key in the key vault',
      makes: ['diskEncryptionSet'],
      params: {
        name: c.reference('diskEncryptionSet'),
        encryptionType: 'EncryptionAtRestWithCustomerKey',
        customerManagedKey: { keyVaultResourceId: vault.id, keyName: keyName(vault), autoRotationEnabled: true },
        managedIdentities: { userAssignedResourceIds: [c.id('identityEncryption')] },
      },
    });
  },
});

/** A blueprint without a VM has no disks to encrypt. */
function hasDisks(c: Composer): boolean {
  return c.views.some(({ components }) => components.includes('virtual-machine'));
}

/** The chosen vault; `check` reports an error if there is none. */
function keyStore(c: Composer): Slots['keyStore'] | undefined {
  const [chosen] = vaultsOfKey(c.views);
  return c.collect('keyStore').find(({ item: { of = keyVaultType } }) => of === chosen?.component)?.item;
}

/** Environments share a template, so they share the vault that it refers to. */
function vaultFindings(views: readonly View[]): readonly Finding[] {
  const [first, ...others] = vaultsOfKey(views);
  const other = others.find(({ component: one }) => one !== first?.component);
  if (!first || !other) return [];
  const where = { file: 'avm.yaml', answer: 'spec.customerManagedKeys.vault', environment: other.environment };
  const args = { vault: other.component, other: first.component, environment: first.environment };
  return [makeFinding('vault-differs', 'error', args, where, ['SEC-009'])];
}

function vaultProblems(view: View): readonly AnswerProblem[] {
  const { enabled, vault } = customerManagedKeysInputs.of(view);
  if (!enabled || keyVaultOf(view)) return [];
  const known = vaultsIn(view).map(({ component: one }) => one);
  if (known.length > 0) return [problem('vault-unknown', 'customerManagedKeys.vault', { name: vault ?? '', known })];
  return [
    problem('answer-needs', 'customerManagedKeys.enabled', {
      what: 'customer-managed keys',
      needs: 'keyVault.enabled=true',
    }),
  ];
}

function keyName({ hasModules }: Slots['keyStore']): Value {
  return choice(hasModules, encryptionKeys.premium, encryptionKeys.standard);
}

/**
 * The key. The vault deploys it, because the disk encryption set and the storage account depend on it.
 * Disks and storage support RSA and RSA-HSM keys of 2048, 3072 and 4096 bits (azure-docs: customer-managed-keys-overview.md).
 * Rotation counts from creation. Counting from expiry needs an expiration date on the key, and the first
 * version has none (azure-docs: how-to-configure-key-rotation.md). Later versions expire after two years.
 */
function encryptionKey(vault: Slots['keyStore'], principal: Value): ObjectValue {
  return {
    name: keyName(vault),
    kty: choice(vault.hasModules, 'RSA-HSM', 'RSA'),
    keySize: 3072,
    rotationPolicy: {
      attributes: { expiryTime: 'P2Y' },
      lifetimeActions: [{ trigger: { timeAfterCreate: 'P22M' }, action: { type: 'rotate' } }],
    },
    roleAssignments: [
      {
        roleDefinitionIdOrName: roleIdOf('Key Vault Crypto Service Encryption User'),
        principalId: principal,
        principalType: 'ServicePrincipal',
      },
    ],
  };
}
