import { prices, queryAlertPrice } from '../../azure/prices.ts';
import { isUnresolved, read, readItems, readList, readText, type Predicted } from '../estate.ts';
import { byUse, fixed, unpriced, type Charge } from './charge.ts';

const isOff = (alert: Predicted): boolean => read(alert, 'properties.enabled') === false;
const hasDimensions = (criterion: unknown): boolean => readItems(criterion, 'dimensions').length > 0;

/** Days of the longest month: a daily cap limits each of them. */
const mostDays = 31;

export function logWorkspaceCharges(workspace: Predicted): readonly Charge[] {
  const quota = read(workspace, 'properties.workspaceCapping.dailyQuotaGb');
  const daily = typeof quota === 'number' || (typeof quota === 'string' && !isUnresolved(quota)) ? Number(quota) : -1;
  const sku = readText(workspace, 'properties.sku.name') || 'PerGB2018';
  if (sku.toLowerCase() !== 'pergb2018') return [unpriced(workspace, `Log Analytics workspace, ${sku}`)];
  const price = prices.logIngestion;
  return [
    daily > 0
      ? byUse(workspace, `logs, with a daily cap of ${daily} GB`, { most: daily * mostDays * price.usd, price })
      : byUse(workspace, 'logs without a daily cap'),
    byUse(workspace, 'retention of logs beyond the included period'),
  ];
}

/** Charged for by time series: without dimensions, one for each criterion and resource. */
export function metricAlertCharges(alert: Predicted): readonly Charge[] {
  if (isOff(alert)) return [];
  const criteria = ['allOf', 'allof'].flatMap((key) => readList(alert, `properties.criteria.${key}`));
  const isPlain = (one: unknown): boolean =>
    !hasDimensions(one) && readText(one, 'criterionType') === 'StaticThresholdCriterion';
  if (criteria.length === 0 || !criteria.every(isPlain))
    return [byUse(alert, 'time series of metric alerts with dimensions')];
  const series = criteria.length * readItems(alert, 'properties.scopes').length;
  return [fixed(alert, 'metric alert rule', prices.metricSeries, series)];
}

export function queryAlertCharges(alert: Predicted): readonly Charge[] {
  if (isOff(alert)) return [];
  const price = queryAlertPrice(minutesOf(readText(alert, 'properties.evaluationFrequency')));
  const what = 'log search alert rule';
  if (!price) return [unpriced(alert, what, 'only a deployment determines how often it is evaluated')];
  const isSplit = readItems(alert, 'properties.criteria.allOf').some(hasDimensions);
  return [
    fixed(alert, what, price),
    ...(isSplit ? [byUse(alert, 'further time series of log search alerts with dimensions')] : []),
  ];
}

/** Of a duration such as PT15M, PT1H or P1D; 0 if it isn’t one. */
function minutesOf(duration: string): number {
  const [, days = 0, hours = 0, minutes = 0] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/i.exec(duration) ?? [];
  return Number(days) * 24 * 60 + Number(hours) * 60 + Number(minutes);
}
