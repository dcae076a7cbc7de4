import { arrayOf, literals, string } from '../../../src/bicep/type.ts';
import {
  call,
  each,
  item,
  propertyOf,
  text,
  type Expression,
  type ObjectValue,
  type Value,
} from '../../../src/bicep/value.ts';
import { component, type Composer } from '../../kernel/component.ts';
import { drawing } from './drawing.ts';
import { storageAccountDefinition } from './definition.ts';
import { redundancies, storageAccountInputs, storageAccountType } from './inputs.ts';
import { serviceDiagnostics } from './diagnostics.ts';
import { storageProblems } from './problems.ts';
import { hasShares } from './shares.ts';
import { assignments, fileServices, shareParameters, softDelete } from './values.ts';
import { diagnostics, offerPrivately, pick, privateEndpoint } from '../../kernel/patterns.ts';
import { storageAccountDocs } from './docs.ts';

export const storageAccount = component({
  name: storageAccountType,
  title: 'Storage account',
  summary: 'Files of the workload, accessible only from inside the network',
  serves: ['files', 'storage-recovery', 'storage-targets', 'SEC-008'],
  drawing,
  inputs: storageAccountDefinition,
  docs: storageAccountDocs,
  measures: [
    {
      path: 'storageAccount.redundancy',
      subject: 'the redundancy of the storage account',
      of: (view) =>
        storageAccountInputs.of(view).enabled
          ? redundancies.indexOf(storageAccountInputs.of(view).redundancy)
          : undefined,
    },
  ],
  access: {
    roles: ['Storage Blob Data Contributor'],
    endpoint: blobEndpoint,
  },
  many: {
    ignores: [],
    plural: 'Storage accounts',
    summary: 'Files, accessible only from inside the network',
  },
  subnets: () => ['privateEndpoints'],
  resource: 'storageAccount',
  enabled: (view) => storageAccountInputs.of(view).enabled,
  check: storageProblems,
  contribute: (c) => {
    c.name('storageAccount', { type: 'Microsoft.Storage/storageAccounts' });
    offerPrivately(c, 'blob');
    if (c.views.some(hasShares)) offerPrivately(c, 'file');
    c.contribute('metricAlert', { key: 'storage-failing', scope: c.id('storageAccount') });
  },
  compose: (c) => {
    c.contribute('beforeApplication', { symbol: 'storageAccount' });
    const shared = c.views.some(hasShares);
    const services = shared ? ['blob', 'file'] : ['blob'];
    const keys = c.collect('storageKey');
    const identity = c.collect('madeIdentity').filter((one) => one.item.key === 'encryption');
    c.module({
      symbol: 'storageAccount',
      module: 'storage/storage-account',
      comment: 'Storage account of the workload',
      makes: ['storageAccount'],
      params: {
        name: c.reference('storageAccount'),
        skuName: sku(c),
        accessTier: accessTier(c),
        ...(shared ? shareParameters(c) : {}),
        allowSharedKeyAccess: c.because(['SEC-014'], false),
        defaultToOAuthAuthentication: c.because(['SEC-014'], true),
        publicNetworkAccess: c.because(['SEC-008'], 'Disabled'),
        networkAcls: c.because(['SEC-008'], { bypass: 'AzureServices', defaultAction: 'Deny' }),
        privateEndpoints: c.because(
          ['SEC-008'],
          services.map((service) => privateEndpoint(c, { target: 'storageAccount', service, several: true })),
        ),
        managedIdentities:
          identity.length === 0
            ? undefined
            : c.because(
                ['SEC-009'],
                pick(identity, (one): Value => ({ userAssignedResourceIds: [one.id] })),
              ),
        customerManagedKey:
          keys.length === 0
            ? undefined
            : c.because(
                ['SEC-009'],
                pick(keys, (one) => one.value),
              ),
        blobServices: blobServices(c),
        fileServices: shared ? fileServices(c) : undefined,
        roleAssignments: assignments(c),
        diagnosticSettings: diagnostics(c),
      },
    });
    outputs(c);
  },
});

function outputs(c: Composer): void {
  const name = c.reference('storageAccount');
  c.output('storageAccountBlobEndpoint', string, 'Blob endpoint of the workload’s storage account', blobEndpoint(name));
  c.output('storageAccountName', string, 'Name of the workload’s storage account', name);
}

function blobEndpoint(name: string | Expression): Value {
  return text`https://${name}.blob.${propertyOf(call('environment'), 'suffixes.storage')}`;
}

function sku(c: Composer): Value {
  return c.choose({
    name: 'storageSku',
    type: literals('Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'),
    description: 'Redundancy of the storage account',
    value: (view) => `Standard_${storageAccountInputs.of(view).redundancy}`,
    answers: ['storageAccount.redundancy'],
  });
}

function blobServices(c: Composer): ObjectValue {
  const days = softDelete(c);
  const containers = c.parameter({
    name: 'blobContainers',
    type: arrayOf(string),
    description: 'Blob containers of the storage account',
    value: (view) => storageAccountInputs.of(view).containers,
    answers: ['storageAccount.containers'],
  });
  return {
    containerDeleteRetentionPolicyEnabled: true,
    containerDeleteRetentionPolicyDays: days,
    deleteRetentionPolicyEnabled: true,
    deleteRetentionPolicyDays: days,
    containers: each('container', containers, {
      name: item('container'),
      publicAccess: c.because(['SEC-015'], 'None'),
    }),
    diagnosticSettings: serviceDiagnostics(c),
  };
}

function accessTier(c: Composer): Value | undefined {
  const tier = c.choose({
    name: 'storageAccessTier',
    type: literals('Hot', 'Cool', 'Cold'),
    description: 'Default access tier of blobs',
    value: (view) => storageAccountInputs.of(view).accessTier,
    answers: ['storageAccount.accessTier'],
  });
  return tier === 'Hot' ? undefined : tier;
}
