import { describe, expect, it } from 'vitest';
import { latestVersion } from '../../avm-catalog/modules/load.ts';
import { describe as told } from '../../src/findings/describe.ts';
import { app, image, shopOf, site } from './shop-answers.ts';

/** Texts of main.bicep, of the parameters of the shop, and of the README. */
function made(component: object, prod: object = {}, more: object = {}) {
  const result = shopOf(component, prod, more);
  expect(result.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const textOf = (path: string): string => result.files?.find((one) => one.path === path)?.text ?? '';
  const bicep = textOf('main.bicep');
  const [, shop = ''] = /^module shop '[^]*?\n {2}params: \{\n([^]*?)\n {2}\}\n/m.exec(bicep) ?? [];
  return { bicep, shop: shop.replaceAll(/\s+/g, ' '), readme: textOf('README.md') };
}

const client = 'shopIdentity.outputs.clientId';
const endpoints = {
  vault: "'https://${names.auditVault}${environment().suffixes.keyvaultDns}'",
  files: "'https://${names.files}.blob.${environment().suffixes.storage}'",
};

describe('an application that uses other components', () => {
  it('has their endpoints and its identity as app settings, beside outputs', () => {
    const { bicep, shop, readme } = made(site());
    expect(shop).toContain(
      `configs: [ { name: 'appsettings' properties: { AZURE_CLIENT_ID: ${client} ` +
        `AUDIT_VAULT_ENDPOINT: ${endpoints.vault} FILES_ENDPOINT: ${endpoints.files} } } ]`,
    );
    for (const output of ['shopClientId', 'shopFilesEndpoint', 'shopAuditVaultEndpoint'])
      expect(bicep).toContain(`output ${output} string`);
    expect(readme).toContain('`AZURE_CLIENT_ID`, `AUDIT_VAULT_ENDPOINT`, and `FILES_ENDPOINT`');
    expect(shop).not.toMatch(/listKeys|AccountKey|connectionString/i);
  });

  it('keeps the settings that a person gave, and those of the same name', () => {
    const configs = [
      { name: 'logs', properties: {} },
      { name: 'appsettings', properties: { LOG_LEVEL: 'debug', files_endpoint: 'https://other' } },
    ];
    const siteConfig = { appSettings: [{ name: 'AZURE_CLIENT_ID', value: 'mine' }] };
    const { shop, readme } = made(site({ configs, siteConfig }));
    expect(shop).toContain(
      `configs: [ { name: 'logs' properties: {} } { name: 'appsettings' properties: { ` +
        `AUDIT_VAULT_ENDPOINT: ${endpoints.vault} LOG_LEVEL: 'debug' files_endpoint: 'https://other' } } ]`,
    );
    expect(shop).toContain("siteConfig: { appSettings: [ { name: 'AZURE_CLIENT_ID' value: 'mine' } ] }");
    expect(readme).toContain('The app settings `AUDIT_VAULT_ENDPOINT` contain');
  });

  it('has them as environment variables of each container', () => {
    const given = { name: 'FILES_ENDPOINT', value: 'https://other' };
    const { shop } = made(app([image, { ...image, name: 'side', env: [given] }]));
    const vault = `{ name: 'AUDIT_VAULT_ENDPOINT' value: ${endpoints.vault} }`;
    const id = `{ name: 'AZURE_CLIENT_ID' value: ${client} }`;
    const files = `{ name: 'FILES_ENDPOINT' value: ${endpoints.files} }`;
    expect(shop).toContain(`name: 'web' image: 'example.azurecr.io/web:1' env: [ ${id} ${vault} ${files} ]`);
    expect(shop).toContain(`env: [ { name: 'FILES_ENDPOINT' value: 'https://other' } ${id} ${vault} ]`);
  });

  it('has them in containers that differ by environment', () => {
    const own = { name: 'FILES_ENDPOINT', value: 'https://other' };
    const { shop } = made(app([{ ...image, env: [own] }]), {
      params: { containers: [{ ...image, image: 'example.azurecr.io/web:2', env: [own] }] },
    });
    expect(shop).toContain(
      'containers: [ for container in shopContainers: union(container, { env: concat(container.env, [ ' +
        `{ name: 'AZURE_CLIENT_ID' value: ${client} } { name: 'AUDIT_VAULT_ENDPOINT' value: ${endpoints.vault} } ]) }) ]`,
    );
  });

  it('has outputs alone where its module takes no settings', () => {
    const { bicep, shop, readme } = made({ module: 'avm/res/cache/redis', version: '0.18.0', params: {} });
    expect(shop).not.toContain('AZURE_CLIENT_ID');
    expect(bicep).toContain('output shopFilesEndpoint string');
    expect(readme).toContain('Pass the outputs `shopClientId`, `shopAuditVaultEndpoint`, and `shopFilesEndpoint`');
  });
});

describe('what a person gives beside uses', () => {
  it('is kept, with the identity that uses need behind it', () => {
    const other = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id';
    const bound = (managedIdentities: object | undefined, prod?: object): string => {
      const { shop } = made(
        site(managedIdentities ? { managedIdentities } : {}),
        prod ? { params: { managedIdentities: prod } } : {},
      );
      return (
        /managedIdentities: (.*?) (?=name:|privateEndpoints:|publicNetworkAccess:|siteConfig|configs|serverFarm|kind)/.exec(
          shop,
        )?.[1] ?? shop
      );
    };
    expect(bound({ systemAssigned: true })).toBe(
      '{ systemAssigned: true userAssignedResourceIds: [ids.shopIdentity] }',
    );
    expect(bound({ userAssignedResourceIds: [other] })).toContain(`[ '${other}' ids.shopIdentity ]`);
    expect(bound({ systemAssigned: true }, { userAssignedResourceIds: [other] })).toBe(
      '{ systemAssigned: true userAssignedResourceIds: concat(shopManagedIdentitiesUserAssignedResourceIds, [ids.shopIdentity]) }',
    );
    expect(bound(undefined, { systemAssigned: true })).toBe(
      'union(shopManagedIdentities ?? {}, { userAssignedResourceIds: [ids.shopIdentity] })',
    );
    expect(bound(undefined, { userAssignedResourceIds: [other] })).toBe(
      'union(shopManagedIdentities ?? {}, { userAssignedResourceIds: concat(shopManagedIdentities.?userAssignedResourceIds ?? [], [ids.shopIdentity]) })',
    );
  });

  it('is kept, with the roles of those that use it behind it', () => {
    const given = { principalId: '11111111-2222-4333-8444-555555555555', roleDefinitionIdOrName: 'Reader' };
    const images = {
      type: 'avm-module',
      module: 'avm/res/container-registry/registry',
      version: '0.12.1',
      params: { roleAssignments: [given] },
    };
    const { bicep } = made({ ...site(), uses: ['images'] }, {}, { images });
    const list = /module images '[^]*?\n {4}roleAssignments: \[\n([^]*?)\n {4}\]\n/.exec(bicep)?.[1] ?? '';
    expect(Array.from(list.matchAll(/principalId: (\S+)/g), ([, whose]) => whose)).toEqual([
      `'${given.principalId}'`,
      'shopIdentity.outputs.principalId',
    ]);
  });

  it('is the name of what is used, which its endpoint has', () => {
    const images = { type: 'avm-module', module: 'avm/res/container-registry/registry', version: '0.12.1' };
    const { bicep } = made({ ...site(), uses: ['images'] }, {}, { images: { ...images, params: { name: 'acrshop' } } });
    expect(bicep).toContain("output shopImagesEndpoint string = 'acrshop.azurecr.io'\n");
  });

  it('refuses a module whose resource takes no identity of another', () => {
    const hub = { module: 'avm/res/event-hub/namespace', version: '0.15.0', params: {} };
    expect(shopOf(hub).findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'module-lacks', args: { parameter: 'managedIdentities.userAssignedResourceIds', why: 'uses' } },
    ]);
  });
});

describe('what an application can use', () => {
  const module = (name: string) => {
    const path = `avm/res/${name}`;
    return { type: 'avm-module', module: path, version: latestVersion(path) ?? '', params: {} };
  };
  const using = (name: string) => made({ ...site(), uses: ['other'] }, {}, { other: module(name) });
  const grantsOf = (bicep: string): string =>
    /^module other '[^]*?\n\}\n/m.exec(bicep)?.[0].replaceAll(/\s+/g, ' ') ?? '';

  it.each([
    [
      'service-bus/namespace',
      ['azureServiceBusDataReceiver', 'azureServiceBusDataSender'],
      '${names.other}.servicebus.windows.net',
    ],
    [
      'event-hub/namespace',
      ['azureEventHubsDataReceiver', 'azureEventHubsDataSender'],
      '${names.other}.servicebus.windows.net',
    ],
    ['search/search-service', ['searchIndexDataReader'], 'https://${names.other}.search.windows.net'],
    ['signal-r-service/signal-r', ['signalrAppServer'], 'https://${names.other}.service.signalr.net'],
    ['signal-r-service/web-pub-sub', ['webPubsubServiceOwner'], 'https://${names.other}.webpubsub.azure.com'],
    [
      'storage/storage-account',
      ['storageBlobDataContributor'],
      'https://${names.other}.blob.${environment().suffixes.storage}',
    ],
    ['key-vault/vault', ['keyVaultSecretsUser'], 'https://${names.other}${environment().suffixes.keyvaultDns}'],
  ])('is %s, with its least roles and its endpoint', (name, roles, endpoint) => {
    const { bicep } = using(name);
    const given = Array.from(grantsOf(bicep).matchAll(/roleDefinitionIdOrName: roleIds\.(\w+)/g), ([, role]) => role);
    expect(given).toEqual(roles);
    expect(bicep).toContain(`output shopOtherEndpoint string = '${endpoint}'\n`);
  });

  it('is a Redis cache, which has access policies instead of roles', () => {
    const { bicep } = using('cache/redis');
    expect(grantsOf(bicep)).toContain(
      "accessPolicyAssignments: [ { name: 'shopIdentity' objectId: shopIdentity.outputs.principalId " +
        "objectIdAlias: 'shopIdentity' accessPolicyName: 'Data Contributor' } ]",
    );
    expect(grantsOf(bicep)).not.toContain('roleAssignments');
    expect(bicep).toContain("output shopOtherEndpoint string = '${names.other}.redis.cache.windows.net:6380'\n");
  });

  it('is not a component of a kind without a role, nor itself, nor one that is missing', () => {
    const whyNot = (uses: readonly string[], more: object = {}) =>
      shopOf({ ...site(), uses }, {}, more)
        .findings.filter(({ severity }) => severity === 'error')
        .map((one) => told(one).message);
    expect(whyNot(['db'], { db: module('sql/server') })).toEqual([
      "The component 'db' can’t be used: no role for applications is known for its kind",
    ]);
    expect(whyNot(['shop'])).toEqual(["The component 'shop' can’t use itself"]);
    expect(whyNot(['none'])).toEqual(["There is no component 'none'"]);
  });
});
