import type { Value } from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';

/** The diagnostic settings of all components, each a variable that is left out if nothing uses it. */
export function contributeDiagnostics(c: Composer): void {
  const variable = (name: string, value: Value, description: string): Value =>
    c.variable(name, value, { description, ids: ['OPS-002'] });
  const setting = { name: 'to-log-analytics', workspaceResourceId: c.id('logAnalytics') };
  const workspaceId = c.id('logAnalytics');
  const metrics = [{ category: 'AllMetrics', enabled: true }];
  c.contribute('diagnostics', {
    value: variable(
      'diagnostics',
      [setting],
      'Diagnostic settings that send all logs and metrics of a resource to the workspace',
    ),
    // Azure Backup sends its events only to resource-specific tables (azure-docs: backup-azure-diagnostic-events.md).
    dedicated: variable(
      'dedicatedDiagnostics',
      [{ ...setting, logAnalyticsDestinationType: 'Dedicated' }],
      'The same, for services that send logs only to resource-specific tables',
    ),
    native: variable(
      'nativeDiagnostics',
      { workspaceId, logs: [{ categoryGroup: 'allLogs', enabled: true }], metrics },
      'The same, for resources whose modules have no parameter for diagnostic settings',
    ),
    nativeMetrics: variable(
      'nativeMetricDiagnostics',
      { workspaceId, metrics },
      'The same, for resources that have only metrics, and whose modules have no parameter for diagnostic settings',
    ),
  });
}
