import type { Composer } from '../../component.ts';

export function alertRules(c: Composer): void {
  const alert = (
    key: string,
    description: string,
    severity: number,
    metric: string,
    operator: 'GreaterThan' | 'LessThan',
    threshold: number,
  ): void =>
    c.contribute('metricAlert', {
      key,
      description,
      severity,
      scope: c.id('virtualMachine'),
      resourceType: 'Microsoft.Compute/virtualMachines',
      frequency: 'PT5M',
      window: 'PT15M',
      metric,
      aggregation: 'Average',
      operator,
      threshold,
    });
  alert('machine-unavailable', 'The machine is not available', 0, 'VmAvailabilityMetric', 'LessThan', 1);
  alert('processor-busy', 'The processors are busier than 90 percent', 2, 'Percentage CPU', 'GreaterThan', 90);
  alert(
    'memory-short',
    'Less than 10 percent of memory is available',
    2,
    'Available Memory Percentage',
    'LessThan',
    10,
  );
}
