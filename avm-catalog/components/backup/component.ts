import { string } from '../../../src/bicep/type.ts';
import { component } from '../../kernel/component.ts';
import { dedicatedDiagnostics } from '../../kernel/patterns.ts';
import { backupProblems } from './check.ts';
import { backupDefinition } from './definition.ts';
import { drawing } from './drawing.ts';
import { backupDocs } from './docs.ts';
import { backupInputs } from './inputs.ts';
import { backupMeasures } from './measures.ts';
import { policy } from './policy.ts';
import { guardVault, protection } from './protection.ts';
import { redundancy } from './redundancy.ts';

/** Kept for policies of several backups a day too: with another name, a VM would change its policy. */
const policyName = 'bkpol-daily';

export const backup = component({
  name: 'backup',
  title: 'Backup',
  summary: 'Recovery points of the VM, every day or more often',
  serves: ['backup', 'recovery', 'OPS-005'],
  drawing,
  inputs: backupDefinition,
  docs: backupDocs,
  measures: backupMeasures,
  enabled: (view) => backupInputs.of(view).enabled,
  check: backupProblems,
  contribute: (c) => {
    c.name('recoveryVault', { type: 'Microsoft.RecoveryServices/vaults' });
    c.contribute('eventAlert', { key: 'backup-failed', scope: c.id('recoveryVault') }, { ids: ['OPS-015'] });
    c.contribute('backup', { vault: c.reference('recoveryVault'), policy: policyName });
  },
  compose: (c) => {
    c.module({
      symbol: 'recoveryVault',
      module: 'recovery-services/vault',
      comment: 'Recovery Services vault with an enhanced backup policy, which Trusted Launch requires',
      makes: ['recoveryVault'],
      params: {
        name: c.reference('recoveryVault'),
        redundancySettings: redundancy(c),
        ...protection(c),
        backupPolicies: [{ name: policyName, properties: policy(c) }],
        monitoringSettings: c.because(['alerts'], {
          azureMonitorAlertSettings: { alertsForAllJobFailures: 'Enabled' },
        }),
        diagnosticSettings: dedicatedDiagnostics(c),
      },
    });
    guardVault(c);
    c.output('recoveryVaultName', string, 'Name of the Recovery Services vault', c.reference('recoveryVault'));
  },
});
