import { text } from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';

/**
 * A table that nothing has been sent to, or nothing for 30 days, fails a query, and Azure switches off a rule that
 * fails for a week (azure-monitor-docs alerts/alerts-troubleshoot-log.md). A fuzzy union does without the table.
 */
const table = (name: string, columns: string): string => `union isfuzzy=true (datatable(${columns})[]), ${name}\n`;

/** What the agent's tables tell. */
export function agentAlerts(c: Composer): void {
  c.contribute(
    'logAlert',
    {
      key: 'heartbeat-lost',
      // A count over nothing is one row with 0, so a VM that never reported is found too.
      query: () =>
        text`${table('Heartbeat', '_ResourceId:string')}| where _ResourceId =~ "${c.id('virtualMachine')}"
| summarize Heartbeats = count()
| where Heartbeats == 0`,
    },
    { ids: ['OPS-010'] },
  );
  c.contribute('logAlert', {
    key: 'disk-nearly-full',
    query: (threshold) =>
      text`${table('Perf', 'Computer:string, ObjectName:string, CounterName:string, InstanceName:string, CounterValue:real')}| where ObjectName == "LogicalDisk" and CounterName == "% Free Space" and InstanceName matches regex "^[A-Z]:$"
| summarize Free = avg(CounterValue) by Computer, InstanceName
| where Free < ${threshold}`,
  });
}
