import { read, readText, where, type Estate, type Predicted, type Violation } from '../estate.ts';

export function withinProcessors(
  estate: Estate,
  most: number,
  processors: (size: string) => number | undefined,
): readonly Violation[] {
  const count = (one: Predicted): number => processors(readText(one, 'properties.hardwareProfile.vmSize')) ?? 0;
  return where(
    estate.ofType('Microsoft.Compute/virtualMachines'),
    (one) => count(one) > most,
    'the machine has more processors than its environment may have',
    `take a size with ${most} vCPUs or fewer`,
  );
}

export function retentionCeiling(estate: Estate, days: number): readonly Violation[] {
  return where(
    estate.ofType('Microsoft.OperationalInsights/workspaces'),
    (one) => Number(read(one, 'properties.retentionInDays') ?? 0) > days,
    'it keeps logs for longer than is paid for',
    `keep them for ${days} days or less`,
  );
}
