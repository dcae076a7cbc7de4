import { describe, expect, it } from 'vitest';
import { dataStore } from '../../avm-catalog/blueprints/data-store/blueprint.ts';
import { diskIops } from '../../avm-catalog/azure/disk-iops.ts';
import { describe as prose } from '../../src/findings/describe.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { writeAnswers } from '../../src/answers/write.ts';
import { generate } from '../../src/files/generate.ts';
import { answersWith, catalog, fileOf, findingsOf } from '../plan/support.ts';

const prod = (part: object): object => ({ environments: { prod: part } });
const off = (...ids: readonly string[]): object => ({
  constitution: { rules: Object.fromEntries(ids.map((id) => [id, 'off'])) },
});
const disk = (type: string, sizeGb = 128): object => ({
  virtualMachine: { dataDisks: [{ name: 'data', lun: 0, sizeGb, type, caching: 'None' }] },
});

/** In prod, since that is where the tests set targets. */
function told(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(({ code }) => code.startsWith('target-'))
    .map((one) => {
      const { message, remedy } = prose(one);
      return `${one.severity} ${one.where.answer}: ${message}. ${remedy}`;
    });
}

const store = (environments: object, rules: object = {}) =>
  generate(
    answersWith({
      ...rules,
      blueprint: 'data-store@1.0.0',
      spec: dataStore.spec,
      environments,
      defaultEnvironment: Object.keys(environments)[0],
    }),
    'version: 2\n',
    catalog,
  ).findings.filter(({ code }) => code.startsWith('target-'));

it('nothing is said of a storage account that is off', () => {
  const evidence = (spec: object): readonly string[] => {
    const changes = {
      blueprint: 'data-store@1.0.0',
      spec: { ...dataStore.spec, ...spec },
      environments: { dev: {} },
      defaultEnvironment: 'dev',
    };
    const lines = fileOf('specs/001-legacyapp/spec.md', changes).split('\n');
    return lines.filter((line) => /^- (Availability in|Recovery point|Largest outage)/.test(line));
  };
  const on = evidence({});
  expect(on).toHaveLength(3);
  expect(on[0]).toContain('requests to the storage account 99.9%');
  const off = evidence({ storageAccount: { enabled: false } });
  expect(off).toHaveLength(3);
  for (const line of off) expect(line).toContain('The catalog has no figures for these components.');
});

it('a copy in another region is spoken of only where there is one', () => {
  const said = (redundancy: string): string =>
    fileOf('specs/001-legacyapp/spec.md', {
      spec: { backup: { enabled: true, redundancy }, virtualMachine: {} },
      environments: { prod: { backup: { redundancy } } },
    });
  expect(said('LocallyRedundant')).toContain('to the vault. No copy leaves the region.');
  expect(said('GeoRedundant')).toMatch(
    /to the vault\. From there, it is replicated to the paired region in [^.]*can lose 36 hours\./,
  );
});

describe('targets of a VM', () => {
  it.each<[string, object, string]>([
    [
      'more availability than the disk type has',
      prod({ virtualMachine: { osDisk: { type: 'StandardSSD_LRS' } } }),
      "warning environments.prod.targets.availability: The availability target is 99.9%, and Microsoft's SLA for one VM with a disk of the type StandardSSD_LRS is 99.5%. Set virtualMachine.osDisk.type=Premium_LRS, or targets.availability=99.5.",
    ],
    [
      'a data disk that is worse than the OS disk',
      prod(disk('StandardSSD_ZRS')),
      "warning environments.prod.targets.availability: The availability target is 99.9%, and Microsoft's SLA for one VM with a disk of the type StandardSSD_ZRS is 99.5%. Set virtualMachine.dataDisks.0.type=Premium_ZRS, or targets.availability=99.5.",
    ],
    [
      'more availability than any VM has',
      prod({ targets: { availability: 99.95 } }),
      "warning environments.prod.targets.availability: The availability target is 99.95%, and Microsoft's SLA for one VM with a disk of the type Premium_LRS is 99.9%. Set targets.availability=99.9: no setting of this blueprint has a higher SLA.",
    ],
    [
      'an RPO below the backup interval',
      prod({ targets: { rpoHours: 7 } }),
      'warning environments.prod.targets.rpoHours: The recovery point objective is 7 hours, and a backup runs every 24 hours. Set backup.intervalHours=6, or targets.rpoHours=24.',
    ],
    [
      'an RPO below every interval',
      prod({ targets: { rpoHours: 1 }, backup: { intervalHours: 4 } }),
      'warning environments.prod.targets.rpoHours: The recovery point objective is 1 hour, and a backup runs every 4 hours, and no interval is shorter than 4 hours. Set targets.rpoHours=4.',
    ],
    [
      'an RPO of hours for a region, which gets one recovery point a day',
      prod({
        targets: { rpoHours: 4, outage: 'region' },
        backup: { intervalHours: 4, redundancy: 'GeoRedundant' },
      }),
      'warning environments.prod.targets.rpoHours: The recovery point objective is 4 hours, and a backup reaches another region after up to 36 hours. Set targets.rpoHours=36.',
    ],
    [
      'backups that are lost with the region',
      prod({ targets: { outage: 'region', rpoHours: 36 } }),
      'warning environments.prod.targets.outage: The recovery objectives cover the outage of a region, and the backups are in one region only (backup.redundancy=ZoneRedundant). Set backup.redundancy=GeoRedundant, or targets.outage=zone.',
    ],
    [
      'backups that are lost with the datacenter, where no rule says so',
      { ...off('RES-002'), ...prod({ backup: { redundancy: 'LocallyRedundant' } }) },
      'warning environments.prod.targets.outage: The recovery objectives cover the outage of a zone, and the backups are in one datacenter only (backup.redundancy=LocallyRedundant). Set backup.redundancy=ZoneRedundant, or targets.outage=hardware.',
    ],
    [
      'more data than the disks have',
      prod({ targets: { dataGiB: 257 }, ...disk('Premium_LRS') }),
      'warning environments.prod.targets.dataGiB: The target is 257 GiB of data, and all disks have 256 GiB. Add a disk to virtualMachine.dataDisks, or set targets.dataGiB=256 or less.',
    ],
    [
      'more operations than the disks provide',
      prod({ targets: { iops: 1001 }, ...disk('Premium_LRS') }),
      'warning environments.prod.targets.iops: The target is 1001 disk operations per second, and all disks provide 1000. Use larger or faster disks, or set targets.iops=1000 or less.',
    ],
  ])('are a finding: %s', (_, changes, text) => {
    expect(told(findingsOf(changes))).toEqual([text]);
  });

  it('need a backup where no rule asks for one', () => {
    const none = { backup: { enabled: false } };
    expect(told(findingsOf(prod(none)))).toEqual([]);
    expect(told(findingsOf({ ...off('OPS-005'), ...prod(none) }))).toEqual([
      'warning spec.targets.rpoHours: The recovery point objective is 24 hours, and the VM isn’t backed up. Set backup.enabled=true.',
    ]);
  });

  it.each<[string, object]>([
    ['what is met exactly', prod({ targets: { rpoHours: 4, dataGiB: 128, iops: 500 }, backup: { intervalHours: 4 } })],
    ['a redundancy that a rule names', prod({ backup: { redundancy: 'LocallyRedundant' } })],
    [
      'geo-redundant backups',
      prod({ targets: { outage: 'region', rpoHours: 36 }, backup: { redundancy: 'GeoRedundant' } }),
    ],
    [
      'operations of a disk type without figures',
      prod({ targets: { availability: 95, iops: 9000 }, ...disk('Standard_LRS') }),
    ],
    ['no capacity target', prod({ targets: { users: null, dataGiB: null, iops: null } })],
  ])('say nothing about %s', (_, changes) => {
    expect(told(findingsOf(changes))).toEqual([]);
  });

  it('take the disks of every VM', () => {
    const components = { reports: { type: 'virtual-machine', osDisk: { sizeGb: 512, type: 'StandardSSD_LRS' } } };
    expect(told(findingsOf({ components }))).toEqual([
      expect.stringContaining(
        'Set components.reports.osDisk.type=Premium_LRS, or targets.availability=99.5.',
      ) as string,
    ]);
  });

  it.each([
    [{ availability: 100 }, 'spec.targets.availability'],
    [{ rpoHours: -1 }, 'spec.targets.rpoHours'],
    [{ rtoHours: 0 }, 'spec.targets.rtoHours'],
    [{ rtoHours: 1.5 }, 'spec.targets.rtoHours'],
    [{ outage: 'planet' }, 'spec.targets.outage'],
    [{ users: 0 }, 'spec.targets.users'],
    [{ latency: 5 }, 'spec.targets.latency'],
  ])('refuse %j at its place', (targets, answer) => {
    const read = parseAnswers(writeAnswers(answersWith({ spec: { targets } })));
    expect('findings' in read && read.findings.map(({ where }) => where.answer)).toEqual([answer]);
  });
});

describe('targets of a storage account', () => {
  const redundancy = (of: string, targets: object): object => ({
    live: { targets, storageAccount: { redundancy: of } },
  });

  it.each<[string, object, readonly string[]]>([
    ['LRS for hardware', redundancy('LRS', { rpoHours: 0 }), []],
    ['LRS for a zone', redundancy('LRS', { outage: 'zone' }), ['storageAccount.redundancy=ZRS']],
    ['ZRS for a zone, without loss', redundancy('ZRS', { outage: 'zone', rpoHours: 0 }), []],
    ['ZRS for a region', redundancy('ZRS', { outage: 'region' }), ['storageAccount.redundancy=GZRS']],
    ['LRS for a region', redundancy('LRS', { outage: 'region' }), ['storageAccount.redundancy=GRS']],
    ['GRS for a region', redundancy('GRS', { outage: 'region' }), []],
    ['GRS for a zone, without loss', redundancy('GRS', { outage: 'zone', rpoHours: 0 }), ['targets.rpoHours']],
    ['GZRS for a zone, without loss', redundancy('GZRS', { outage: 'zone', rpoHours: 0 }), []],
    ['GZRS for a region, without loss', redundancy('GZRS', { outage: 'region', rpoHours: 0 }), ['targets.rpoHours']],
    [
      'the cool tier',
      { live: { storageAccount: { redundancy: 'LRS', accessTier: 'Cool' } } },
      ['storageAccount.accessTier=Hot'],
    ],
    [
      'more than the hot tier',
      { live: { targets: { availability: 99.99 }, storageAccount: { redundancy: 'LRS' } } },
      ['targets.availability=99.9'],
    ],
    ['no storage account', { live: { storageAccount: { enabled: false }, targets: { outage: 'region' } } }, []],
  ])('%s', (_, environments, expected) => {
    const found = store(environments, off('RES-002'));
    expect(found).toHaveLength(expected.length);
    for (const [index, part] of expected.entries()) expect(prose(found[index]!).remedy).toContain(part);
  });

  it('are no settings of a blueprint that has neither', () => {
    const answers = {
      ...answersWith(),
      blueprint: 'empty@1.0.0',
      spec: { targets: { rpoHours: 4 } },
      environments: { dev: {} },
    };
    const read = parseAnswers(writeAnswers(answers));
    expect('findings' in read && read.findings.map(({ where }) => where.answer)).toEqual(['spec.targets']);
  });
});

describe('the documents', () => {
  const spec = (changes: object = {}): string => fileOf('specs/001-legacyapp/spec.md', changes);

  it('have each target by environment, and say what settings show and what they do not', () => {
    const text = spec(prod({ targets: { users: 2500, rpoHours: 8 }, backup: { intervalHours: 8 } }));
    expect(text).toContain('| Availability in a month | 99.5% | 99.5% | 99.9% |');
    expect(text).toContain('| Recovery point objective (RPO) | 24 hours | 24 hours | 8 hours |');
    expect(text).toContain('| Users at the same time | No target | No target | 2,500 |');
    expect(text).toContain('gives one VM 99.5% (Standard SSDs) in dev and 99.9% (Premium SSDs) in test and prod.');
    expect(text).toContain('creates a recovery point every 24 hours in dev and test and every 8 hours in prod.');
    expect(text).toContain('so the organization measures it in a drill');
    expect(text).toContain('recovery point is at most 26 hours in dev and test, 10 hours in prod.');
  });

  it('have success criteria with the values, and a task for each measurement', () => {
    expect(spec()).toContain(
      '- **SC-017**: A restore drill brings the application back within 24 hours in dev and test, 8 hours in prod. (FR-021)',
    );
    const tasks = fileOf('specs/001-legacyapp/tasks.md');
    expect(tasks).toMatch(/- \[ \] T\d+ \[P\] \[US8\] Verify SC-016 .*FR-020.*99\.5% in dev and test, 99\.9% in prod/);
    expect(tasks).toMatch(/- \[ \] T\d+ \[P\] \[US8\] Verify SC-017 .*done when the drill takes at most 24 hours/);
    expect(tasks).not.toContain('Declare Targets');
  });

  it('keep the targets, and the link to them, where both requirements are out of scope', () => {
    const outOfScope = { 'FR-020': 'measured elsewhere', 'FR-021': 'measured elsewhere' };
    expect(spec({ requirements: { outOfScope } })).toContain(
      '### Non-Functional Requirements\n\nThe owner of the workload',
    );
    expect(fileOf('specs/001-legacyapp/plan.md')).toContain('(spec.md#non-functional-requirements)');
  });

  it('lack them where the blueprint has none', () => {
    const { files = [] } = generate(
      { ...answersWith(), blueprint: 'empty@1.0.0', spec: {}, environments: { dev: {} } },
      'version: 2\n',
      catalog,
    );
    const text = files.find(({ path }) => path.endsWith('spec.md'))?.text ?? '';
    expect(text).toContain('### Functional Requirements');
    expect(text).not.toContain('Non-Functional');
  });
});

describe('the backup interval', () => {
  const parameters = (changes: object): readonly string[] =>
    ['dev', 'test', 'prod'].map(
      (name) => /^param backupIntervalHours = (\d+)$/m.exec(fileOf(`main.${name}.bicepparam`, changes))?.[1] ?? '',
    );
  const every = (backup: object): object => ({ spec: { backup } });

  it('is a parameter, which decides in each environment whether the schedule is daily or hourly', () => {
    const settings: readonly [object, readonly string[]][] = [
      [{}, ['24', '24', '24']],
      [every({ intervalHours: 6 }), ['6', '6', '6']],
      [prod({ backup: { intervalHours: 4 } }), ['24', '24', '4']],
    ];
    for (const [changes, hours] of settings) {
      expect(parameters(changes)).toEqual(hours);
      const template = fileOf('main.bicep', changes);
      expect(template).toContain('param backupIntervalHours 4 | 6 | 8 | 12 | 24');
      const [, schedule = ''] = template.split(/schedulePolicy: backupIntervalHours == 24\s+\?/);
      const [daily = '', hourly = ''] = (schedule.split('retentionPolicy:')[0] ?? '').split(/\n\s+: \{/);
      expect(daily).toContain("scheduleRunFrequency: 'Daily'");
      expect(hourly).toContain("scheduleRunFrequency: 'Hourly'");
      expect(hourly).toContain('interval: backupIntervalHours');
    }
  });

  it('has each backup of a day outside the maintenance window', () => {
    const maintenance = { start: '2026-01-04 22:00', recurEvery: 'Week Sunday' };
    const at = (time: string, intervalHours: number) =>
      findingsOf({ ...every({ time, intervalHours }), environments: { dev: { maintenance } } }).filter(
        ({ code }) => code === 'backup-in-window',
      );
    expect(at('02:00', 24)).toEqual([]);
    expect(at('02:00', 12)).toEqual([]);
    expect(at('11:00', 12)).toMatchObject([{ args: { time: '23:00' } }]);
    expect(at('02:30', 4)).toMatchObject([{ args: { time: '22:30' } }]);
    expect(at('01:30', 4)).toEqual([]);
  });

  it('is one that Azure has', () => {
    const read = parseAnswers(writeAnswers(answersWith(every({ intervalHours: 5 }))));
    expect('findings' in read && read.findings.map(({ where }) => where.answer)).toEqual(['spec.backup.intervalHours']);
  });
});

it('disks have the figures of their size', () => {
  const iops = (type: string, sizeGb: number) => diskIops({ type, sizeGb });
  expect([4, 32, 33, 127, 128, 129, 4096, 4097, 32_767].map((size) => iops('Premium_LRS', size))).toEqual([
    120, 120, 240, 500, 500, 1100, 7500, 16_000, 20_000,
  ]);
  expect([4, 4096, 8192].map((size) => iops('StandardSSD_ZRS', size))).toEqual([500, 500, 2000]);
  expect(iops('Standard_LRS', 128)).toBeUndefined();
});
