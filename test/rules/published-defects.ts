/** File, text that is there once, and what a hand makes of it; a text is appended where none is found. */
export type Edit = readonly [file: string, find: string, replace: string];

export interface Defect {
  /** Number of the published defect. */
  readonly number: string;
  readonly what: string;
  readonly edits: readonly Edit[];
  /** Each finding: a rule or a code of the compiler, and the end of the id or the name of what it is about. */
  readonly found: readonly (readonly [id: string, resource: RegExp])[];
}

const main = 'main.bicep';
const alertRules = 'alert-rules.bicep';
const securityRules = 'network-security-rules.bicep';
const parameters = 'main.prod.bicepparam';
const after = (file: string, text: string, added: string): Edit => [file, text, `${text}${added}`];

const password = `
@description('Password of the administrator')
var vmPassword = 'P@ssw0rd!\${uniqueString(resourceGroup().id, deployment().name)}'
`;

const secrets: readonly Defect[] = [
  {
    number: '1, 2',
    what: 'a password that can be computed, given to the machine',
    edits: [
      [main, 'administratorVault.getSecret(administrator.secretName)', 'vmPassword'],
      [
        main,
        `// Existing key vault with the administrator's password (FR-009, SEC-012)
resource administratorVault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: administrator.vaultName
  scope: resourceGroup(administrator.vaultResourceGroup)
}

`,
        '',
      ],
      [main, '', password],
    ],
    found: [['SEC-012', /^virtualMachine$/]],
  },
  {
    number: '3',
    what: 'a secret that every deployment writes anew',
    edits: [
      after(
        main,
        '    sku: keyVaultSku\n',
        "    secrets: [\n      {\n        name: 'vm-password'\n        value: vmPassword\n      }\n    ]\n",
      ),
      [main, '', password],
    ],
    found: [['SEC-012', /^keyVault$/]],
  },
  {
    number: '4, 5',
    what: 'a role on the resource group, by a resource of its own',
    edits: [
      [
        main,
        '',
        `
resource secretsUser 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, names.virtualMachine)
  properties: {
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      '4633458b-17de-408a-b874-0445c86b69e6'
    )
    principalId: managedIdentities[0].outputs.principalId
    principalType: 'ServicePrincipal'
  }
}
`,
      ],
    ],
    found: [
      ['SEC-018', /rg-legacyapp-prod-we-001\/providers\/Microsoft\.Authorization\/roleAssignments\//],
      ['ARC-002', /^secretsUser$/],
    ],
  },
  {
    number: '5',
    what: 'a vault and a machine that wait for each other',
    edits: [[main, '  dependsOn: [privateDnsZones]\n', '  dependsOn: [privateDnsZones, virtualMachine]\n']],
    found: [['bicep/BCP080', /keyVault.*virtualMachine|virtualMachine.*keyVault/s]],
  },
];

const alerts: readonly Defect[] = [
  {
    number: '6',
    what: 'space on a disk that is told of memory',
    edits: [
      [main, "memoryShortAlert('alert-memory-short-", "memoryShortAlert('alert-disk-space-"],
      [
        alertRules,
        "  description: 'Less than 10 percent of memory is available'",
        "  description: 'Disk space is used by more than 85 percent'",
      ],
      [alertRules, "  metric: 'Available Memory Percentage'", "  metric: 'Available Memory Bytes'"],
    ],
    found: [['OPS-013', /alert-disk-space/]],
  },
  {
    number: '7',
    what: 'a stopped machine that is told of an idle processor',
    edits: [
      [alertRules, "  metric: 'VmAvailabilityMetric'", "  metric: 'Percentage CPU'"],
      [alertRules, "  description: 'The VM is not available'", "  description: 'The machine is stopped'"],
    ],
    found: [
      ['OPS-010', /virtualMachines\/vm-/],
      ['OPS-013', /alert-machine-unavailable/],
    ],
  },
  {
    number: '8',
    what: 'every call to the key vault',
    edits: [
      [
        alertRules,
        `  threshold: 10
  dimensions: [
    {
      name: 'StatusCode'
      operator: 'Include'
      values: ['403', '429']
    }
  ]`,
        '  threshold: 0\n  dimensions: []',
      ],
    ],
    found: [['OPS-013', /alert-key-vault-refusing/]],
  },
  {
    number: '9',
    what: 'a severity that is not the one it speaks of',
    edits: [
      [
        alertRules,
        "  description: 'The key vault denies or throttles",
        "  description: 'Critical: the key vault denies or throttles",
      ],
    ],
    found: [['OPS-013', /alert-key-vault-refusing/]],
  },
  {
    number: '10',
    what: 'alerts that tell nobody, and do not end',
    edits: [
      [
        main,
        '      }\n      actions: [\n        {\n          actionGroupId: ids.actionGroup\n        }\n      ]\n',
        '      }\n      actions: []\n      autoMitigate: false\n',
      ],
      [
        main,
        '    dependsOn: [actionGroup, storageAccount, virtualMachine]',
        '    dependsOn: [storageAccount, virtualMachine]',
      ],
    ],
    found: [
      ['OPS-011', /metricAlerts\/alert-/],
      ['OPS-014', /metricAlerts\/alert-/],
    ],
  },
];

const nicDiagnostics = '      }\n    ]\n    diagnosticSettings: diagnostics\n  }\n]\n';
const anAddress = (name: string): string =>
  `        name: names.${name}\n        availabilityZones: [1, 2, 3]\n        diagnosticSettings: diagnostics\n`;
const files = `    enabledProtocols: 'SMB'
  })
  diagnosticSettings: diagnostics
`;

const diagnostics: readonly Defect[] = [
  {
    number: '11',
    what: 'a machine without an agent, and an interface without diagnostics',
    edits: [
      [
        main,
        'ExtensionMonitoringAgentConfig = {\n  enabled: true',
        'ExtensionMonitoringAgentConfig = {\n  enabled: false',
      ],
      [main, nicDiagnostics, nicDiagnostics.replace('    diagnosticSettings: diagnostics\n', '')],
    ],
    found: [
      ['OPS-003', /virtualMachines\/vm-/],
      ['OPS-002', /networkInterfaces\/nic-legacyapp/],
    ],
  },
  {
    number: '12',
    what: 'an address of the NAT gateway without diagnostics',
    edits: [
      [
        main,
        anAddress('natGatewayPublicIp'),
        anAddress('natGatewayPublicIp').replace('        diagnosticSettings: diagnostics\n', ''),
      ],
    ],
    found: [['OPS-002', /publicIPAddresses\/pip-nat/]],
  },
  {
    number: '13',
    what: 'metrics alone of the files, nothing of Bastion’s address and of the logs themselves',
    edits: [
      [
        main,
        files,
        files.replace(
          'diagnosticSettings: diagnostics',
          `diagnosticSettings: [
    {
      workspaceResourceId: ids.logAnalytics
      metricCategories: [
        {
          category: 'Transaction'
        }
      ]
    }
  ]`,
        ),
      ],
      [
        main,
        '      name: names.bastionPublicIp\n      availabilityZones: [1, 2, 3]\n      diagnosticSettings: diagnostics\n',
        '      name: names.bastionPublicIp\n      availabilityZones: [1, 2, 3]\n',
      ],
      [
        main,
        "    diagnosticSettings: [\n      {\n        name: 'to-itself'\n        useThisWorkspace: true\n      }\n    ]\n",
        '',
      ],
    ],
    found: [
      ['OPS-002', /fileServices\/default$/],
      ['OPS-002', /publicIPAddresses\/pip-bastion/],
      ['OPS-002', /workspaces\/log-/],
    ],
  },
];

const webOut = `    110,
    'AllowWebOutbound',
    'Tcp',
    '*',
    'Internet',
    ['80', '443'],
`;
const lastOfBastion = `    'Certificate validation and session information'
  )
  denyInbound(4000, 'DenyAllInbound', '*', '*', '*', ['*'], 'Denies all traffic that no other rule allows')
`;

const network: readonly Defect[] = [
  {
    number: '14',
    what: 'a vault on public networks, without an endpoint',
    edits: [
      [
        main,
        "    softDeleteRetentionInDays: keyVaultSoftDeleteDays\n    publicNetworkAccess: 'Disabled'\n",
        "    softDeleteRetentionInDays: keyVaultSoftDeleteDays\n    publicNetworkAccess: 'Enabled'\n",
      ],
    ],
    found: [
      ['SEC-008', /vaults\/kv-/],
      ['ARC-004', /^keyVault$/],
    ],
  },
  {
    number: '15',
    what: 'a vault that can be purged',
    edits: [after(main, '    sku: keyVaultSku\n', '    enablePurgeProtection: false\n')],
    found: [
      ['SEC-017', /vaults\/kv-/],
      ['ARC-004', /^keyVault$/],
    ],
  },
  {
    number: '16',
    what: 'everything out to the internet, and a group without its last rule',
    edits: [
      [securityRules, webOut, webOut.replace("'Tcp'", "'*'").replace("['80', '443']", "['*']")],
      [securityRules, lastOfBastion, lastOfBastion.replace(/ {2}denyInbound.*\n/, '')],
    ],
    found: [
      ['SEC-020', /nsg-workload/],
      ['SEC-003', /nsg-bastion/],
    ],
  },
  {
    number: '17',
    what: 'a group that does not hold for endpoints, and a way out that nobody planned',
    edits: [[main, "        defaultOutboundAccess: false\n        privateEndpointNetworkPolicies: 'Enabled'\n", '']],
    found: [
      ['SEC-023', /subnets\/snet-endpoints/],
      ['SEC-006', /subnets\/snet-workload/],
    ],
  },
  {
    number: '18',
    what: 'a Bastion host in no zone',
    edits: [
      [
        main,
        '    virtualNetworkResourceId: ids.virtualNetwork\n    availabilityZones: [1, 2, 3]\n',
        '    virtualNetworkResourceId: ids.virtualNetwork\n',
      ],
    ],
    found: [['RES-005', /bastionHosts\/bas-/]],
  },
];

const hardening: readonly Defect[] = [
  {
    number: '19',
    what: 'the newest image of generation 1',
    edits: [
      [parameters, "  sku: '2025-datacenter-azure-edition'\n", "  sku: '2016-Datacenter'\n"],
      [parameters, "  version: '26100.2314.241107'\n", "  version: 'latest'\n"],
    ],
    found: [
      ['TST-003', /virtualMachines\/vm-/],
      ['TST-004', /virtualMachines\/vm-/],
    ],
  },
  {
    number: '19',
    what: 'a machine with nothing of what hardens it',
    edits: [
      [
        main,
        "    encryptionAtHost: true\n    securityType: 'TrustedLaunch'\n    secureBootEnabled: true\n    vTpmEnabled: true\n",
        '    extensionAntiMalwareConfig: {\n      enabled: false\n    }\n',
      ],
      [
        main,
        "    patchMode: 'AutomaticByPlatform'\n    patchAssessmentMode: 'AutomaticByPlatform'\n    bypassPlatformSafetyChecksOnUserSchedule: true\n",
        '',
      ],
    ],
    found: [
      ['SEC-010', /virtualMachines\/vm-/],
      ['SEC-011', /virtualMachines\/vm-/],
      ['SEC-022', /virtualMachines\/vm-/],
      ['OPS-007', /virtualMachines\/vm-/],
      ['ARC-004', /^virtualMachine$/],
    ],
  },
  {
    number: '20',
    what: 'storage with shared keys, and files that are lost',
    edits: [
      [main, '    allowSharedKeyAccess: false\n', ''],
      [
        main,
        '  shareDeleteRetentionPolicy: {\n    enabled: true\n    days: 14\n  }\n',
        '  shareDeleteRetentionPolicy: {\n    enabled: false\n  }\n',
      ],
    ],
    found: [
      ['SEC-014', /storageAccounts\/st/],
      ['OPS-012', /fileServices\/default$/],
    ],
  },
  {
    number: '21',
    what: 'a month of logs',
    edits: [
      [main, '@minValue(90)\n@maxValue(730)\n', '@minValue(30)\n@maxValue(730)\n'],
      [parameters, 'param logRetentionDays = 365\n', 'param logRetentionDays = 30\n'],
    ],
    found: [['OPS-004', /workspaces\/log-/]],
  },
];

const hygiene: readonly Defect[] = [
  {
    number: '22',
    what: 'a range that is a literal',
    edits: [[main, '    addressPrefixes: [addressSpace]\n', "    addressPrefixes: [addressSpace, '10.30.0.0/24']\n"]],
    found: [['ARC-005', /^virtualNetwork$/]],
  },
  {
    number: '1, 22',
    what: 'a parameter that is the time of the deployment',
    edits: [
      after(
        main,
        "targetScope = 'resourceGroup'\n",
        "\n@description('When')\nparam deploymentTime string = utcNow()\n",
      ),
      after(main, '  costCenter: tagValues.costCenter\n', '  deployed: deploymentTime\n'),
    ],
    found: [['ARC-005', /^deploymentTime$/]],
  },
  {
    number: '22',
    what: 'a region and a size that may be anything',
    edits: [
      [main, "@allowed(['northeurope', 'westeurope'])\nparam location string\n", 'param location string\n'],
      [
        main,
        "  'Standard_E8s_v5'\n])\nparam virtualMachineSize string\n",
        "  'Standard_E8s_v5'\n])\nparam otherSize string\n\n@description('Size')\nparam virtualMachineSize string\n\n@description('Size')\noutput other string = otherSize\n",
      ],
      [parameters, '', "\nparam otherSize = 'Standard_E8s_v5'\n"],
    ],
    found: [
      ['TST-001', /^location$/],
      ['TST-002', /^virtualMachineSize$/],
    ],
  },
  {
    number: '23',
    what: 'names without their purpose, with their type last, and by a module',
    edits: [
      [main, "  storageAccount: 'st${workload}${environmentName}${unique}'\n", "  storageAccount: 'st${unique}'\n"],
      [main, "  networkInterface: 'nic-${suffix}'\n", "  networkInterface: '${suffix}-nic'\n"],
      [main, '      name: names.bastionPublicIp\n', "      name: '${names.bastion}-pip'\n"],
    ],
    found: [
      ['NAM-001', /storageAccounts\/st/],
      ['NAM-001', /networkInterfaces\/legacyapp-prod-we-001-nic$/],
      ['NAM-001', /publicIPAddresses\/bas-/],
    ],
  },
  {
    number: '23',
    what: 'a globally unique name that anybody can take',
    edits: [
      [
        main,
        "  keyVault: 'kv-${workload}-${environmentName}-${unique}'\n",
        "  keyVault: 'kv-${workload}-${environmentName}-001'\n",
      ],
    ],
    found: [['NAM-002', /vaults\/kv-/]],
  },
  {
    number: '24',
    what: 'a subnet by its place in a list',
    edits: [
      [
        main,
        "        name: 'ipconfig-01'\n        subnetResourceId: ids.subnetWorkload\n",
        "        name: 'ipconfig-01'\n        subnetResourceId: virtualNetwork.outputs.subnetResourceIds[0]\n",
      ],
    ],
    found: [['ARC-006', /^virtualMachine$/]],
  },
  {
    number: '25',
    what: 'an output that is none',
    edits: [[main, 'output virtualMachineName string = names.virtualMachine', "output virtualMachineName string = ''"]],
    found: [['bicep/no-hardcoded-outputs', /main\.bicep/]],
  },
  {
    number: '28',
    what: 'no locks',
    edits: [[parameters, "param lockKind = 'CanNotDelete'", "param lockKind = 'None'"]],
    found: [
      ['RES-003', /virtualMachines\/vm-/],
      ['RES-003', /vaults\/kv-/],
    ],
  },
  {
    number: '28',
    what: 'a deployment that has the same name everywhere',
    edits: [
      [
        main,
        "module bastion 'br/public:avm/res/network/bastion-host:0.8.2' = {\n",
        "module bastion 'br/public:avm/res/network/bastion-host:0.8.2' = {\n  name: 'bastion'\n",
      ],
    ],
    found: [['bicep/no-module-name', /main\.bicep/]],
  },
];

export const defects: readonly Defect[] = [...secrets, ...alerts, ...diagnostics, ...network, ...hardening, ...hygiene];
