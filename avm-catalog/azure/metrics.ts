import { type MetricRow, platformMetrics } from './metric-data.ts';

interface PlatformMetric extends MetricRow {
  readonly type: string;
  readonly dimensions: readonly string[];
}

const metrics = new Map<string, PlatformMetric>(
  Object.entries(platformMetrics).flatMap(([type, rows]) =>
    rows.map((row) => [keyOf(type, row.name), { type, dimensions: [], ...row }] as const),
  ),
);

/**
 * What an alert on a metric may watch without an agent. Types and names are compared without regard to case.
 *
 * Free space on a disk is not among them: Azure sees a disk from outside, so it takes the Azure Monitor agent,
 * a data collection rule and an alert on a log query. Neither is anything else of the guest but free memory.
 */
export function metric(type: string, name: string): PlatformMetric | undefined {
  return metrics.get(keyOf(type, name));
}

/** The least and the most that a metric can be. */
export function boundsOf({ name, unit }: MetricRow): { readonly least: number; readonly most: number } {
  if (name === 'VmAvailabilityMetric') return { least: 0, most: 1 };
  // Availability is a share of a hundred, whatever unit Azure names.
  return { least: 0, most: unit === 'Percent' || name.endsWith('Availability') ? 100 : Infinity };
}

/** Metrics that count what succeeded with what failed, unless a dimension tells them apart. */
const whole = new Set(['serviceapiresult', 'serviceapihit', 'transactions', 'snatconnectioncount']);

export function countsEverything({ name }: MetricRow): boolean {
  return whole.has(name.toLowerCase());
}

function keyOf(type: string, name: string): string {
  return `${type}\n${name}`.toLowerCase();
}
