import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { images } from '../../avm-catalog/azure/images.ts';
import { defaultBlueprint } from '../../avm-catalog/blueprints/index.ts';
import { componentNamed, components } from '../../avm-catalog/components/index.ts';
import { foundations, requirements } from '../../avm-catalog/blueprints/windows-vm/requirements.ts';
import { rules } from '../../avm-catalog/constitution/rules/index.ts';
import type { Answers } from '../../src/answers/answers.ts';
import type { RequirementAnswers } from '../../src/answers/requirements.ts';
import { answersWith } from '../plan/support.ts';

const on = fc.record({ enabled: fc.boolean() });

/** Switches of which any choice is allowed: of components that neither judge their answers nor need further ones. */
const switches = Object.fromEntries(
  defaultBlueprint.components.flatMap((name) => {
    const { inputs, check } = componentNamed(name) ?? {};
    const isPlain = isDeepStrictEqual(inputs?.switchOn, { enabled: true });
    return inputs && isPlain && !check && !inputs.needsMore ? [[inputs.token.key, on] as const] : [];
  }),
);
const disk = fc.record({
  sizeGb: fc.integer({ min: 128, max: 1024 }),
  type: fc.constantFrom('Premium_LRS', 'StandardSSD_LRS', 'Premium_ZRS'),
});
const dataDisks = fc
  .integer({ min: 0, max: 3 })
  .chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, lun) =>
        disk.map((is) => ({ ...is, name: `data${lun}`, lun, caching: 'ReadOnly' })),
      ),
    ),
  );

const loadBalancer = fc.record({
  enabled: fc.boolean(),
  ports: fc.constantFrom(
    [{ name: 'https', port: 443, backendPort: 8443 }],
    [
      { name: 'http', port: 80, backendPort: 80 },
      { name: 'tcp', port: 1433, backendPort: 1433 },
    ],
  ),
  probe: fc.constantFrom({ protocol: 'Tcp', port: 443, path: '' }, { protocol: 'Https', port: 8443, path: '/health' }),
});

const actionGroup =
  '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-ops/providers/Microsoft.Insights/actionGroups/ag-ops';

const linkScope =
  '/subscriptions/00000000-0000-0000-0000-000000000002/resourceGroups/rg-monitor/providers/Microsoft.Insights/privateLinkScopes/ampls-hub';

const recoveryGroup = '/subscriptions/00000000-0000-0000-0000-000000000002/resourceGroups/rg-recovery';
const recoveryIds = {
  resourceGroupId: [recoveryGroup],
  virtualNetworkId: [`${recoveryGroup}/providers/Microsoft.Network/virtualNetworks/vnet-recovery`],
  cacheStorageAccountId: ['', `${recoveryGroup}/providers/Microsoft.Storage/storageAccounts/stcache`],
  diskEncryptionSetId: [`${recoveryGroup}/providers/Microsoft.Compute/diskEncryptionSets/des-recovery`],
};

const part = fc.record(
  {
    ...switches,
    location: fc.constantFrom(
      { region: 'westeurope', zone: 1 },
      { region: 'North Europe', zone: null },
      { region: 'northeurope', zone: 3 },
    ),
    lock: fc.constantFrom('none', 'CanNotDelete'),
    natGateway: fc.record({ enabled: fc.boolean(), idleTimeoutMinutes: fc.integer({ min: 4, max: 120 }) }),
    network: fc.record({ encryption: fc.boolean() }),
    telemetry: fc.boolean(),
    bastion: fc
      .tuple(
        fc.constantFrom(
          { enabled: false },
          { enabled: true, sku: 'Basic', sessionRecording: false },
          { enabled: true, sku: 'Standard', sessionRecording: false },
          { enabled: true, sku: 'Premium', sessionRecording: false },
          { enabled: true, sku: 'Premium', sessionRecording: true },
        ),
        fc.constantFrom('auto', 'all', 'none'),
      )
      .map(([is, zones]) => ({ ...is, zones })),
    policyAssignments: fc.record({ enabled: fc.boolean(), enforce: fc.boolean() }),
    monitorPrivateLink: fc.record({
      enabled: fc.boolean(),
      scopeId: fc.constantFrom('', '', linkScope),
      ingestionAccess: fc.constantFrom('PrivateOnly', 'Open'),
      queryAccess: fc.constantFrom('PrivateOnly', 'Open'),
      publicIngestion: fc.boolean(),
      publicQueries: fc.boolean(),
    }),
    siteRecovery: fc.record({
      enabled: fc.boolean(),
      targetRegion: fc.constantFrom('swedencentral', 'UK South'),
      targetZone: fc.constantFrom(1, null),
      ...Object.fromEntries(Object.entries(recoveryIds).map(([key, id]) => [key, fc.constantFrom(...id)] as const)),
    }),
    monitoringAgent: fc.record({
      enabled: fc.boolean(),
      securityEvents: fc.constantFrom('all', 'failures', 'none'),
    }),
    storageAccount: fc.record({
      enabled: fc.boolean(),
      redundancy: fc.constantFrom('LRS', 'ZRS', 'GZRS'),
      shares: fc.constantFrom([], ['data']),
    }),
    backup: fc.record({
      enabled: fc.boolean(),
      redundancy: fc.constantFrom('LocallyRedundant', 'ZoneRedundant', 'GeoRedundant'),
      time: fc.constantFrom('02:00', '23:30'),
      softDeleteDays: fc.constantFrom(14, 180),
      immutability: fc.constantFrom('Disabled', 'Unlocked', 'Locked'),
    }),
    maintenance: fc.record({
      enabled: fc.boolean(),
      recurEvery: fc.constantFrom('Week Sunday', '1Month Second Tuesday', 'Month day3'),
    }),
    alerts: fc.record({
      enabled: fc.boolean(),
      emails: fc.constantFrom([], ['ops@example.com']),
      armRoles: fc.constantFrom([], ['Owner']),
      actionGroupId: fc.constantFrom('', actionGroup),
      muteMaintenance: fc.boolean(),
      rules: fc.constantFrom(
        {},
        { 'heartbeat-lost': { enabled: false }, 'disk-nearly-full': { threshold: 5, windowMinutes: 60 } },
        { 'machine-stopped': { enabled: false }, 'processor-busy': { severity: 4, threshold: 50 } },
        { 'backup-failed': { enabled: false }, 'key-vault-refusing': { enabled: false } },
      ),
    }),
    logAnalytics: fc.record({ storageLogs: fc.constantFrom('all', 'changes', 'none') }),
    hardening: fc.record({
      guestConfiguration: fc.boolean(),
      enforcement: fc.constantFrom('Audit', 'ApplyAndMonitor', 'ApplyAndAutoCorrect'),
      script: fc.boolean(),
    }),
    application: fc.record({
      enabled: fc.boolean(),
      packageUri: fc.constant('https://example.com/app.zip'),
      installCommand: fc.constantFrom('install.cmd', `powershell -Command "& { 'it''s' }"`),
    }),
    loadBalancer,
    virtualMachine: fc
      .record({
        hotpatch: fc.constantFrom('whereSupported', 'off'),
        licence: fc.constantFrom('none', 'azureHybridBenefit'),
        image: fc.constantFrom(...images.filter((one) => one.common && one.generation === 2).map((one) => one.key)),
        encryptionAtHost: fc.boolean(),
        trustedLaunch: fc.boolean(),
        guestAttestation: fc.boolean(),
        entraSignIn: fc.record({
          enabled: fc.boolean(),
          administratorGroups: fc.constantFrom([], ['11111111-1111-4111-8111-111111111111']),
        }),
        osDisk: disk,
        dataDisks,
        timeZone: fc.constantFrom('UTC', 'W. Europe Standard Time'),
      })
      // Only a VM with Trusted Launch can report the integrity of its boot.
      .map((is) => ({ ...is, guestAttestation: is.trustedLaunch && is.guestAttestation })),
  },
  { requiredKeys: [] },
);

const hub = {
  network: {
    topology: 'hub',
    hub: {
      virtualNetworkId:
        '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet-hub',
      bastionSubnet: '10.0.1.0/26',
      peerBack: true,
    },
  },
  privateDns: {
    zones: 'existing',
    resourceGroupId: '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-dns',
  },
};

/** Text that a person may give, with what has a meaning in Bicep, YAML, Markdown, Handlebars or a shell. */
const text = fc
  .array(
    fc.constantFrom(
      'a',
      ' b',
      "'",
      '"',
      '${x}',
      '`',
      '{{y}}',
      '---',
      '../',
      '|',
      '<b>',
      '](x)',
      '\\',
      '$',
      '#',
      '*',
      '@',
      '[',
      ']',
      "'''",
      '//',
      'é',
      '漢',
      '[resourceGroup().id]',
      '%',
      '!',
      ';',
      '&&',
      '$(id)',
      '--x',
      '@f',
      'a=b',
      'null',
      '\\u{1b}[2J',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => `x${parts.join('')}`);

/** App Configuration allows no path and no percent sign in a key. */
const keyName = text.map((one) => one.replaceAll(/[/%\\]/g, '-'));

const satisfiedBy = fc.record(
  {
    components: fc.subarray(
      components.map((one) => one.name),
      { minLength: 1, maxLength: 3 },
    ),
    rules: fc.subarray(
      rules.map((rule) => rule.id),
      { minLength: 1, maxLength: 2 },
    ),
    task: text,
  },
  { requiredKeys: [] },
);

/** Up to three entries of one kind, with numbers that need not follow one another. */
function numbered<T>(prefix: string, one: fc.Arbitrary<T>): fc.Arbitrary<Readonly<Record<string, T>>> {
  return fc
    .uniqueArray(fc.tuple(fc.integer({ min: 101, max: 120 }), one), { maxLength: 3, selector: ([number]) => number })
    .map((entries) => Object.fromEntries(entries.map(([number, value]) => [`${prefix}${number}`, value])));
}

const story = fc.record({
  title: text,
  priority: fc.constantFrom('P1' as const, 'P2' as const, 'P3' as const),
  why: text,
  test: text,
  scenarios: fc.array(fc.record({ given: text, when: text, then: text }), { minLength: 1, maxLength: 2 }),
});
const requirement = fc.record({ statement: text, satisfiedBy }, { requiredKeys: ['statement'] });

/** Custom requirements that belong to stories of the blueprint and to those that are there. */
const ownRequirements: fc.Arbitrary<RequirementAnswers> = numbered('US', story).chain((own) =>
  fc.record(
    {
      stories: fc.constant(own),
      functional: numbered(
        'FR-',
        fc.record(
          { statement: text, satisfiedBy, story: fc.constantFrom('US1', 'US4', 'US7', ...Object.keys(own)) },
          { requiredKeys: ['statement'] },
        ),
      ),
      constraints: numbered('CON-', requirement),
      success: numbered('SC-', requirement),
      outOfScope: fc
        .subarray(Object.keys(requirements).filter((id) => !foundations.includes(id)))
        .chain((ids) => fc.record(Object.fromEntries(ids.map((id) => [id, text])))),
    },
    { requiredKeys: ['stories'] },
  ),
);
const ownRule = {
  level: 'should',
  category: 'naming',
  resources: { type: 'Microsoft.Compute/virtualMachines' },
  must: { path: 'name', startsWith: 'vm-' },
};

/** Rules are wishes here, so that any combination of answers is allowed. */
const wishes = Object.fromEntries(rules.map((rule) => [rule.id, 'should']));

/** Answers that can be planned: parts switched on and off, by environment and for all. */
/** A module that random answers add. */
export const addedModule = { module: 'avm/res/app-configuration/configuration-store', version: '0.10.0' };

/** Components by name, with hostile text where a module takes any text. */
const named = fc.dictionary(
  fc.constantFrom('reports', 'partner', 'audit-trail', 'x1', 'site-content'),
  fc.oneof(
    fc.record(
      {
        type: fc.constant('storage-account'),
        enabled: fc.boolean(),
        redundancy: fc.constantFrom('LRS', 'ZRS'),
        shares: fc.constantFrom([], ['data']),
      },
      { requiredKeys: ['type'] },
    ),
    fc.record({ type: fc.constant('key-vault'), sku: fc.constantFrom('standard', 'premium') }),
    fc.record({
      type: fc.constant('avm-module'),
      module: fc.constant(addedModule.module),
      version: fc.constant(addedModule.version),
      params: fc.record({ keyValues: fc.array(fc.record({ name: keyName, value: text }), { maxLength: 2 }) }),
    }),
  ),
  { maxKeys: 3 },
);

/** The same in every environment. */
const assignments = [
  {
    name: 'no-public-addresses',
    definitionId: '/providers/Microsoft.Authorization/policyDefinitions/83a86a26-fd1f-447c-b59d-e51f44264114',
    parameters: { effect: 'Audit', listed: ["'${x}'"], count: 2, isOn: true },
    message: "'''${x}[resourceGroup().id]",
    roles: [],
  },
  {
    name: 'defender-for-servers',
    definitionId: '/providers/Microsoft.Authorization/policyDefinitions/1b8c0040-b224-4ea1-be6a-47254dd5a207',
    parameters: {},
    message: '',
    roles: ['/providers/Microsoft.Authorization/roleDefinitions/fb1c8493-542b-48eb-b624-b4c8fea62acd'],
  },
];

export const anyAnswers: fc.Arbitrary<Answers> = fc
  .record({
    spec: part,
    description: text,
    owner: text,
    tag: fc.constantFrom(
      '$',
      'true',
      'null',
      '-x',
      '@f',
      'a=b',
      'toString',
      'valueOf',
      'if',
      'a[x]',
      "it's",
      '12',
      '\u{24}{x}',
    ),
    requirements: ownRequirements,
    named,
    dev: part,
    prod: fc.oneof(
      part,
      part.map((is) => ({ ...is, ...hub })),
    ),
    keys: fc.constantFrom(
      { keyVault: { enabled: true }, customerManagedKeys: { enabled: true } },
      { keyVault: { enabled: true, sku: 'premium' }, customerManagedKeys: { enabled: true } },
      { customerManagedKeys: { enabled: false } },
      { keyVault: { enabled: false } },
    ),
    off: fc.subarray(
      rules.map((rule) => rule.id).filter((id) => id !== 'NAM-001'),
      { maxLength: 4 },
    ),
    naming: fc.constantFrom(
      {},
      { pattern: 'c-{ENVIRONMENT}_{workload}.{type}-{region}', environmentCodes: { prod: 'Prd' }, uniqueLength: 9 },
      { pattern: '{type}{WORKLOAD}{environment}{instance}', instance: '7', regionCodes: { westeurope: 'weu' } },
      { globalPattern: 'c{workload}{type}{environment}{unique}', computerName: 'S{ENVIRONMENT}{workload}' },
    ),
  })
  .map(({ spec, named: components, dev, prod, keys, off, naming, description, owner, tag, requirements: own }) =>
    answersWith({
      workload: { description },
      tags: { owner, [tag]: description.slice(0, 200) },
      requirements: own,
      constitution: {
        rules: {
          ...wishes,
          'NAM-001': naming,
          'SEC-009': { level: 'should', mode: 'optional' },
          ...Object.fromEntries(off.map((id) => [id, 'off'])),
        },
        own: { 'ORG-001': { ...ownRule, title: owner, statement: description, message: owner, instead: description } },
      },
      spec: { ...spec, policyAssignments: { ...spec.policyAssignments, assignments } },
      components,
      environments: { dev, prod: { ...prod, ...keys } },
    }),
  );
