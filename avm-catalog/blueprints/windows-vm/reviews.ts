import { addressSpacesText } from '../../kernel/address-spaces.ts';
import type { Review } from '../../kernel/blueprint-content.ts';
import type { View } from '../../kernel/view.ts';
import { windowInWords } from '../../components/maintenance/window.ts';
import type { RequirementId } from './requirements.ts';
import type { JustInTimeParameters } from '../../kernel/rule-parameters.ts';
import { sharesOf } from '../../components/storage-account/shares.ts';
import { enumerate } from '../../../src/text/enumerate.ts';
import { applicationInputs } from '../../components/application/inputs.ts';
import { backupInputs } from '../../components/backup/inputs.ts';
import { customerManagedKeysInputs } from '../../components/customer-managed-keys/inputs.ts';
import { justInTimeInputs } from '../../components/just-in-time/inputs.ts';
import { loadBalancerInputs } from '../../components/internal-load-balancer/inputs.ts';
import { logAnalyticsInputs } from '../../components/log-analytics/inputs.ts';
import { maintenanceInputs } from '../../components/maintenance/inputs.ts';
import { storageAccountInputs } from '../../components/storage-account/inputs.ts';
import { targetsInputs } from '../../components/targets/inputs.ts';
import { by } from '../by.ts';
import { oldestPoint } from './oldest-point.ts';
import { virtualMachineInputs } from '../../components/virtual-machine/inputs.ts';

const security: readonly Review<RequirementId>[] = [
  {
    category: 'Requirement Completeness',
    quality: 'Gap',
    requirements: ['FR-004', 'FR-006'],
    with: ['just-in-time'],
    rule: 'SEC-005',
    ask: ([view]) =>
      `Is it specified who can request RDP access for up to ${view?.rules.parameters<JustInTimeParameters>('SEC-005').maxHours} hours, for which reasons, and who reviews the requests?`,
  },
  {
    category: 'Requirement Completeness',
    quality: 'Gap',
    requirements: ['FR-009'],
    ask: (views) =>
      `Is it specified who can read the administrator’s password in ${by(views, (view) => virtualMachineInputs.of(view).administrator.vaultName)}, who changes it, and how often?`,
  },
  {
    category: 'Requirement Completeness',
    quality: 'Gap',
    requirements: ['FR-010', 'FR-011'],
    ask: (views) =>
      views.some((view) => customerManagedKeysInputs.of(view).enabled)
        ? undefined
        : 'Is the data classified, so that it’s clear whether platform-managed keys are sufficient?',
  },
  {
    category: 'Requirement Clarity',
    quality: 'Clarity',
    requirements: ['FR-005'],
    with: ['nat-gateway'],
    ask: () =>
      'Are the internet addresses specified that the VM needs to reach, given that the NAT gateway allows all of them?',
  },
  {
    category: 'Requirement Clarity',
    quality: 'Clarity',
    requirements: ['FR-011'],
    with: ['storage-account'],
    ask: (views) => {
      const stores = (view: View): string =>
        [...storageAccountInputs.of(view).containers, ...sharesOf(view).map(({ name }) => name)].join(', ') ||
        'no containers yet';
      return `Is it specified what is stored in the storage account (${by(views, stores)}), and who can read and write it?`;
    },
  },
  {
    category: 'Requirement Clarity',
    quality: 'Clarity',
    requirements: ['FR-008'],
    with: ['internal-load-balancer'],
    ask: (views) =>
      `Is it specified which clients connect to port ${by(views, (view) =>
        loadBalancerInputs
          .of(view)
          .ports.map(({ port }) => port)
          .join(', '),
      )}, and whether the traffic is encrypted?`,
  },
  {
    category: 'Requirement Consistency',
    quality: 'Consistency',
    requirements: ['FR-004', 'FR-006'],
    ask: (_, all) => {
      const topologies = new Set(all.map(({ core }) => core.network.topology));
      const access = ({ core }: View): string =>
        core.network.topology === 'hub' ? 'the Bastion host of a hub' : 'their own Bastion host';
      return topologies.size > 1 ? `Is it intended that administrators connect through ${by(all, access)}?` : undefined;
    },
  },
  {
    category: 'Scenario Coverage',
    quality: 'Coverage',
    requirements: ['FR-006'],
    with: ['hub-peering'],
    ask: () => 'Is it specified which networks behind the hub can reach the VM, and on which ports?',
  },
  {
    category: 'Edge Case Coverage',
    quality: 'Gap',
    requirements: ['FR-004', 'FR-006', 'FR-009'],
    ask: () =>
      'Is it specified how an administrator gets access if Azure Bastion is unavailable or the password is lost?',
  },
  {
    category: 'Non-Functional Requirements',
    quality: 'Measurability',
    requirements: ['FR-012'],
    with: ['log-analytics'],
    ask: (views) =>
      `Is it specified who reviews the logs, and which audit requirement the retention of ${by(views, (view) => `${logAnalyticsInputs.of(view).retentionDays} days`)} meets?`,
  },
  {
    category: 'Dependencies & Assumptions',
    quality: 'Assumption',
    requirements: ['FR-007'],
    with: ['application'],
    ask: () => 'Is it specified who can change the application package, and how a change is detected?',
  },
  {
    category: 'Dependencies & Assumptions',
    quality: 'Assumption',
    requirements: ['FR-002'],
    ask: (views) => {
      const wanted = [
        ...(views.some((view) => justInTimeInputs.of(view).enabled) ? ['Defender for Servers Plan 2'] : []),
        ...(views.some((view) => virtualMachineInputs.of(view).encryptionAtHost)
          ? ['the EncryptionAtHost feature']
          : []),
      ];
      return wanted.length === 0
        ? undefined
        : `Did the subscription owners agree to enable ${enumerate(wanted)}, and is it specified who pays for it?`;
    },
  },
];

const operations: readonly Review<RequirementId>[] = [
  {
    category: 'Requirement Completeness',
    quality: 'Gap',
    requirements: ['FR-013'],
    with: ['backup'],
    ask: () => 'Is the recovery time objective (RTO) specified for the loss of the VM, in hours?',
  },
  {
    category: 'Requirement Completeness',
    quality: 'Gap',
    requirements: ['FR-002'],
    ask: (views) =>
      views.some((view) => applicationInputs.of(view).enabled)
        ? undefined
        : 'Is it specified how the application is installed on the VM, and who can repeat it?',
  },
  {
    category: 'Requirement Completeness',
    quality: 'Gap',
    requirements: ['FR-015'],
    with: ['alerts'],
    ask: () => 'Is it specified who responds to an alert, during which hours, and to whom it’s escalated?',
  },
  {
    category: 'Requirement Clarity',
    quality: 'Clarity',
    requirements: ['FR-013'],
    with: ['backup'],
    ask: (views) =>
      `Is the reason documented for keeping backups for ${by(views, (view) => `${backupInputs.of(view).retentionDays} days`)}?`,
  },
  {
    category: 'Requirement Clarity',
    quality: 'Clarity',
    requirements: ['FR-014'],
    with: ['maintenance'],
    ask: (views) =>
      `Did the users agree to restarts ${by(views, (view) => windowInWords(maintenanceInputs.of(view)))}?`,
  },
  {
    category: 'Requirement Consistency',
    quality: 'Consistency',
    requirements: ['FR-017'],
    ask: (_, all) =>
      all.length < 2 ? undefined : 'Is each difference between the environments in data-model.md intended?',
  },
  {
    category: 'Acceptance Criteria Quality',
    quality: 'Measurability',
    requirements: ['FR-013'],
    with: ['backup'],
    ask: (views) => `Did the data owner agree to lose the data of up to ${by(views, oldestPoint)} (SC-010)?`,
  },
  {
    category: 'Scenario Coverage',
    quality: 'Coverage',
    requirements: ['FR-017'],
    ask: (_, all) =>
      all.length < 2
        ? undefined
        : `Is it specified how a change gets from ${all[0]?.environment} to ${all.at(-1)?.environment}, and who approves it?`,
  },
  {
    category: 'Edge Case Coverage',
    quality: 'Coverage',
    requirements: ['FR-002'],
    ask: (views) =>
      `Is it accepted that the application is unavailable during an outage of ${by(views, ({ core: { location: is } }) => (is.zone === null ? is.region : `zone ${is.zone} of ${is.region}`))}, because there’s only one VM?`,
  },
  {
    category: 'Edge Case Coverage',
    quality: 'Gap',
    requirements: ['FR-016'],
    ask: (views) => {
      const locked = views.filter(({ core }) => core.lock !== 'none');
      return `Is it specified who can remove the locks in ${enumerate(locked.map(({ environment }) => environment))}, and for which reasons?`;
    },
  },
  {
    category: 'Non-Functional Requirements',
    quality: 'Measurability',
    requirements: ['FR-020'],
    ask: (views) => {
      const open = views.filter((view) => targetsInputs.of(view).users === null);
      return open.length === 0
        ? undefined
        : `Is it known how many people use the application, so that the size ${by(open, (view) => virtualMachineInputs.of(view).size)} can be validated (targets.users)?`;
    },
  },
  {
    category: 'Dependencies & Assumptions',
    quality: 'Assumption',
    requirements: ['FR-003'],
    ask: (views) =>
      `Did the network team reserve ${by(views, ({ core }) => addressSpacesText(core.network))}, and is that documented?`,
  },
];

/** By checklist. */
export const reviews: Readonly<Record<'operations' | 'security', readonly Review<RequirementId>[]>> = {
  operations,
  security,
};
