import { int, string } from '../../../src/bicep/type.ts';
import { call, propertyOf, text, type Expression, type Value } from '../../../src/bicep/value.ts';
import { component, type Composer } from '../../kernel/component.ts';
import { diagnostics, offerPrivately, list, privateEndpoint } from '../../kernel/patterns.ts';
import { drawing } from './drawing.ts';
import { keyVaultDocs } from './docs.ts';
import { isPremium, keyVaultInputs, vaultSku } from './inputs.ts';

export const keyVault = component({
  name: 'key-vault',
  title: 'Key vault',
  summary: 'Secrets and keys of the workload, accessible only from inside the network',
  serves: ['secrets', 'SEC-008'],
  drawing,
  inputs: {
    token: keyVaultInputs,
    schema: (z) =>
      z.strictObject({
        enabled: z.boolean(),
        sku: z
          .enum(['standard', 'premium'])
          .describe('Tier. premium protects keys with hardware security modules (RSA-HSM)'),
        softDeleteDays: z
          .int()
          .min(7)
          .max(90)
          .describe(
            'Days that you can recover a deleted key vault. You can’t change this after the key vault is created',
          ),
      }),
    defaults: () => ({ enabled: false, sku: 'standard', softDeleteDays: 90 }),
    questions: [
      { path: 'enabled', ask: 'Deploy a key vault for the workload?', kind: 'confirm' },
      {
        path: 'sku',
        ask: 'Key vault tier',
        kind: 'choice',
        byEnvironment: true,
        when: (inputs) => inputs['enabled'] === true,
        choices: () => [
          { value: 'standard' },
          { value: 'premium', name: 'premium (keys in hardware security modules)' },
        ],
      },
    ],
    switchOn: { enabled: true },
  },
  docs: keyVaultDocs,
  access: {
    roles: ['Key Vault Secrets User'],
    endpoint: uri,
  },
  many: {
    ignores: ['vault'],
    plural: 'Key vaults',
    summary: 'Secrets and keys, accessible only from inside the network',
  },
  subnets: () => ['privateEndpoints'],
  resource: 'keyVault',
  enabled: (view) => keyVaultInputs.of(view).enabled,
  contribute: (c) => {
    c.name('keyVault', { type: 'Microsoft.KeyVault/vaults' });
    c.contribute('vault', { name: c.reference('keyVault') });
    c.contribute('keyStore', { symbol: 'keyVault', id: c.id('keyVault'), hasModules: isPremium(c) });
    offerPrivately(c, 'vault');
    c.contribute('metricAlert', { key: 'key-vault-refusing', scope: c.id('keyVault') });
  },
  compose: (c) => {
    c.contribute('beforeApplication', { symbol: 'keyVault' });
    const keys = c.collect('vaultKey').filter((one) => one.item.vault === c.symbol('keyVault'));
    c.module({
      symbol: 'keyVault',
      module: 'key-vault/vault',
      comment: 'Key vault of the workload',
      makes: ['keyVault'],
      params: {
        name: c.reference('keyVault'),
        sku: vaultSku(c),
        softDeleteRetentionInDays: c.because(['SEC-017'], softDelete(c)),
        publicNetworkAccess: c.because(['SEC-008'], 'Disabled'),
        networkAcls: c.because(['SEC-008'], { bypass: 'AzureServices', defaultAction: 'Deny' }),
        privateEndpoints: c.because(
          ['SEC-008'],
          [privateEndpoint(c, { target: 'keyVault', service: 'vault', several: false })],
        ),
        enableVaultForDeployment: false,
        enableVaultForDiskEncryption: false,
        enableVaultForTemplateDeployment: false,
        roleAssignments: c.users(),
        keys:
          keys.length === 0
            ? undefined
            : c.because(
                ['SEC-009'],
                list(keys, (one) => one.item.value(encryptionPrincipal(c))),
              ),
        diagnosticSettings: diagnostics(c),
      },
    });
    c.output('keyVaultUri', string, 'URI of the workload’s key vault', uri(c.reference('keyVault')));
    c.output('keyVaultName', string, 'Name of the workload’s key vault', c.reference('keyVault'));
  },
});

function uri(name: string | Expression): Value {
  return text`https://${name}${propertyOf(call('environment'), 'suffixes.keyvaultDns')}`;
}

function encryptionPrincipal(c: Composer): Value {
  const [encryption] = c.collect('madeIdentity').filter((one) => one.item.key === 'encryption');
  return encryption?.item.principal ?? null;
}

function softDelete(c: Composer): Value {
  return c.choose({
    name: 'keyVaultSoftDeleteDays',
    type: int,
    description: 'Days that you can recover a deleted key vault. You can’t change this after the key vault is created',
    minValue: 7,
    maxValue: 90,
    value: (view) => keyVaultInputs.of(view).softDeleteDays,
    answers: ['keyVault.softDeleteDays'],
  });
}
