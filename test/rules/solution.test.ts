import { describe, expect, it } from 'vitest';
import { pins } from '../../avm-catalog/modules/pins.ts';
import { loadIndex } from '../../avm-catalog/modules/load.ts';
import { modulePathOf } from '../../avm-catalog/azure/module-types.ts';
import { givenUp, secureDefaults } from '../../avm-catalog/azure/secure-defaults.ts';
import { heldAt } from '../../avm-catalog/constitution/rule.ts';
import { ruleDefinition, rules } from '../../avm-catalog/constitution/rules/index.ts';
import { moduleOf, type Flaw, type OwnPart, type Solution } from '../../avm-catalog/constitution/solution.ts';
import { declarationsOf } from '../../src/checks/solution/declarations.ts';
import { catalog } from '../plan/support.ts';

interface Written {
  readonly text?: string;
  readonly template?: object;
  readonly files?: readonly string[];
  /** Values by environment. */
  readonly parameters?: readonly object[];
  /** Files of the workspace that main.bicep uses. */
  readonly own?: readonly Own[];
}

interface Own {
  readonly text: string;
  readonly template?: object;
  readonly exception?: string;
}

const ownFile = 'modules/own.bicep';

function flaws(
  id: string,
  { text = '', template = {}, files = [], own = [], parameters = [] }: Written,
): readonly Flaw[] {
  const rule = ruleDefinition(id);
  if (!rule) throw new Error(`no rule ${id}`);
  const index = loadIndex();
  return rule.inspect(
    {
      declarations: declarationsOf(text),
      template,
      files,
      own: own.map(partOf),
      parameters: parameters as Solution['parameters'],
      versionsOf: (module) => index[module]?.versions,
    },
    rule.parameters.defaults,
  );
}

function partOf({ text, template = {}, exception = '' }: Own): OwnPart {
  return { file: ownFile, declarations: declarationsOf(text), template, exception };
}

const vault = 'br/public:avm/res/key-vault/vault:0.14.0';
const declared = (reference: string, name = 'it'): string => `module ${name} '${reference}' = {\n  params: {}\n}\n`;
const native = (type: string): string => `resource it '${type}@2024-01-01' = {\n  name: 'x'\n}\n`;
const given = (parameters: object, symbol = 'it'): object => ({
  resources: { [symbol]: { type: 'Microsoft.Resources/deployments', properties: { parameters } } },
});

const protect = (value: boolean): object => ({ protect: { value } });
const protectedBy = {
  text: declared(vault),
  template: given({ enablePurgeProtection: { value: "[parameters('protect')]" } }),
};

/** Rule, what it is about, what is written, and whether it breaks the rule. */
const written: readonly (readonly [rule: string, what: string, written: Written, broken: boolean])[] = [
  ['ARC-001', 'a file of Terraform', { files: ['infra/main.tf'] }, true],
  ['ARC-001', 'a template in JSON', { files: ['azuredeploy.parameters.json'] }, true],
  ['ARC-001', 'other files', { files: ['README.md', 'package.json', 'docs/terraform.md', 'notes.tfx'] }, false],
  ['ARC-001', 'a script that deploys', { text: native('Microsoft.Resources/deploymentScripts') }, true],
  ['ARC-002', 'a resource that has a module', { text: native('Microsoft.Network/natGateways') }, true],
  ['ARC-002', 'a role by itself', { text: native('Microsoft.Authorization/roleAssignments') }, true],
  ['ARC-002', 'a resource without a reason', { text: native('Contoso.New/things') }, true],
  ['ARC-002', 'a reason', { text: `// Not a module: there is none.\n${native('Contoso.New/things')}` }, false],
  ['ARC-002', 'a reason above a decorator', { text: `// Not a module: no.\n@batchSize(1)\n${native('A.B/c')}` }, false],
  ['ARC-002', 'a reason of another', { text: `// Not a module: no.\n\n${native('A.B/c')}` }, true],
  [
    'ARC-002',
    'a resource that exists',
    { text: "resource it 'A.B/c@2024-01-01' existing = {\n  name: 'x'\n}\n" },
    false,
  ],
  ['ARC-003', 'a published version', { text: declared(vault) }, false],
  ['ARC-003', 'a version that is none', { text: declared(vault.replace('0.14.0', '0.14.99')) }, true],
  ['ARC-003', 'part of a version', { text: declared(vault.replace('0.14.0', '0.14')) }, true],
  ['ARC-003', 'a module that is none', { text: declared(vault.replace('key-vault', 'key-vaults')) }, true],
  ['ARC-003', 'a file', { text: declared('./vault.bicep') }, true],
  ['ARC-003', 'a file of the workspace', { text: declared(ownFile), own: [{ text: declared(vault) }] }, false],
  [
    'ARC-003',
    'a file of the workspace with no version',
    { text: declared(ownFile), own: [{ text: declared(vault.replace('0.14.0', '0.14')) }] },
    true,
  ],
  [
    'ARC-003',
    'two versions, one of them in a file',
    { text: declared(vault), own: [{ text: declared(vault.replace('0.14.0', '0.13.3')) }] },
    true,
  ],
  ['ARC-001', 'a script in a file', { own: [{ text: native('Microsoft.Resources/deploymentScripts') }] }, true],
  ['ARC-002', 'a resource in a file', { own: [{ text: native('A.B/c') }] }, true],
  [
    'ARC-002',
    'a resource in a file that says why',
    { own: [{ text: `// Not a module: no.\n${native('A.B/c')}` }] },
    false,
  ],
  [
    'ARC-002',
    'a resource in a file that is used for a reason',
    { own: [{ text: native('A.B/c'), exception: 'no' }] },
    false,
  ],
  [
    'ARC-004',
    'a default given up in a file',
    { own: [{ text: declared(vault), template: given({ enablePurgeProtection: { value: false } }) }] },
    true,
  ],
  [
    'ARC-004',
    'a default kept in a file',
    { own: [{ text: declared(vault), template: given({ name: { value: 'x' } }) }] },
    false,
  ],
  [
    'ARC-004',
    'what nobody can read in a file',
    { own: [{ text: declared(vault), template: { resources: [{ name: 'mine' }] } }] },
    true,
  ],
  [
    'ARC-004',
    'a default given up in a file without symbolic names',
    {
      own: [
        {
          text: declared(vault),
          template: {
            resources: [
              {
                name: "[format('it-{0}', uniqueString('it', deployment().name))]",
                properties: { parameters: { enablePurgeProtection: { value: false } } },
              },
            ],
          },
        },
      ],
    },
    true,
  ],
  [
    'ARC-005',
    'a default in a file',
    { own: [{ text: '', template: { parameters: { size: { defaultValue: 'x' } } } }] },
    false,
  ],
  [
    'ARC-005',
    'the time in a file',
    { own: [{ text: '', template: { parameters: { at: { defaultValue: '[utcNow()]' } } } }] },
    true,
  ],
  [
    'ARC-005',
    'a range in a file',
    { own: [{ text: '', template: { resources: [{ name: 'x', prefix: '10.0.0.0/24' }] } }] },
    true,
  ],
  [
    'ARC-006',
    'a subnet by its place in a file',
    { own: [{ text: '', template: { variables: { a: "[reference('v').outputs.ids.value[1]]" } } }] },
    true,
  ],
  [
    'SEC-012',
    'a literal in a file',
    { own: [{ text: '', template: given({ adminPassword: { value: 'P@ssw0rd!' } }) }] },
    true,
  ],
  ['ARC-003', 'a mirror', { text: declared('br:registry.example:5000/bicep/avm/res/key-vault/vault:0.14.0') }, false],
  ['ARC-003', 'two versions', { text: declared(vault) + declared(vault.replace('0.14.0', '0.13.3'), 'other') }, true],
  [
    'ARC-004',
    'purge protection switched off',
    { text: declared(vault), template: given({ enablePurgeProtection: { value: false } }) },
    true,
  ],
  [
    'ARC-004',
    'an open firewall',
    { text: declared(vault), template: given({ networkAcls: { value: { defaultAction: 'allow' } } }) },
    true,
  ],
  [
    'ARC-004',
    'days that a setting decides',
    { text: declared(vault), template: given({ softDeleteRetentionInDays: { value: 7 } }) },
    false,
  ],
  [
    'ARC-004',
    'a parameter that is weaker in one environment',
    { ...protectedBy, parameters: [protect(true), protect(false)] },
    true,
  ],
  [
    'ARC-004',
    'a parameter that is weaker nowhere',
    { ...protectedBy, parameters: [protect(true), protect(true)] },
    false,
  ],
  [
    'ARC-004',
    'the same of another module',
    {
      text: declared('br/public:avm/res/network/nat-gateway:2.1.0'),
      template: given({ enablePurgeProtection: { value: false } }),
    },
    false,
  ],
  [
    'ARC-004',
    'what is given up with a reason',
    {
      text: declared('br/public:avm/res/compute/disk-encryption-set:0.6.1'),
      template: given({ encryptionType: { value: 'EncryptionAtRestWithCustomerKey' } }),
    },
    false,
  ],
  ['ARC-005', 'a default', { template: { parameters: { size: { type: 'string', defaultValue: 'x' } } } }, true],
  ['ARC-005', 'the time', { template: { parameters: { at: { type: 'string', defaultValue: '[utcNow()]' } } } }, true],
  ['ARC-005', 'a value by environment', { template: { parameters: { size: { type: 'string' } } } }, false],
  ['ARC-005', 'a range', { template: { variables: { it: { prefix: '10.0.0.0/24' } } } }, true],
  ['ARC-005', 'a range given to a module', { template: given({ addressPrefixes: { value: ['10.0.0.0/16'] } }) }, true],
  ['ARC-005', 'a range as an argument', { template: { variables: { it: ["[a.allow(1, '10.0.0.0/24')]"] } } }, true],
  [
    'ARC-005',
    'a range behind a private one',
    { template: { variables: { it: ["[a.allow('10.0.0.0/8', '20.1.0.0/16')]"] } } },
    true,
  ],
  [
    'ARC-005',
    'private ranges',
    { template: { variables: { it: ["[a.allow('10.0.0.0/8', '192.168.0.0/16')]"] } } },
    false,
  ],
  [
    'ARC-005',
    'a range in a function',
    { template: { functions: [{ members: { a: { output: { value: '10.0.0.0/24' } } } }] } },
    true,
  ],
  ['ARC-005', 'everything as an argument', { template: { variables: { it: "[a.allow('0.0.0.0/0')]" } } }, false],
  ['ARC-005', 'everything', { template: { variables: { it: { source: '0.0.0.0/0' } } } }, false],
  [
    'ARC-005',
    'a range within a module',
    { template: { resources: { it: { properties: { template: { variables: { a: '10.0.0.0/8' } } } } } } },
    false,
  ],
  [
    'ARC-006',
    'a subnet by its place',
    { template: given({ subnet: { value: "[reference('vnet').outputs.subnetResourceIds.value[1]]" } }) },
    true,
  ],
  [
    'ARC-006',
    'one of a loop',
    { template: given({ id: { value: "[reference(format('ids[{0}]', 0)).outputs.principalId.value]" } }) },
    false,
  ],
  [
    'SEC-012',
    'a computed password',
    { template: given({ adminPassword: { value: "[variables('vmPassword')]" } }) },
    true,
  ],
  ['SEC-012', 'a literal', { template: given({ adminPassword: { value: 'P@ssw0rd!' } }) }, true],
  ['SEC-012', 'a secret of a vault', { template: given({ adminPassword: { reference: { secretName: 'x' } } }) }, false],
  [
    'SEC-012',
    'a secure parameter',
    {
      template: {
        ...given({ adminPassword: { value: "[parameters('p')]" } }),
        parameters: { p: { type: 'securestring' } },
      },
    },
    false,
  ],
  [
    'SEC-012',
    'a parameter that is not secure',
    {
      template: { ...given({ adminPassword: { value: "[parameters('p')]" } }), parameters: { p: { type: 'string' } } },
    },
    true,
  ],
  [
    'SEC-012',
    'a secure parameter with a default',
    {
      template: {
        ...given({ adminPassword: { value: "[parameters('p')]" } }),
        parameters: { p: { type: 'securestring', defaultValue: '[newGuid()]' } },
      },
    },
    true,
  ],
  [
    'SEC-012',
    'a computed secret that is written',
    { template: given({ secrets: { value: [{ name: 'p', value: "[uniqueString('x')]" }] } }) },
    true,
  ],
  [
    'SEC-012',
    'a secret that is written by itself',
    {
      template: {
        resources: { it: { type: 'Microsoft.KeyVault/vaults/secrets', properties: { value: "[variables('p')]" } } },
      },
    },
    true,
  ],
  ['SEC-012', 'where a secret is', { template: given({ secretName: { value: 'administrator' } }) }, false],
  [
    'SEC-012',
    'what exists',
    { template: { resources: { it: { existing: true, type: 'A.B/c', password: 'x' } } } },
    false,
  ],
  [
    'TST-001',
    'any region',
    {
      text: declared(vault),
      template: {
        ...given({ location: { value: "[parameters('location')]" } }),
        parameters: { location: { type: 'string' } },
      },
    },
    true,
  ],
  [
    'TST-001',
    'listed regions',
    {
      text: declared(vault),
      template: {
        ...given({ location: { value: "[parameters('location')]" } }),
        parameters: { location: { type: 'string', allowedValues: ['westeurope'] } },
      },
    },
    false,
  ],
  [
    'TST-002',
    'any size',
    {
      text: declared(vault),
      template: { ...given({ vmSize: { value: "[parameters('size')]" } }), parameters: { size: { type: 'string' } } },
    },
    true,
  ],
];

describe('rules over main.bicep', () => {
  it.each(written)('%s: %s', (id, _, given_, broken) => {
    const found = flaws(id, given_);
    expect(found.length > 0).toBe(broken);
    for (const { what, instead } of found) expect([what, instead].every((text) => text !== '')).toBe(true);
  });

  it('are all broken by something', () => {
    const broken = new Set(written.flatMap(([id, , , isBroken]) => (isBroken ? [id] : [])));
    expect(rules.filter((rule) => heldAt(rule).template && !broken.has(rule.id))).toEqual([]);
  });
});

describe('modules', () => {
  it.each([
    ['Microsoft.Network/natGateways', 'avm/res/network/nat-gateway'],
    ['Microsoft.KeyVault/vaults/secrets', 'avm/res/key-vault/vault/secret'],
    ['Microsoft.Network/publicIPAddresses', 'avm/res/network/public-ip-address'],
    ['Microsoft.Network/privateDnsZones', 'avm/res/network/private-dns-zone'],
    ['Microsoft.ManagedIdentity/userAssignedIdentities', 'avm/res/managed-identity/user-assigned-identity'],
    ['Microsoft.OperationalInsights/workspaces', 'avm/res/operational-insights/workspace'],
  ])('of %s', (type, path) => {
    expect(modulePathOf(type)).toBe(path);
    expect(loadIndex()[path]).toBeDefined();
  });

  it.each([
    ['br/public:avm/res/key-vault/vault:0.14.0', 'avm/res/key-vault/vault'],
    ['br/mine:avm/res/key-vault/vault:0.14.0', 'avm/res/key-vault/vault'],
    ['br:mcr.microsoft.com/bicep/avm/res/key-vault/vault:0.14.0', 'avm/res/key-vault/vault'],
    ['ts:avm/res/key-vault/vault:0.14.0', undefined],
    ['./avm/res/key-vault/vault:0.14.0', undefined],
  ])('in %s', (reference, path) => {
    expect(moduleOf(reference)?.path).toBe(path);
  });

  it('have the parameters whose defaults are to be kept', () => {
    for (const { module, parameter } of [...secureDefaults, ...givenUp]) {
      const version = pins[module as keyof typeof pins];
      const { parameters } = catalog.interface(`avm/res/${module}`, version);
      expect(Object.keys(parameters), `${module} ${parameter}`).toContain(parameter.split('.')[0]);
    }
  });
});
