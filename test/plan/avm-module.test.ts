import { describe, expect, it } from 'vitest';
import { empty } from '../../avm-catalog/blueprints/empty/blueprint.ts';
import { latestVersion } from '../../avm-catalog/modules/load.ts';
import type { Answers } from '../../src/answers/answers.ts';
import { startAnswers } from '../../src/answers/start.ts';
import { describe as told } from '../../src/findings/describe.ts';
import { generate } from '../../src/files/generate.ts';
import { catalog } from './support.ts';

const start = startAnswers({ name: 'demo' }, empty);
const vault =
  '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg-shared/providers/Microsoft.KeyVault/vaults/kv-shared';

function module(path: string, params: object = {}) {
  const name = `avm/res/${path}`;
  return { type: 'avm-module', module: name, version: latestVersion(name) ?? '', params };
}

function made(components: object, prod: object = {}) {
  const environments = {
    dev: start.environments['dev'] ?? {},
    prod: { ...start.environments['prod'], components: prod },
  };
  return generate({ ...start, components, environments } as Answers, 'version: 1\n', catalog);
}

function textOf(generated: ReturnType<typeof made>, path = 'main.bicep'): string {
  return generated.files?.find((file) => file.path === path)?.text ?? JSON.stringify(generated.findings);
}

/** A call on one line. */
const flat = (text: string): string =>
  text
    .replace(/\(\n\s+/g, '(')
    .replace(/,\n\s+/g, ', ')
    .replace(/\n\)/g, ')');

const errors = ({ findings }: ReturnType<typeof made>): readonly string[] =>
  findings.filter(({ severity }) => severity === 'error').map((one) => `${one.where.answer}: ${told(one).message}`);

describe('the name of what a module makes', () => {
  it.each([
    ['aad/domain-service', { domainName: 'contoso.com' }, 19],
    ['machine-learning-services/workspace/compute', { machineLearningWorkspaceName: 'mlw', computeType: 'AKS' }, 16],
    ['kusto/cluster', { sku: 'Standard_E2ads_v5' }, 22],
  ])('of %s is no longer than the module takes', (path, params, most) => {
    const found = made({ 'a-long-name': module(path, params) });
    expect(errors(found)).toEqual([]);
    const values = found.plan?.names.find(({ key }) => key === 'aLongName')?.values ?? {};
    expect(Object.keys(values)).toEqual(['dev', 'prod']);
    for (const name of Object.values(values)) expect(name).toMatch(new RegExp(`^[a-z0-9-]{3,${most - 6}}x{6}$`));
  });

  it('has no hyphen where its type takes none', () => {
    const found = made({ 'vm-images': module('compute/gallery') });
    expect(errors(found)).toEqual([]);
    expect(found.plan?.names.find(({ key }) => key === 'vmImages')?.values['dev']).toBe('galvmimagesdemodevwe001');
  });

  it('is a person’s where it is that of a domain, and its ID has it', () => {
    expect(errors(made({ zone: module('network/private-dns-zone') }))).toEqual([
      expect.stringContaining("requires a value for 'name'"),
    ]);
    const found = made({
      zone: module('network/private-dns-zone', { name: 'example.internal' }),
      link: module('network/private-endpoint', { subnetResourceId: { idOf: 'zone' } }),
    });
    expect(textOf(found)).toContain("zone: resourceId('Microsoft.Network/privateDnsZones', 'example.internal')");
  });
});

describe('a reference', () => {
  it('to a child is the output of its module, which alone knows its parents', () => {
    const found = made(
      {
        child: module('network/private-dns-zone/virtual-network-link', {
          privateDnsZoneName: 'example.internal',
          virtualNetworkResourceId: { idOf: 'virtual-network' },
        }),
        user: module('network/private-endpoint', { subnetResourceId: { idOf: 'child' } }),
      },
      { child: { enabled: false } },
    );
    expect(textOf(found)).toContain("subnetResourceId: deployChild ? child!.outputs.resourceId : ''");
  });

  it.each([['alerts'], ['user'], ['pattern'], ['nobody']])('to %s, which has no ID, is refused', (name) => {
    const pattern = 'avm/ptn/deployment-script/import-image-to-acr';
    const found = made({
      pattern: {
        type: 'avm-module',
        module: pattern,
        version: latestVersion(pattern),
        params: { acrName: 'cr', image: 'i' },
      },
      user: module('network/private-endpoint', { subnetResourceId: { idOf: name } }),
    });
    expect(errors(found)).toEqual([
      `components.user.params.subnetResourceId.idOf: There is no component '${name}' with an ID to refer to`,
    ]);
  });
});

describe('a reference that differs by environment', () => {
  it('is refused, since the template computes it', () => {
    const found = made(
      {
        one: module('network/private-dns-zone', { name: 'a.internal' }),
        other: module('network/private-dns-zone', { name: 'b.internal' }),
        user: module('network/private-endpoint', { subnetResourceId: { idOf: 'one' } }),
      },
      { user: { params: { subnetResourceId: { idOf: 'other' } } } },
    );
    expect(errors(found)).toEqual([
      'components.user.params.subnetResourceId.idOf: The ID of a component is not the same in every environment',
    ]);
  });
});

describe('a secret', () => {
  const secret = { keyVault: vault, secret: 'sql' };
  const sql = (password: object) =>
    module('sql/server', { administratorLogin: 'db', administratorLoginPassword: password });

  it('is read by the template where it is the same everywhere', () => {
    const text = textOf(made({ sql: sql(secret) }));
    expect(text).toContain("administratorLoginPassword: sqlAdministratorLoginPasswordVault.getSecret('sql')");
  });

  it('that differs by environment, or is inside a list, is a secure parameter, which each file reads', () => {
    const app = module('app/container-app', {
      environmentResourceId: vault,
      containers: [],
      secrets: [{ name: 'key', value: secret }],
    });
    const found = made(
      { sql: sql(secret), app },
      { sql: { params: { administratorLoginPassword: { keyVault: vault, secret: 'sql-prod' } } } },
    );
    expect(errors(found)).toEqual([]);
    expect(textOf(found)).toMatch(/@secure\(\)\nparam sqlAdministratorLoginPassword string/);
    expect(textOf(found)).toMatch(/@secure\(\)\nparam appSecrets0Value string/);
    const read = (name: string): string =>
      `az.getSecret('00000000-0000-4000-8000-000000000001', 'rg-shared', 'kv-shared', '${name}')`;
    expect(flat(textOf(found, 'main.dev.bicepparam'))).toContain(
      `param sqlAdministratorLoginPassword = ${read('sql')}`,
    );
    expect(flat(textOf(found, 'main.prod.bicepparam'))).toContain(
      `param sqlAdministratorLoginPassword = ${read('sql-prod')}`,
    );
    expect(flat(textOf(found, 'main.prod.bicepparam'))).toContain(`param appSecrets0Value = ${read('sql')}`);
  });

  it('is refused as a value, at any depth', () => {
    const found = made({
      app: module('app/container-app', {
        environmentResourceId: vault,
        containers: [],
        secrets: [{ name: 'key', value: 'hunter2' }],
      }),
    });
    expect(errors(found)).toEqual([expect.stringMatching(/secrets.*is a secret, which avm.yaml must not contain/)]);
  });
});

describe('a value', () => {
  it('that is a decimal number is read from text, since Bicep has whole numbers only', () => {
    const app = (cpu: number) => ({
      environmentResourceId: vault,
      containers: [{ name: 'web', image: 'nginx', resources: { cpu, memory: '1Gi' } }],
    });
    expect(textOf(made({ app: module('app/container-app', app(0.25)) }))).toContain("cpu: json('0.25')");
  });

  it('that differs by environment under a key of any characters is a parameter with a name that Bicep takes', () => {
    const tags = (value: string) => ({ tags: { 'hidden-link:/app one': value, größe: value } });
    const text = textOf(made({ cache: module('cache/redis', tags('a')) }, { cache: { params: tags('b') } }));
    expect(text).toContain("      'hidden-link:/app one': cacheTagsHiddenLinkAppOne\n");
    expect(text).toContain("      'größe': cacheTagsGru00f6u00dfe\n".replaceAll('u00', 'u'));
  });

  it('with a host that differs by cloud is a parameter, which the linter asks for', () => {
    const uri = 'https://stdemo.blob.core.windows.net/vhds/disk.vhd';
    const params = { osAccountType: 'Standard_LRS', osDiskBlobUri: uri, osDiskCaching: 'ReadWrite', osType: 'Windows' };
    const found = made({ image: module('compute/image', params) });
    expect(textOf(found)).toContain('osDiskBlobUri: imageOsDiskBlobUri');
    expect(textOf(found, 'main.prod.bicepparam')).toContain(`param imageOsDiskBlobUri = '${uri}'`);
  });
});

describe('a module that can’t be deployed', () => {
  it('has types only', () => {
    const name = 'avm/utl/types/avm-common-types';
    expect(errors(made({ one: { type: 'avm-module', module: name, version: latestVersion(name) } }))).toEqual([
      `components.one: '${name}' has only types for other modules, and deploys nothing`,
    ]);
  });

  it.each([
    ['avm/res/management/management-group', 'a tenant|a management group', 'a separate template'],
    ['avm/res/consumption/budget/mg-scope', 'a management group', 'avm/res/consumption/budget/rg-scope'],
    [
      'avm/res/authorization/role-assignment/sub-scope',
      'a subscription',
      'avm/res/authorization/role-assignment/rg-scope',
    ],
  ])('%s is for another scope: says which, and what to do', (name, scope, remedy) => {
    const { findings } = made({ one: { type: 'avm-module', module: name, version: latestVersion(name) } });
    const [error] = findings.filter(({ severity }) => severity === 'error');
    if (!error) throw new Error('accepted');
    expect(told(error).message).toMatch(new RegExp(`^'${name}' is deployed to (${scope}), and the template`));
    expect(told(error).remedy).toContain(remedy);
  });
});

describe('private access', () => {
  const rulesOf = (components: object): readonly string[] => {
    const text = textOf(made(components), 'network-security-rules.bicep');
    const [, own = ''] = /var privateEndpointsSecurityRules[^=]*= \[([^]*?)\n\]\n/.exec(text) ?? [];
    return flat(own).match(/'Allow\w+'.*?\]/g) ?? [];
  };
  const inbound = (name: string, ...ports: readonly string[]) =>
    `'${name}', 'Tcp', 'VirtualNetwork', 'VirtualNetwork', [${ports.map((one) => `'${one}'`).join(', ')}]`;

  it('is on the ports that clients of the service use, each rule once', () => {
    expect(rulesOf({ db: module('sql/server'), other: module('sql/server') })).toEqual([
      inbound('AllowSqlInbound', '1433'),
    ]);
    expect(rulesOf({ bus: module('service-bus/namespace'), cache: module('cache/redis') })).toEqual([
      inbound('AllowHttpsInbound', '443'),
      inbound('AllowMessagesInbound', '5671', '9093'),
      inbound('AllowRedisInbound', '6380', '15000-15999'),
    ]);
    expect(rulesOf({ images: module('container-registry/registry') })).toEqual([inbound('AllowHttpsInbound', '443')]);
  });

  it('is without keys, and with tokens where those take a setting', () => {
    const cache = textOf(made({ cache: module('cache/redis') }));
    expect(cache).toContain(
      "    disableAccessKeyAuthentication: true\n    redisConfiguration: {\n      'aad-enabled': 'true'\n    }\n",
    );
    const given = { redisConfiguration: { 'maxmemory-policy': 'allkeys-lru' } };
    expect(textOf(made({ cache: module('cache/redis', given) }))).toContain(
      "    redisConfiguration: {\n      'aad-enabled': 'true'\n      'maxmemory-policy': 'allkeys-lru'\n    }\n",
    );
    expect(textOf(made({ cache: module('cache/redis') }, { cache: { params: given } }))).toMatch(
      /redisConfiguration: union\(\s*\{\s*'aad-enabled': 'true'\s*\},\s*cacheRedisConfiguration \?\? \{\}\s*\)/,
    );
    expect(textOf(made({ files: module('storage/storage-account') }))).toContain('    allowSharedKeyAccess: false\n');
    expect(textOf(made({ files: module('storage/storage-account', { allowSharedKeyAccess: true }) }))).toContain(
      '    allowSharedKeyAccess: true\n',
    );
  });
});

describe('resources inside of a module', () => {
  const databases = (list: readonly object[], prod: object = {}): string => {
    const text = textOf(made({ sql: module('sql/server', { databases: list }) }, prod)).replaceAll(/\s+/g, ' ');
    return /databases: (.*?) publicNetworkAccess/.exec(text)?.[1] ?? text;
  };
  const one = { name: 'ledger', availabilityZone: -1 };

  it('send their logs where their type lets them, unless a person says where', () => {
    expect(databases([one, { ...one, name: 'silent', diagnosticSettings: [] }])).toBe(
      "[ { name: 'ledger' availabilityZone: -1 diagnosticSettings: diagnostics } { name: 'silent' availabilityZone: -1 diagnosticSettings: [] } ]",
    );
  });

  it('are as they were given where the list differs by environment', () => {
    const prod = { sql: { params: { databases: [{ ...one, availabilityZone: 1 }] } } };
    expect(databases([one], prod)).toBe('sqlDatabases');
  });
});
