import { describe, expect, it } from 'vitest';
import { severityIn, topicsOfMetric, topicsOfQuery, topicsOfWords } from '../../avm-catalog/azure/alert-topics.ts';
import { platformMetrics } from '../../avm-catalog/azure/metric-data.ts';
import { Estate, type Predicted } from '../../avm-catalog/constitution/estate.ts';
import { alertsMeanWhatTheySay } from '../../avm-catalog/constitution/rules/alert-meaning.ts';

const providers = '/subscriptions/s/resourceGroups/g/providers';

function resource(type: string, name: string, properties: object = {}): Predicted {
  return { id: `${providers}/${type}/${name}`, type, name, properties };
}

const vm = resource('Microsoft.Compute/virtualMachines', 'vm');
const vault = resource('Microsoft.KeyVault/vaults', 'kv');
const account = resource('Microsoft.Storage/storageAccounts', 'st');

interface Told {
  readonly on?: Predicted;
  readonly metric?: string;
  readonly operator?: string;
  readonly threshold?: number;
  readonly says?: string;
  readonly name?: string;
  readonly dimensions?: readonly object[];
  readonly severity?: number;
}

function found(is: Told, ...chosen: readonly string[]): readonly string[] {
  const { on = vm, metric = 'Percentage CPU', operator = 'GreaterThan', threshold = 90, says = '' } = is;
  const criterion = { metricName: metric, operator, threshold, dimensions: is.dimensions ?? [] };
  const alert = resource('Microsoft.Insights/metricAlerts', is.name ?? 'alert', {
    scopes: [on.id],
    description: says,
    severity: is.severity ?? 2,
    criteria: { allOf: [criterion] },
  });
  return alertsMeanWhatTheySay(new Estate([vm, vault, account, alert]), ['legacyapp', ...chosen]).map(
    ({ what }) => what,
  );
}

describe('what an alert speaks of', () => {
  it.each<[string, Told, number]>([
    ['its own metric', { says: 'The processors are busy' }, 0],
    ['nothing in particular', { says: 'Something is wrong' }, 0],
    ['two things, one of which it watches', { says: 'Processor or memory is short' }, 0],
    ['a disk, in its name', { name: 'alert-disk-space-dev' }, 1],
    ['memory that is available', { metric: 'Available Memory Bytes', says: 'Little memory is available' }, 0],
    [
      'availability, which a stopped VM has none of',
      {
        metric: 'VmAvailabilityMetric',
        operator: 'LessThan',
        threshold: 1,
        says: 'The VM is stopped or not available',
      },
      1,
    ],
    ['an idle machine as one that is stopped', { operator: 'LessThan', threshold: 1, says: 'The VM is stopped' }, 1],
    ['the diskette of a word', { says: 'diskettes, cpuset and ramp' }, 0],
  ])('%s', (_, is, expected) => {
    expect(found(is)).toHaveLength(expected);
  });

  it('is not the workload, whatever its name', () => {
    expect(found({ name: 'alert-processor-busy-disk-store-dev', says: 'Too busy' }, 'disk-store')).toEqual([]);
    expect(found({ name: 'alert-busy-disk-store-dev', says: 'Too busy' }, 'legacyapp')).toHaveLength(1);
  });

  it('is known of every metric of the catalog', () => {
    const names = Object.values(platformMetrics).flatMap((rows) => rows.map(({ name }) => name));
    expect(names.filter((name) => topicsOfMetric(name).length === 0)).toEqual([]);
  });

  it.each([
    ['Perf | where CounterName == "% Free Space"', ['disk']],
    ['Perf | where ObjectName == "Memory" and CounterName == "Available Bytes"', ['memory']],
    ['Heartbeat | summarize max(TimeGenerated)', ['availability', 'stopped']],
    ['Event | where EventID == 6008', []],
  ])('%s', (query, expected) => {
    expect(topicsOfQuery(query)).toEqual(expected);
  });

  it('is read in any case, between hyphens', () => {
    expect(topicsOfWords('Alert-DISK_full')).toEqual(['disk']);
  });
});

describe('a threshold', () => {
  it.each<[string, number, number]>([
    ['GreaterThan', 100, 1],
    ['GreaterThan', 99, 0],
    ['GreaterThan', -1, 1],
    ['GreaterThan', 0, 0],
    ['GreaterThanOrEqual', 0, 1],
    ['GreaterThanOrEqual', 100, 0],
    ['LessThan', 0, 1],
    ['LessThan', 101, 1],
    ['LessThanOrEqual', 100, 1],
    ['LessThanOrEqual', 0, 0],
    ['Equals', 900, 0],
  ])('of a percentage: %s %d', (operator, threshold, expected) => {
    expect(found({ operator, threshold })).toHaveLength(expected);
  });

  it('of a count has no most', () => {
    expect(found({ on: vault, metric: 'ServiceApiLatency', threshold: 1_000_000 })).toEqual([]);
  });

  it.each<[string, Told, number]>([
    ['any result', { on: vault, metric: 'ServiceApiResult', threshold: 0 }, 1],
    ['many results', { on: vault, metric: 'ServiceApiResult', threshold: 1000, says: 'Unusually busy' }, 0],
    ['failures that are none', { on: vault, metric: 'ServiceApiResult', threshold: 1000, says: 'Calls fail' }, 1],
    ['failures', { on: vault, metric: 'ServiceApiResult', threshold: 0, dimensions: [{ name: 'statuscode' }] }, 0],
    [
      'challenges of a vault',
      {
        on: vault,
        metric: 'ServiceApiResult',
        threshold: 10,
        dimensions: [{ name: 'StatusCode', operator: 'Include', values: ['401', '403'] }],
      },
      1,
    ],
    [
      'all but some, challenges too',
      {
        on: vault,
        metric: 'ServiceApiResult',
        threshold: 10,
        dimensions: [{ name: 'StatusCode', operator: 'Exclude', values: ['200'] }],
      },
      1,
    ],
    [
      'refusals of a vault',
      {
        on: vault,
        metric: 'ServiceApiResult',
        threshold: 10,
        dimensions: [{ name: 'StatusCode', operator: 'Include', values: ['403', '429'] }],
      },
      0,
    ],
    ['another dimension', { on: account, metric: 'Transactions', threshold: 0, dimensions: [{ name: 'ApiName' }] }, 1],
  ])('that counts %s', (_, is, expected) => {
    expect(found(is)).toHaveLength(expected);
  });
});

describe('a severity', () => {
  it.each([
    ['Critical: the machine is gone', 0],
    ['Warning', 2],
    ['sev1', 1],
    ['Severity: 3', 3],
    ['Warning (Sev 2)', 2],
    ['critical or warning', undefined],
    ['uncritical, several 4', undefined],
  ])('in "%s"', (text, expected) => {
    expect(severityIn(text)).toBe(expected);
  });

  it('is the one that is spoken of', () => {
    expect(found({ says: 'Warning: busy', severity: 2 })).toEqual([]);
    expect(found({ says: 'Warning: busy', severity: 1 })).toHaveLength(1);
  });
});
