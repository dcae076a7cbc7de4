import { read, readText, whereValue, type Estate, type Violation } from '../estate.ts';

const workspaces = 'Microsoft.OperationalInsights/workspaces';

export function withinProcessors(
  estate: Estate,
  most: number,
  processors: (size: string) => number | undefined,
): readonly Violation[] {
  return estate.ofType('Microsoft.Compute/virtualMachines').flatMap((one): readonly Violation[] => {
    const size = readText(one, 'properties.hardwareProfile.vmSize');
    const count = processors(size);
    const instead = `use a size with ${most} vCPUs or fewer`;
    if (count === undefined) return [{ resource: one.id, what: unknownSize(size), instead, untold: true }];
    return count > most
      ? [{ resource: one.id, what: `${size} has ${count} vCPUs, and the limit is ${most}`, instead }]
      : [];
  });
}

export const unknownSize = (size: string): string => `the catalog doesn’t know how many vCPUs ${size || 'the VM'} has`;

export function retentionCeiling(estate: Estate, days: number): readonly Violation[] {
  return whereValue(
    estate.ofType(workspaces, `${workspaces}/tables`),
    (one) => read(one, 'properties.retentionInDays'),
    (kept) => Number(kept ?? 0) > days,
    'it keeps logs for longer than the limit',
    `keep them for ${days} days or less`,
  );
}
