import { string } from '../../../src/bicep/type.ts';
import { component } from '../../kernel/component.ts';
import { dedicatedDiagnostics } from '../../kernel/patterns.ts';
import { siteRecoveryDefinition } from './definition.ts';
import { siteRecoveryDocs } from './docs.ts';
import { drawing } from './drawing.ts';
import { siteRecoveryInputs } from './inputs.ts';
import { siteRecoveryProblems } from './problems.ts';
import { replicate } from './replication.ts';
import { outboundRules } from './outbound.ts';
import { recoveryRegion } from './settings.ts';

export const siteRecovery = component({
  name: 'site-recovery',
  title: 'Site Recovery',
  summary: 'Replicas of the VMs in another region, to fail over to',
  serves: ['recovery', 'RES-008'],
  drawing,
  inputs: siteRecoveryDefinition,
  docs: siteRecoveryDocs,
  enabled: (view) => siteRecoveryInputs.of(view).enabled,
  check: siteRecoveryProblems,
  contribute: (c) => {
    c.name('siteRecoveryVault', { type: 'Microsoft.RecoveryServices/vaults', qualifier: 'asr' });
    c.contribute(
      'eventAlert',
      { key: 'replication-unhealthy', scope: c.id('siteRecoveryVault') },
      { ids: ['OPS-024'] },
    );
    outboundRules(c);
  },
  compose: (c) => {
    c.module({
      symbol: 'siteRecoveryVault',
      module: 'recovery-services/vault',
      comment: 'Recovery Services vault of Site Recovery, in the region to recover to',
      makes: ['siteRecoveryVault'],
      params: {
        name: c.reference('siteRecoveryVault'),
        location: recoveryRegion(c),
        // VMs reach Site Recovery over its public endpoints, which the module closes by default.
        publicNetworkAccess: 'Enabled',
        monitoringSettings: {
          azureMonitorAlertSettings: {
            alertsForAllJobFailures: 'Enabled',
            alertsForAllReplicationIssues: 'Enabled',
            alertsForAllFailoverIssues: 'Enabled',
          },
        },
        diagnosticSettings: dedicatedDiagnostics(c),
      },
    });
    replicate(c);
    c.output(
      'siteRecoveryVaultName',
      string,
      'Name of the Recovery Services vault of Site Recovery',
      c.reference('siteRecoveryVault'),
    );
  },
});
