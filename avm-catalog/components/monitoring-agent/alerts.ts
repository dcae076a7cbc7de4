import { text } from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';
import { asCondition, both, not } from '../../kernel/patterns.ts';

/**
 * A query fails if its table has received no data, or none for 30 days, and Azure turns off a rule that fails for a
 * week (azure-monitor-docs alerts/alerts-troubleshoot-log.md). A fuzzy union succeeds without the table.
 */
const table = (name: string, columns: string): string => `union isfuzzy=true (datatable(${columns})[]), ${name}\n`;

/** Alerts on the tables of the agent. */
export function agentAlerts(c: Composer): void {
  for (const { item: machine, on } of c.collect('machine')) {
    const { of, id } = machine;
    const runs = not(machine.shutDownDaily);
    if (runs === false) continue;
    c.contribute(
      'logAlert',
      {
        key: 'heartbeat-lost',
        ...(of === undefined ? {} : { of }),
        // Counting no rows returns one row with 0, so the query also finds a VM that never reported.
        query: () =>
          text`${table('Heartbeat', '_ResourceId:string')}| where _ResourceId =~ "${id}"
| summarize Heartbeats = count()
| where Heartbeats == 0`,
      },
      { on: both(on, asCondition(runs)), ids: ['OPS-010'] },
    );
  }
  c.contribute('logAlert', {
    key: 'disk-nearly-full',
    query: (threshold) =>
      text`${table('Perf', 'Computer:string, ObjectName:string, CounterName:string, InstanceName:string, CounterValue:real')}| where ObjectName == "LogicalDisk" and CounterName == "% Free Space" and InstanceName matches regex "^[A-Z]:$"
| summarize Free = avg(CounterValue) by Computer, InstanceName
| where Free < ${threshold}`,
  });
}
