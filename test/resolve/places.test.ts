import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { hasZones, regions } from '../../avm-catalog/azure/regions.ts';
import { isOffered } from '../../avm-catalog/azure/services.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { describe as prose } from '../../src/findings/describe.ts';
import { findingsOf, generated, merge, planOf } from '../plan/support.ts';

type Tree = { readonly [key: string]: unknown };

/** A workspace in a region that its rules allow. */
const at = (region: string, spec: object = {}, environments: object = {}): object => ({
  constitution: { rules: { 'TST-001': { level: 'must', regions: [region] } } },
  spec: merge({ location: { region } }, spec as Tree),
  environments,
});

/** What the blueprint wants of backups in production is offered where there are zones. */
const copies = (region: string): object =>
  hasZones(region)
    ? {}
    : {
        prod: {
          backup: { redundancy: 'GeoRedundant', crossRegionRestore: true },
          storageAccount: { redundancy: 'GRS' },
        },
      };

const valuesOf = (changes: object, name: string): unknown =>
  planOf(changes).parameters.find((one) => one.name === name)?.values['prod'];

describe.each(regions.map((one) => [one.name] as const))('the default workspace in %s', (region) => {
  const changes = at(region, {}, copies(region));
  const { plan, findings } = generated(changes);

  it('is planned, and claims no zone that is not known to be offered', () => {
    expect(findings.filter((one) => one.severity === 'error')).toEqual([]);
    const given = (module: string, key: string): unknown =>
      plan?.resources.flatMap((one) =>
        one.kind === 'module' && one.module.endsWith(module) ? [one.params[key]] : [],
      )[0];
    expect(given('/bastion-host', 'availabilityZones')).toEqual(isOffered('zonalBastion', region) ? [1, 2, 3] : []);
    expect(plan?.parameters.find((one) => one.name === 'availabilityZone')?.values['prod']).toBe(
      hasZones(region) ? 1 : -1,
    );
  });

  it('is asked for nothing by RES rules that the region does not offer', () => {
    const asked = findings.filter((one) => one.ids.some((id) => id.startsWith('RES-')));
    expect(asked.map((one) => one.ids)).toEqual([]);
  });
});

describe('redundancy', () => {
  it.each<[string, string, object, string, string]>([
    [
      'GRS without a pair',
      'italynorth',
      { storageAccount: { enabled: true, redundancy: 'GRS' } },
      'storageAccount.redundancy',
      'ZRS',
    ],
    [
      'GZRS without a pair',
      'newzealandnorth',
      { storageAccount: { enabled: true, redundancy: 'GZRS' } },
      'storageAccount.redundancy',
      'ZRS',
    ],
    [
      'GZRS without zones',
      'ukwest',
      { storageAccount: { enabled: true, redundancy: 'GZRS' } },
      'storageAccount.redundancy',
      'LRS',
    ],
    [
      'GeoRedundant without a pair',
      'italynorth',
      { backup: { enabled: true, redundancy: 'GeoRedundant' } },
      'backup.redundancy',
      'ZoneRedundant',
    ],
    [
      'ZoneRedundant without zones',
      'westus',
      { backup: { enabled: true, redundancy: 'ZoneRedundant' } },
      'backup.redundancy',
      'LocallyRedundant',
    ],
    [
      'a ZRS disk without zones',
      'westus',
      { virtualMachine: { osDisk: { type: 'Premium_ZRS' } } },
      'virtualMachine.osDisk.type',
      'Premium_LRS',
    ],
    ['Bastion in zones where it is refused', 'southeastasia', { bastion: { zones: 'all' } }, 'bastion.zones', 'none'],
  ])('%s is refused, with what to set instead', (_, region, spec, answer, instead) => {
    const own = { dev: spec };
    const [found, ...others] = findingsOf(at(region, {}, { ...own, ...copies(region) })).filter(
      (one) => one.code === 'region-lacks',
    );
    expect(others).toEqual([]);
    expect(found).toMatchObject({ severity: 'error', where: { answer: `environments.dev.${answer}` } });
    expect(found && prose(found).remedy).toMatch(
      new RegExp(`To fix it, run: avm set ${answer}=${instead.replace(/ or .*$/, '')}( --env dev)?$`),
    );
  });

  it.each<[string, string, object]>([
    ['GZRS', 'japanwest', { storageAccount: { enabled: true, redundancy: 'GZRS' } }],
    [
      'a ZRS data disk',
      'japanwest',
      { virtualMachine: { dataDisks: [{ name: 'data', lun: 0, sizeGb: 64, type: 'Premium_ZRS', caching: 'None' }] } },
    ],
    ['Bastion in zones', 'westus3', { bastion: { zones: 'all' } }],
  ])('%s is a warning where nobody knows', (_, region, spec) => {
    const found = findingsOf(at(region, spec)).filter((one) => one.code.startsWith('region-'));
    expect(found).toMatchObject([{ code: 'region-offer-unknown', severity: 'warning' }]);
    expect(found.map((one) => prose(one).remedy)).toEqual([
      expect.stringMatching(/^Check https:.* To be safe, run: avm set \S+=\w+( --env \w+)?$/),
    ]);
  });

  it('of Bastion is a choice: none, all, or as Azure is known to offer it', () => {
    const zonesIn = (zones: string): unknown =>
      planOf(at('westeurope', { bastion: { zones } })).resources.find((one) => one.symbol === 'bastion');
    expect(zonesIn('none')).toMatchObject({ params: { availabilityZones: [] } });
    for (const zones of ['auto', 'all'])
      expect(zonesIn(zones)).toMatchObject({ params: { availabilityZones: [1, 2, 3] } });
    expect(findingsOf(at('westeurope', { bastion: { zones: 'none' } }))).toMatchObject([
      { code: 'rule-broken', ids: ['RES-005'], where: { answer: 'spec.bastion.zones' } },
    ]);
    expect(findingsOf(at('japaneast', { bastion: { zones: 'none' } }))).toEqual([]);
  });
});

describe('a region that nobody knows', () => {
  const everything = {
    storageAccount: { enabled: true, redundancy: 'GZRS' },
    backup: { enabled: true, redundancy: 'ZoneRedundant' },
    bastion: { zones: 'all' },
    virtualMachine: { osDisk: { type: 'Premium_ZRS' } },
  };
  it.each([
    ['westeurop', 'region-unknown', 'Did you mean westeurope?'],
    ['mars', 'region-unknown', 'To list all regions, run: avm catalog regions'],
    ['usgovvirginia', 'region-sovereign', 'Choose a region of the Azure public cloud.'],
    ['China North 3', 'region-sovereign', 'Choose a region of the Azure public cloud.'],
  ])('%s draws one finding and no claim about itself', (region, code, remedy) => {
    const found = findingsOf({ spec: { ...everything, location: { region, zone: 2 } } });
    expect(found).toMatchObject([{ code, severity: 'error', where: { answer: 'spec.location.region' } }]);
    expect(found[0] && prose(found[0]).remedy).toContain(remedy);
  });

  it('is found inside the parameters of a rule', () => {
    const regions = ['West Europe', 'northeurop', 'usgovtexas'];
    const rules = { 'TST-001': { level: 'must', regions } };
    expect(findingsOf({ constitution: { rules } })).toMatchObject([
      {
        code: 'region-unknown',
        where: { answer: 'constitution.rules.TST-001.regions.1' },
        args: { nearest: 'northeurope' },
      },
      { code: 'region-sovereign', where: { answer: 'constitution.rules.TST-001.regions.2' } },
    ]);
    expect(findingsOf({ constitution: { rules: { 'TST-001': 'off' } } })).toEqual([]);
  });
});

describe('a region in another spelling', () => {
  const plain = at('westeurope');
  it.each(['West Europe', 'WestEurope', 'WESTEUROPE', 'west europe'])('%s gives the same files', (region) => {
    const [other, same] = [generated(at(region)), generated(plain)];
    expect(other.findings).toEqual([]);
    expect(other.files).toEqual(same.files);
  });

  it('is used for one environment too', () => {
    expect(valuesOf({ environments: { prod: { location: { region: 'North Europe' } } } }, 'location')).toBe(
      'northeurope',
    );
  });
});

describe('a size that the catalog lacks', () => {
  const size = 'Standard_D2s_v3';
  const allowed = (more: object = {}): object => ({
    constitution: {
      rules: { 'TST-002': { level: 'must', sizes: ['standard_d4s_v5', 'Standard_D2s_v5', 'Standard_B2s_v2'] } },
    },
    ...more,
  });
  const facts = {
    name: size,
    vCpus: 16,
    memoryGiB: 8,
    maxDataDisks: 1,
    generations: [1],
    diskControllers: ['SCSI'],
    acceleratedNetworking: true,
    premiumStorage: false,
    encryptionAtHost: false,
    trustedLaunch: false,
  };
  const dev = (machine: object): object => ({
    constitution: { rules: { 'TST-002': 'off' } },
    environments: { dev: { virtualMachine: { size, ...machine } } },
  });

  it('is a warning, and what depends on it is not evaluated', () => {
    const found = findingsOf(dev({}));
    expect(found).toMatchObject([
      { code: 'size-unknown', severity: 'warning', where: { answer: 'environments.dev.virtualMachine.size' } },
      {
        code: 'constitution/untold',
        severity: 'warning',
        ids: ['CST-001'],
        where: { answer: 'environments.dev.virtualMachine.size' },
      },
    ]);
    expect(found[0] && prose(found[0]).remedy).toMatch(
      /^Did you mean Standard_D2s_v5\? .*customSizes.*az vm list-skus/,
    );
    expect(generated(dev({})).files?.length).toBeGreaterThan(10);
  });

  it('is checked like any other once a person describes it', () => {
    const found = findingsOf(dev({ customSizes: [facts] }));
    expect(found.map((one) => one.code).toSorted()).toEqual(['image-size', 'rule-broken', 'size-lacks', 'size-lacks']);
    expect(found.find((one) => one.code === 'rule-broken')).toMatchObject({ ids: ['CST-001'] });
    const fine = {
      ...facts,
      vCpus: 2,
      generations: [1, 2],
      premiumStorage: true,
      encryptionAtHost: true,
      trustedLaunch: true,
    };
    expect(findingsOf(dev({ customSizes: [fine] }))).toEqual([]);
  });

  it('is described in docs/settings.md as the schema takes it', () => {
    const page = readFileSync(new URL('../../docs/settings.md', import.meta.url), 'utf8');
    const [, example = ''] = /```yaml\n(spec:\n {2}virtualMachine:\n[^`]*customSizes[^`]*)```/.exec(page) ?? [];
    const base = { version: 1, blueprint: 'windows-vm@1.0.0', workload: { name: 'legacyapp', description: 'Legacy' } };
    const text = JSON.stringify({ ...base, ...(parse(example) as object), environments: { dev: {} } });
    const parsed = parseAnswers(text);
    expect(parsed).toMatchObject({
      answers: { spec: { virtualMachine: { customSizes: [{ name: size, vCpus: 2 }] } } },
    });
  });

  it('is reported inside the parameters of a rule, and any case will do for one that is known', () => {
    const sizes = ['standard_d4s_v5', 'Standard_D2s_v5', 'Standard_B2s_v2', size];
    const found = findingsOf({ constitution: { rules: { 'TST-002': { level: 'must', sizes } } } });
    expect(found).toMatchObject([
      {
        code: 'size-unknown',
        severity: 'warning',
        where: { answer: 'constitution.rules.TST-002.sizes.3' },
        args: { nearest: 'Standard_D2s_v5' },
      },
    ]);
    expect(
      valuesOf(
        allowed({ environments: { prod: { virtualMachine: { size: 'STANDARD_D4S_V5' } } } }),
        'virtualMachineSize',
      ),
    ).toBe('Standard_D4s_v5');
  });
});
