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
import { virtualMachineInputs } from '../../components/virtual-machine/inputs.ts';

/** `7 days in dev and test, 30 days in prod`; without environments where all agree. */
function by(views: readonly View[], text: (view: View) => string): string {
  const texts = [...new Set(views.map(text))];
  if (texts.length === 1) return texts.join('');
  return texts
    .map((one) => `${one} in ${enumerate(views.filter((view) => text(view) === one).map((view) => view.environment))}`)
    .join(', ');
}

const security: readonly Review<RequirementId>[] = [
  {
    category: 'Requirement Completeness',
    quality: 'Gap',
    requirements: ['FR-004', 'FR-006'],
    with: ['just-in-time'],
    rule: 'SEC-005',
    ask: ([view]) =>
      `Is it said who may open remote desktop for up to ${view?.rules.parameters<JustInTimeParameters>('SEC-005').maxHours} hours, for which reasons, and who looks at it afterwards?`,
  },
  {
    category: 'Requirement Completeness',
    quality: 'Gap',
    requirements: ['FR-009'],
    ask: (views) =>
      `Is it said who may read the administrator’s password in ${by(views, (view) => virtualMachineInputs.of(view).administrator.vaultName)}, who changes it, and how often?`,
  },
  {
    category: 'Requirement Completeness',
    quality: 'Gap',
    requirements: ['FR-010', 'FR-011'],
    ask: (views) =>
      views.some((view) => customerManagedKeysInputs.of(view).enabled)
        ? undefined
        : 'Are the data classified, so that keys which Microsoft manages can be judged to be enough?',
  },
  {
    category: 'Requirement Clarity',
    quality: 'Clarity',
    requirements: ['FR-005'],
    with: ['nat-gateway'],
    ask: () => 'Are the addresses on the internet named that the machine has to reach, while it may reach all of them?',
  },
  {
    category: 'Requirement Clarity',
    quality: 'Clarity',
    requirements: ['FR-011'],
    with: ['storage-account'],
    ask: (views) => {
      const stores = (view: View): string =>
        [...storageAccountInputs.of(view).containers, ...sharesOf(view).map(({ name }) => name)].join(', ') ||
        'no container yet';
      return `Is it said what is kept in the storage account (${by(views, stores)}), and who may read and who may write it?`;
    },
  },
  {
    category: 'Requirement Clarity',
    quality: 'Clarity',
    requirements: ['FR-008'],
    with: ['internal-load-balancer'],
    ask: (views) =>
      `Is it said who the clients on port ${by(views, (view) =>
        loadBalancerInputs
          .of(view)
          .ports.map(({ port }) => port)
          .join(', '),
      )} are, and whether what they send is encrypted?`,
  },
  {
    category: 'Requirement Consistency',
    quality: 'Consistency',
    requirements: ['FR-004', 'FR-006'],
    ask: (_, all) => {
      const topologies = new Set(all.map(({ core }) => core.network.topology));
      const way = ({ core }: View): string =>
        core.network.topology === 'hub' ? 'a hub’s Bastion' : 'a Bastion of its own';
      return topologies.size > 1 ? `Is it meant that administrators come in by ${by(all, way)}?` : undefined;
    },
  },
  {
    category: 'Scenario Coverage',
    quality: 'Coverage',
    requirements: ['FR-006'],
    with: ['hub-peering'],
    ask: () => 'Is it said which networks behind the hub may reach the machine, and on which ports?',
  },
  {
    category: 'Edge Case Coverage',
    quality: 'Gap',
    requirements: ['FR-004', 'FR-006', 'FR-009'],
    ask: () => 'Is it said how an administrator gets in when Bastion is out or the password is lost?',
  },
  {
    category: 'Non-Functional Requirements',
    quality: 'Measurability',
    requirements: ['FR-012'],
    with: ['log-analytics'],
    ask: (views) =>
      `Is it said who reads the logs, and do those who audit ask for ${by(views, (view) => `${logAnalyticsInputs.of(view).retentionDays} days`)}?`,
  },
  {
    category: 'Dependencies & Assumptions',
    quality: 'Assumption',
    requirements: ['FR-007'],
    with: ['application'],
    ask: () => 'Is it said who may change the application’s package, and how anybody would notice?',
  },
  {
    category: 'Dependencies & Assumptions',
    quality: 'Assumption',
    requirements: ['FR-002'],
    ask: (views) => {
      const wanted = [
        ...(views.some((view) => justInTimeInputs.of(view).enabled) ? ['Defender for Servers Plan 2'] : []),
        ...(views.some((view) => virtualMachineInputs.of(view).encryptionAtHost)
          ? ['the feature EncryptionAtHost']
          : []),
      ];
      return wanted.length === 0
        ? undefined
        : `Is it agreed with those who run the subscriptions that ${enumerate(wanted)} will be on, and who pays for it?`;
    },
  },
];

const operations: readonly Review<RequirementId>[] = [
  {
    category: 'Requirement Completeness',
    quality: 'Gap',
    requirements: ['FR-013'],
    with: ['backup'],
    ask: () => 'Is it said within how many hours the application has to run again after its machine was lost?',
  },
  {
    category: 'Requirement Completeness',
    quality: 'Gap',
    requirements: ['FR-002'],
    ask: (views) =>
      views.some((view) => applicationInputs.of(view).enabled)
        ? undefined
        : 'Is it said how the application gets onto the machine, and who could do it again?',
  },
  {
    category: 'Requirement Completeness',
    quality: 'Gap',
    requirements: ['FR-015'],
    with: ['alerts'],
    ask: () => 'Is it said who acts on an alert, at which hours, and who is called when nobody does?',
  },
  {
    category: 'Requirement Clarity',
    quality: 'Clarity',
    requirements: ['FR-013'],
    with: ['backup'],
    ask: (views) =>
      `Is there a reason in writing for keeping backups for ${by(views, (view) => `${backupInputs.of(view).retentionDays} days`)}?`,
  },
  {
    category: 'Requirement Clarity',
    quality: 'Clarity',
    requirements: ['FR-014'],
    with: ['maintenance'],
    ask: (views) =>
      `Have the users agreed to restarts ${by(views, (view) => windowInWords(maintenanceInputs.of(view)))}?`,
  },
  {
    category: 'Requirement Consistency',
    quality: 'Consistency',
    requirements: ['FR-017'],
    ask: (_, all) =>
      all.length < 2
        ? undefined
        : 'Is each difference between the environments wanted that data-model.md shows side by side?',
  },
  {
    category: 'Acceptance Criteria Quality',
    quality: 'Measurability',
    requirements: ['FR-013'],
    with: ['backup'],
    ask: () => 'Has whoever owns the data agreed to lose what was written in the 26 hours of SC-010?',
  },
  {
    category: 'Scenario Coverage',
    quality: 'Coverage',
    requirements: ['FR-017'],
    ask: (_, all) =>
      all.length < 2
        ? undefined
        : `Is it said how a change gets from ${all[0]?.environment} to ${all.at(-1)?.environment}, and who lets it through?`,
  },
  {
    category: 'Edge Case Coverage',
    quality: 'Coverage',
    requirements: ['FR-002'],
    ask: (views) =>
      `Is it accepted that the application stands still while ${by(views, ({ core: { location: is } }) => (is.zone === null ? is.region : `zone ${is.zone} of ${is.region}`))} is out, since there is one machine?`,
  },
  {
    category: 'Edge Case Coverage',
    quality: 'Gap',
    requirements: ['FR-016'],
    ask: (views) => {
      const locked = views.filter(({ core }) => core.lock !== 'none');
      return `Is it said who may lift the lock in ${enumerate(locked.map(({ environment }) => environment))}, and for what?`;
    },
  },
  {
    category: 'Non-Functional Requirements',
    quality: 'Measurability',
    requirements: ['FR-002'],
    ask: (views) =>
      `Is it said how many users and how much data the machine has to bear, so that ${by(views, (view) => virtualMachineInputs.of(view).size)} can be judged?`,
  },
  {
    category: 'Dependencies & Assumptions',
    quality: 'Assumption',
    requirements: ['FR-003'],
    ask: (views) =>
      `Has whoever plans addresses set aside ${by(views, ({ core }) => core.network.addressSpace)}, and is that written down?`,
  },
];

/** By the checklist they are in. */
export const reviews: Readonly<Record<'operations' | 'security', readonly Review<RequirementId>[]>> = {
  operations,
  security,
};
