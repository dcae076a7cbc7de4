import { severityIn, topicsOfMetric, topicsOfQuery, topicsOfWords } from '../../azure/alert-topics.ts';
import { boundsOf, countsEverything, metric } from '../../azure/metrics.ts';
import { read, readList, readText, where, type Estate, type Predicted, type Violation } from '../estate.ts';
import { criteria, metricAlerts, queryAlerts, scopes } from './alert-checks.ts';
import { ownValue } from '../../../src/bicep/own.ts';

/** Name and description of an alert match its condition. Names that a person chose are part of them, and are ignored. */
export function alertsMeanWhatTheySay(estate: Estate, chosen: readonly string[]): readonly Violation[] {
  const longestFirst = chosen.toSorted((a, b) => b.length - a.length);
  return estate.ofType(metricAlerts, queryAlerts).flatMap((alert) => {
    const whole = `${alert.name} ${readText(alert, 'properties.description')}`;
    const said = longestFirst.reduce((text, name) => text.replaceAll(name, ' '), whole);
    return [
      ...criteria(alert).flatMap((one) => [...wrongTopic(one, said), ...wrongThreshold(one, alert, said, estate)]),
      ...wrongSeverity(alert, said),
    ].map((found) => ({ resource: alert.id, ...found }));
  });
}

type Problem = Omit<Violation, 'resource'>;

function wrongTopic(criterion: unknown, said: string): readonly Problem[] {
  const query = readText(criterion, 'query');
  const name = readText(criterion, 'metricName');
  const spoken = topicsOfWords(said);
  const watched = query === '' ? topicsOfMetric(name) : topicsOfQuery(query);
  if (spoken.length === 0 || watched.length === 0) return [];
  const speaksOfStops = spoken.includes('stopped') && !watched.includes('stopped');
  if (!speaksOfStops && spoken.some((topic) => watched.includes(topic))) return [];
  const what = query === '' ? name : `the ${watched.join(' and ')} in the logs`;
  return [
    {
      what: `the alert describes ${spoken.join(' and ')}, but evaluates ${what}`,
      instead: 'change either the description or the condition',
    },
  ];
}

function wrongThreshold(criterion: unknown, alert: Predicted, said: string, estate: Estate): readonly Problem[] {
  const type = scopes(alert).flatMap((id) => estate.byId(id)?.type ?? [])[0];
  const found = metric(readText(criterion, 'metricNamespace') || (type ?? ''), readText(criterion, 'metricName'));
  const threshold = read(criterion, 'threshold');
  if (!found || typeof threshold !== 'number') return [];
  const when = firing(readText(criterion, 'operator'), threshold, boundsOf(found));
  if (when !== undefined)
    return [
      {
        what: `the alert ${when} fires, because ${found.name} is ${rangeText(boundsOf(found))}`,
        instead: 'use a threshold within that range',
      },
    ];
  const challenges = countsChallenges(criterion, found.name);
  if (challenges.length > 0) return challenges;
  const split = readList(criterion, 'dimensions').map((one) => readText(one, 'name').toLowerCase());
  const isBlind = countsEverything(found) && !split.some((name) => results.has(name));
  if (!isBlind || !readText(criterion, 'operator').startsWith('Greater') || (threshold > 1 && !failing.test(said)))
    return [];
  return [
    {
      what: `the alert counts every result of ${found.name}, including successful ones`,
      instead: 'restrict it to failures, with a dimension such as StatusCode or ResponseType',
    },
  ];
}

/** Every session with Key Vault begins with a 401 challenge (Azure/azure-sdk-for-python#31233). */
function countsChallenges(criterion: unknown, metricName: string): readonly Problem[] {
  const counted = readList(criterion, 'dimensions').some(
    (one) =>
      readText(one, 'name').toLowerCase() === 'statuscode' &&
      (readText(one, 'operator') === 'Exclude') !== readList(one, 'values').map(String).includes('401'),
  );
  return metricName.toLowerCase() === 'serviceapiresult' && counted
    ? [
        {
          what: 'the alert counts results with status 401, but every session with Key Vault begins with one',
          instead: 'exclude 401 from StatusCode',
        },
      ]
    : [];
}

/** Dimensions that separate failures from successes. */
const results = new Set(['statuscode', 'statuscodeclass', 'responsetype', 'connectionstate']);
const failing = /\b(fail\w*|errors?|refus\w*|denied|unauthori[sz]ed|forbidden|throttl\w*|anomal\w*)\b/i;

interface Bounds {
  readonly least: number;
  readonly most: number;
}

function firing(operator: string, threshold: number, { least, most }: Bounds): 'always' | 'never' | undefined {
  const ways: Readonly<Record<string, readonly [always: boolean, never: boolean]>> = {
    GreaterThan: [threshold < least, threshold >= most],
    GreaterThanOrEqual: [threshold <= least, threshold > most],
    LessThan: [threshold > most, threshold <= least],
    LessThanOrEqual: [threshold >= most, threshold < least],
  };
  const [always = false, never = false] = ownValue(ways, operator) ?? [];
  return always ? 'always' : never ? 'never' : undefined;
}

function rangeText({ least, most }: Bounds): string {
  return most === Infinity ? `${least} or more` : `from ${least} to ${most}`;
}

function wrongSeverity(alert: Predicted, said: string): readonly Problem[] {
  const [named, given] = [severityIn(said), read(alert, 'properties.severity')];
  if (named === undefined || typeof given !== 'number' || named === given) return [];
  return [
    {
      what: `the alert describes severity ${named}, but has severity ${given}`,
      instead: 'use the same severity in both',
    },
  ];
}

export function alertsEnd(estate: Estate): readonly Violation[] {
  return where(
    estate.ofType(metricAlerts, queryAlerts),
    (alert) => read(alert, 'properties.autoMitigate') === false,
    'the alert stays open after its condition ends',
    'set autoMitigate to true',
  );
}
