import { readCase } from '../cases/cases.ts';

const linesOf = (name: string, file = 'tasks.md'): readonly string[] =>
  readCase(name)
    .generated.files?.find(({ path }) => path.endsWith(`/${file}`))
    ?.text.split('\n') ?? [];
const lineOf = (what: string, name = 'defaults', file = 'tasks.md'): number =>
  linesOf(name, file).findIndex((line) => line.includes(what));
const idOf = (what: string, name = 'defaults'): string =>
  /T\d{3}/.exec(linesOf(name)[lineOf(what, name)] ?? '')?.[0] ?? '';

const [evaluate, deploy, deny] = ['Evaluate the constitution', 'Deploy dev', 'Deny the export of OS disks in dev'].map(
  (one) => idOf(one),
);
/** What comes after a requirement that has a higher number, in its section. */
const afterHigher = linesOf('defaults', 'spec.md')
  .slice(lineOf('- **FR-019**', 'defaults', 'spec.md'))
  .join('\n')
  .split('\n\n')[0]!
  .split('\n')
  .map((line, index) => `F-${/FR-\d+/.exec(line)?.[0]}-id-order:${index + 1}`);
const identities = idOf('Declare Managed identities');
const own = idOf('(FR-101), after T016', 'own-requirements');
const later = `T${String(Number(own.slice(1)) + 4).padStart(3, '0')}`;

/**
 * One edit of a workspace with all defaults: the file (in the folder of the feature, where it has no slash and
 * is no Bicep), what is replaced, by what, and all that is then found: its id, and how many lines below the edit it is.
 * Without a number it has no line; in another file, that file.
 */
export type Edit = readonly [file: string, find: string, by: string, found: readonly string[]];

export const edits: readonly Edit[] = [
  [
    'spec.md',
    '- **FR-005**: ',
    '- **FR-004**: The backup vault of the workload keeps a copy of everything.\n- **FR-005**: ',
    ['A-FR-004-duplicate-id:0'],
  ],
  [
    'spec.md',
    '- **FR-019**: The workload',
    '- **FR-030**: The workload MUST collect logs and metrics of every resource with diagnostic settings in one Log Analytics workspace.\n- **FR-019**: The workload',
    ['A-FR-030-duplicate-text:0', 'E-FR-030-no-task:0', 'E-FR-030-unknown-id:0', ...afterHigher],
  ],
  [
    'spec.md',
    'The workload MUST install updates only within a maintenance window.',
    'The workload MUST collect logs and metrics of every resource with diagnostic settings in this one Log Analytics workspace.',
    ['A-FR-014-duplicate-text:0', 'F-FR-014-says-otherwise:0'],
  ],
  [
    'tasks.md',
    `- [ ] ${deploy} `,
    `- [ ] ${evaluate} `,
    [
      `A-${evaluate}-duplicate-id:0`,
      `F-${deny}-${deploy}-waits-for-nothing:1`,
      `F-${deploy}-left-out:${lineOf('## Phase 3') - lineOf(`- [ ] ${deploy} `)}`,
      `F-${evaluate}-${evaluate}-waits-for-later:0`,
    ],
  ],
  [
    'spec.md',
    'The workload MUST back up the VM every day.',
    'The workload MUST back up the VM securely every day.',
    ['B-FR-013-vague:0', 'F-FR-013-says-otherwise:0'],
  ],
  [
    'spec.md',
    'The workload MUST give administrators access to the VM through Azure Bastion.',
    'The workload MUST give administrators access to the VM in an easy way.',
    ['B-FR-004-vague:0', 'F-FR-004-says-otherwise:0'],
  ],
  [
    'spec.md',
    '## Constraints\n',
    '## Constraints\n\n- Nobody knows how long. TODO: ask\n',
    ['B-d94db4f6-placeholder:2'],
  ],
  [
    'spec.md',
    '## Constraints\n',
    '## Constraints\n\n- Runs for [NUMBER_OF_USERS] people at <time of day>\n',
    ['B-4beff939-placeholder:2'],
  ],
  [
    'main.bicep',
    '// Managed identity of the VM (FR-019)',
    '// Managed identity of the VM (FR-019)\n// TODO another one',
    ['B-9a2dab26-placeholder:1'],
  ],
  [
    'main.prod.bicepparam',
    `param location = 'westeurope'`,
    `param location = '<region>'`,
    ['B-288546f6-placeholder:0', 'F-location-value-differs:0'],
  ],
  [
    'spec.md',
    '**Acceptance Scenarios**:\n\n1. **Given** an administrator',
    '**Acceptance Scenarios**:\n\n- **Given** an administrator',
    ['F-US3.AC1-left-out:-10'],
  ],
  ['spec.md', ', **Then** a remote desktop session opens.', '', ['C-US3.AC1-scenario-part:0']],
  ['spec.md', 'The workload MUST back up the VM every day.', 'Backup.', ['C-FR-013-no-statement:0']],
  ['spec.md', 'The VM has 0 public IP addresses.', 'The VM is private.', ['C-SC-003-no-measure:0']],
  ['tasks.md', ' in [avm.yaml](../../avm.yaml)', '', ['C-T001-task-without-file:0']],
  ['tasks.md', '; done when avm render reports no error', '', ['C-T001-task-without-end:0']],
  [
    'tasks.md',
    '- [ ] T004 ',
    '- [ ] ',
    [
      'C-95b1123f-task-without-number:0',
      'F-T006-T004-waits-for-nothing:5',
      'F-T007-T004-waits-for-nothing:6',
      'F-T008-T004-waits-for-nothing:7',
      'F-T009-T004-waits-for-nothing:8',
      'F-T010-T004-waits-for-nothing:9',
      'F-T011-T004-waits-for-nothing:10',
      'F-T013-T004-waits-for-nothing:12',
      'F-T014-T004-waits-for-nothing:13',
      'F-T015-T004-waits-for-nothing:14',
      `F-${evaluate}-T004-waits-for-nothing:${lineOf(`${evaluate} [`) - lineOf('- [ ] T004 ')}`,
      'F-T004-left-out:-5',
    ],
  ],
  [
    'main.bicep',
    `@description('Required. Azure region of the resources.')\n`,
    '',
    ['C-location-parameter-undescribed:1'],
  ],
  [
    'main.bicep',
    'output keyVaultName string = names.keyVault',
    `output keyVaultName string = ''`,
    ['C-keyVaultName-stub-output:0'],
  ],
  [
    '.specify/memory/constitution.md',
    '- **SEC-004 Administrative access through Azure Bastion** (MUST)',
    '- **SEC-004 Administrative access through Azure Bastion** (SHOULD)',
    ['D-SEC-004-rule-level:0'],
  ],
  ['.specify/memory/constitution.md', 'Log retention** (MUST)', 'Log retention** (must)', []],
  ['.specify/memory/constitution.md', '- **SEC-013 ', '- SEC-013 ', ['D-SEC-013-rule-missing']],
  ['.specify/memory/constitution.md', 'for at least 90 days', 'for at least 30 days', ['D-OPS-004-rule-text:0']],
  ['.specify/memory/constitution.md', '**Version**: 1.0.0', '**Version**: 2.0.0', ['D-version-version:0']],
  [
    '.specify/memory/constitution.md',
    '**Version**: 1.0.0 |',
    'Version 1.0.0 |',
    ['B-aa3dfdfc-placeholder:0', 'D-Version-no-version'],
  ],
  [
    '.specify/memory/constitution.md',
    '### II. ',
    '- **SEC-099 Mine** (MUST): Everything is mine.\n\n### II. ',
    ['D-SEC-099-rule-not-answered:0'],
  ],
  [
    'plan.md',
    '| NET-001, SEC-004, ',
    '| SEC-004 | MUST | Compliant | Compliant |\n| NET-001, ',
    ['D-SEC-004-check-result:0'],
  ],
  [
    'plan.md',
    '| NET-001, SEC-004, ',
    '| SEC-004 | SHOULD | Not evaluated | Compliant |\n| NET-001, ',
    ['D-SEC-004-rule-level:0'],
  ],
  ['plan.md', '| NET-001, SEC-004, ', '| NET-001, ', ['D-SEC-004-check-missing']],
  [
    'plan.md',
    '| `justInTime` is a native resource',
    '| The policy is a native resource',
    ['D-justInTime-exception-untracked main.bicep', 'F-485e69f9-left-out:-7'],
  ],
  [
    'plan.md',
    '## Integration Points\n',
    '## Integration Points\n\n- The network security groups allow all outbound traffic.\n',
    ['D-SEC-020-asks-for-forbidden:2'],
  ],
  [
    'tasks.md',
    'Phase 2: Foundational (Blocking Prerequisites)\n',
    'Phase 2: Foundational (Blocking Prerequisites)\n\nThe administrator’s password is generated with uniqueString.\n',
    ['D-SEC-012-asks-for-forbidden:2'],
  ],
  [
    'spec.md',
    '- **FR-019**: ',
    '- **FR-030**: Somebody sings a song on Mondays.\n- **FR-019**: ',
    ['E-FR-030-no-task:0', 'E-FR-030-unknown-id:0', ...afterHigher],
  ],
  [
    'tasks.md',
    ' (FR-019), after T016',
    ' (FR-017), after T016',
    ['E-FR-019-no-task specs/001-legacyapp/spec.md', `F-${identities}-says-otherwise:0`],
  ],
  [
    'tasks.md',
    '(FR-017), after T001; done when its last line',
    'after T001; done when its last line',
    ['E-T005-task-without-ids:0'],
  ],
  ['tasks.md', `${identities} [US4]`, identities, [`E-${identities}-task-story:0`]],
  ['tasks.md', `${identities} [US4]`, `${identities} [US9]`, ['E-US9-unknown-id:0', `E-${identities}-task-story:0`]],
  [
    'main.bicep',
    '// Managed identity of the VM (FR-019)',
    '// Managed identity of the VM',
    ['E-managedIdentity-resource-without-id:1'],
  ],
  [
    'main.bicep',
    '// Managed identity of the VM (FR-019)',
    `// Mine (FR-019)\nresource mine 'Microsoft.X/y@2024-01-01' = {\n  name: 'mine'\n}\n\n// Managed identity of the VM (FR-019)`,
    ['D-mine-exception-untracked:1', 'E-mine-resource-unplanned:1'],
  ],
  [
    'main.bicep',
    '// Managed identity of the VM (FR-019)',
    '// Managed identity of the VM (FR-919)',
    ['E-FR-919-unknown-id:1', 'F-managedIdentity-ids-lost:1'],
  ],
  ['main.bicep', '(FR-004, SEC-004)', '(FR-004)', ['F-bastion-ids-lost:1']],
  [
    'main.bicep',
    '// Azure Bastion, the only administrative access',
    '// Azure Bastion, one of several kinds of administrative access',
    ['F-bastion-comment-differs:0'],
  ],
  [
    'tasks.md',
    `- [x] ${identities} [US4] Declare`,
    `- [x] ${identities} [US4] Declare everything:`,
    [`F-${identities}-says-otherwise:0`],
  ],
  [
    'tasks.md',
    '(FR-001), after T004; done when each provider has the state Registered',
    '(FR-001), after T004, T077; done when each provider has the state Registered',
    ['F-T006-T077-waits-for-nothing:0'],
  ],
  [
    'tasks.md',
    '(FR-001), after T004; done when each provider has the state Registered',
    '(FR-001), after T031; done when each provider has the state Registered',
    ['F-T006-T031-waits-for-later:0'],
  ],
  [
    'plan.md',
    'avm/res/network/nat-gateway) | 2.1.0',
    'avm/res/network/nat-gateway) | 2.0.0',
    ['F-natGateway-row-differs:0'],
  ],
  ['plan.md', '| `natGateway` |', '| `natGate` |', ['F-natGateway-row-missing', 'F-natGate-row-unknown:0']],
  ['plan.md', '| dev | `westeurope`', '| dev | `eastus`', ['F-dev-row-differs:0']],
  ['plan.md', '| dev | `westeurope`', '| uat | `westeurope`', ['F-dev-row-missing', 'F-uat-row-unknown:0']],
  ['main.bicep', 'nat-gateway:2.1.0', 'nat-gateway:2.0.0', ['F-natGateway-source-differs:0']],
  ['data-model.md', '| `location` |', '| `region` |', ['F-location-row-missing', 'F-region-row-unknown:0']],
  ['data-model.md', '| `int` from `90`', '| `string` from `90`', ['F-logRetentionDays-says-otherwise:0']],
  [
    'main.bicep',
    `@description('Required. Lock for each resource`,
    `@description('Mine')\nparam mine string\n\n@description('Required. Lock for each resource`,
    ['F-mine-parameter-unknown:1'],
  ],
  [
    'main.prod.bicepparam',
    'param logRetentionDays = 365',
    'param logRetentionDays = 30',
    ['F-logRetentionDays-value-differs:0'],
  ],
  ['main.prod.bicepparam', 'param logRetentionDays = 365\n', '', ['F-logRetentionDays-parameter-missing']],
  ['main.bicep', 'idleTimeoutInMinutes', 'idleTimeoutInSeconds', ['F-natGateway-declaration-differs:0']],
  [
    'main.bicep',
    'idleTimeoutInMinutes: 4\n    publicIPAddresses: [',
    'idleTimeoutInMinutes: 4\n    publicIPAddresses:',
    ['F-natGateway-declaration-differs:1'],
  ],
  [
    'main.bicep',
    '\n  dependsOn: [logAnalytics]\n}\n\n// Network security groups',
    '\n  dependsOn: [logAnalytics]\n\n// Network security groups',
    ['F-natGateway-declaration-differs:-15'],
  ],
  [
    'main.bicep',
    'addressPrefixes: [addressSpace]',
    `addressPrefixes: ['10.0.0.0/16']`,
    ['F-virtualNetwork-hard-coded:0'],
  ],
  [
    'spec.md',
    'deployed to a resource group and manages',
    'deployed to a resource group in eastus2 and manages',
    ['F-eastus2-value-stray:0', 'F-e2670a8d-says-otherwise:0'],
  ],
  ['spec.md', '[plan.md](plan.md#constitution-check) has', '[plan.md](plans.md) has', ['F-plans.md-dead-link:0']],
  [
    'spec.md',
    '[plan.md](plan.md#constitution-check) has',
    '[plan.md](plan.md#nowhere) has',
    ['F-65d994bc-dead-link:0'],
  ],
  [
    'spec.md',
    '[plan.md](plan.md#constitution-check) has',
    '[plan.md](../../../../etc/passwd) has',
    ['F-ccb5c058-dead-link:0'],
  ],
  [
    'spec.md',
    'denied until access is requested, and again after the request expires',
    'allowed',
    ['F-US3.AC2-says-otherwise:0'],
  ],
  ['spec.md', '- A resource group for each environment.\n', '', ['F-09295b3a-left-out:-4']],
  [
    'spec.md',
    '### User Story 6 - Recover the VM and keep it updated',
    '### User Story 6 - Keep the VM',
    ['F-01a91b2d-says-otherwise:0'],
  ],
  ['plan.md', 'overview) 0.49.2', 'overview) 0.40.0', ['F-Language.Version-says-otherwise:0']],
  ['quickstart.md', '## Remove\n', '', ['F-Remove-left-out']],
  [
    'main.bicep',
    'name: names.virtualMachine\n',
    'name: names.virtualMachine\n      subnet: virtualNetwork.outputs.subnetResourceIds[0]\n',
    ['F-virtualMachine-by-place:1'],
  ],
  ['tasks.md', '- [ ] T004 ', '- [x] T004 ', []],
  ['spec.md', '## Constraints\n', '## Constraints\n\nAll of it was agreed with the owner of the application.\n', []],
  [
    'spec.md',
    '1. **Given** an administrator with the role Reader on the VM, its network interface, and the Bastion host, **When** they connect through Azure Bastion, **Then** a remote desktop session opens.\n2. **Given** no active just-in-time request',
    '**Given** no active just-in-time request',
    ['C-US3-no-scenario:-12'],
  ],
  [
    'spec.md',
    '- **SC-013**: ',
    '- **SC-014**: The machine has 1 disk.\n- **SC-013**: ',
    ['E-SC-014-criterion-unverified:0', 'E-SC-014-unknown-id:0', 'F-SC-013-id-order:1'],
  ],
  [
    'spec.md',
    '### Edge Cases',
    '### User Story 7 - Sing (Priority: P3)\n\n1. **Given** a song, **When** it is sung, **Then** it is heard.\n\n### Edge Cases',
    ['E-US7-story-without-task:0'],
  ],
  [
    'main.bicep',
    "module natGateway 'br/public:avm/res/network/nat-gateway:2.1.0'",
    "module myGateway 'br/public:avm/res/network/nat-gateway:2.1.0'",
    ['E-myGateway-resource-unplanned:0', 'F-natGateway-resource-missing'],
  ],
  ['main.bicep', 'output keyVaultName string', 'output myVaultName string', ['F-keyVaultName-declaration-missing']],
  [
    'main.bicep',
    "@description('Name of the Bastion host.')",
    "@description('Name.')",
    ['F-bastionName-declaration-differs:0'],
  ],
  [
    'contracts/outputs.schema.json',
    '"description": "Name of the Bastion host"',
    '"description": "Name"',
    ['F-bastionName-contract-differs:-1'],
  ],
  ['contracts/outputs.schema.json', '    "keyVaultName",\n', '', ['F-aa251eca-contract-differs']],
  ['contracts/outputs.schema.json', '"required": [\n', '"required": [\n    "mine",\n', []],
  [
    'contracts/parameters.schema.json',
    '"definitions": {',
    '"definitions": [',
    ['F-specs.001-legacyapp.contracts.parameters.schema.json-contract-unreadable'],
  ],
  ['checklists/security.md', '# Security', '[Gone](gone.md)\n\n# Security', ['F-gone.md-dead-link:0']],
  [
    'spec.md',
    '### User Story 6 - ',
    '### User Story 7 - Sing (Priority: P2)\n\n1. **Given** a song, **When** it is sung, **Then** it is heard.\n\n### User Story 6 - ',
    ['E-US7-story-without-task:0', 'F-US6-id-order:4'],
  ],
  [
    'spec.md',
    '### User Story 6 - ',
    '### User Story 7 - Sing (Priority: P1)\n\n1. **Given** a song, **When** it is sung, **Then** it is heard.\n\n### User Story 6 - ',
    ['E-US7-story-without-task:0'],
  ],
];

/** The same of other cases, each named first. */
export const editsOfCases: readonly (readonly [name: string, ...Edit])[] = [
  [
    'own-rules',
    '.specify/memory/constitution.md',
    '**Evaluation**: In prod, of',
    '**Evaluation**: In dev, of',
    ['D-ORG-007-rule-text:-1'],
  ],
  [
    'own-rules',
    '.specify/memory/constitution.md',
    'A data disk MUST have 64 to',
    'A data disk MUST have 32 to',
    ['D-ORG-001-rule-text:0'],
  ],
  ['own-rules', '.specify/memory/constitution.md', '- **ORG-005 ', '- ORG-005 ', ['D-ORG-005-rule-missing']],
  ['own-rules', 'plan.md', ', ORG-007 | SHOULD | Not', ' | SHOULD | Not', ['D-ORG-007-check-missing']],
  [
    'waivers',
    'plan.md',
    '| OPS-004 | MUST | Waived (W-004)',
    '| OPS-004 | MUST | Compliant',
    ['D-OPS-004-check-result:0'],
  ],
  ['waivers', 'plan.md', 'Waived (W-002)', 'Waived (W-009)', ['D-SEC-010-check-result:0']],
  [
    'waivers',
    'plan.md',
    '| `OPS-004` is waived by W-004 ',
    '| `OPS-004` is deferred ',
    ['D-W-004-waiver-untracked', 'F-OPS-004-left-out:-17'],
  ],
  [
    'waivers',
    '.specify/memory/constitution.md',
    '| W-001 | TST-002',
    '| W-001 | TST-001',
    ['D-W-001-waiver-differs:0'],
  ],
  [
    'waivers',
    '.specify/memory/constitution.md',
    '| Architecture board | 2027',
    '| Somebody | 2027',
    ['D-W-001-waiver-differs:0'],
  ],
  ['waivers', '.specify/memory/constitution.md', '2026-12-31', '2028-12-31', ['D-W-002-waiver-differs:0']],
  [
    'waivers',
    '.specify/memory/constitution.md',
    '| W-003 |',
    '| W-008 |',
    ['D-W-008-waiver-not-answered:0', 'D-W-003-waiver-missing'],
  ],
  ['clarified', 'spec.md', '→ A: kv-operations-prod', '→ A: kv-operations', ['F-b88b3e03-says-otherwise:0']],
  ['clarified', 'spec.md', '- Q: Which cost centre pays for it? → A: 4711\n', '', ['F-7c0a9db4-left-out:-7']],
  [
    'own-requirements',
    'spec.md',
    'CON-102**: The support contract ends',
    'CON-102**: It ends',
    ['F-CON-102-says-otherwise:0'],
  ],
  [
    'own-requirements',
    'tasks.md',
    '(CON-102)',
    '(CON-101)',
    ['E-CON-102-no-task specs/001-invoices/spec.md', 'F-T015-says-otherwise:0'],
  ],
  [
    'own-requirements',
    'tasks.md',
    '(FR-101), after T016',
    `(FR-101), after ${later}`,
    [`F-${own}-${later}-waits-for-later:0`],
  ],
  [
    'own-requirements',
    'spec.md',
    '- **FR-106**: ',
    '- **FR-102**: ',
    [
      'E-FR-102-no-task:0',
      'E-FR-102-unknown-id:0',
      `F-FR-106-left-out:${lineOf('### Functional Requirements', 'own-requirements', 'spec.md') - lineOf('- **FR-106**', 'own-requirements', 'spec.md')}`,
      'F-FR-102-id-order:0',
    ],
  ],
];
