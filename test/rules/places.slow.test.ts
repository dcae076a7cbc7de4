import { createFixture } from 'fs-fixture';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasZones } from '../../avm-catalog/azure/regions.ts';
import { isOffered } from '../../avm-catalog/azure/services.ts';
import { Estate } from '../../avm-catalog/constitution/estate.ts';
import { checkWorkspace, type CheckReport } from '../../src/checks/check.ts';
import { generate } from '../../src/files/generate.ts';
import { answersWith, catalog } from '../plan/support.ts';
import { bicepPath } from '../support/bicep.ts';
import { modulesFolder } from '../support/modules.ts';

const modules = modulesFolder();

/** Regions that differ in zones, in a pair, and in whether Bastion takes zones. */
const places = ['southeastasia', 'westus3', 'japaneast', 'italynorth', 'newzealandnorth', 'northcentralus'] as const;

/** One environment in each region, so that one template serves all. */
const environments = Object.fromEntries(
  places.map((region, index) => [
    `env${index}`,
    {
      location: { region: index % 2 === 0 ? region : region.toUpperCase(), zone: hasZones(region) ? 2 : null },
      network: { addressSpace: `10.20.${index * 4}.0/22` },
      natGateway: { enabled: true },
      backup: { enabled: true, redundancy: hasZones(region) ? 'ZoneRedundant' : 'GeoRedundant' },
      storageAccount: { enabled: true, redundancy: hasZones(region) ? 'ZRS' : 'GRS' },
    },
  ]),
);

const resilience = Object.fromEntries(
  ['RES-001', 'RES-002', 'RES-004', 'RES-005'].map((id) => [
    id,
    { level: 'must', environments: Object.keys(environments) },
  ]),
);

beforeAll(() => {
  process.env['BICEP_PATH'] = bicepPath();
});

describe.skipIf(modules === null)('what is predicted in regions that differ', () => {
  let report: CheckReport;

  beforeAll(async () => {
    const answers = {
      ...answersWith(),
      environments,
      defaultEnvironment: 'env0',
      constitution: { rules: { 'TST-001': { level: 'must', regions: places }, ...resilience } },
    } as ReturnType<typeof answersWith>;
    const { plan, spec, files, findings } = generate(answers, '', catalog);
    if (!plan || !files) throw new Error(JSON.stringify(findings));
    await using folder = await createFixture(Object.fromEntries(files.map(({ path, text }) => [path, text])));
    const root = folder.path.replace(/\/$/, '');
    const all = {
      root,
      spec,
      plan,
      catalog,
      environments: plan.environments,
      depth: 'snapshot',
      modules: modules ?? '',
    } as const;
    report = await checkWorkspace(all);
  });

  it('breaks no rule of regions or of resilience', () => {
    expect(report.findings.filter(({ ids }) => ids.some((id) => /^(RES|TST)-/.test(id)))).toEqual([]);
  });

  it.each(places.map((region, index) => [region, `env${index}`] as const))('%s', (region, environment) => {
    const snapshot = report.snapshots.find((one) => one.environment === environment);
    if (!snapshot) throw new Error(`no snapshot of ${environment}`);
    const estate = new Estate(snapshot.resources);
    const of = (type: string): readonly unknown[] => estate.ofType(type).map((one) => one['zones'] ?? []);
    const all = ['1', '2', '3'];
    expect(of('Microsoft.Network/bastionHosts')).toEqual([isOffered('zonalBastion', region) ? all : []]);
    expect(of('Microsoft.Network/publicIPAddresses')).toEqual([
      hasZones(region) ? all : [],
      hasZones(region) ? all : [],
    ]);
    expect(of('Microsoft.Compute/virtualMachines')).toEqual([hasZones(region) ? ['2'] : []]);
    expect(of('Microsoft.Network/natGateways')).toEqual([hasZones(region) ? ['2'] : []]);
    expect(
      new Set(estate.resources.map((one) => one.location).filter((one) => one !== undefined && one !== 'global')),
    ).toEqual(new Set([region]));
  });

  it('has no zones for Bastion where Azure is not known to offer them', () => {
    const zones = report.snapshots
      .slice(0, 3)
      .flatMap(({ resources }) =>
        new Estate(resources).ofType('Microsoft.Network/bastionHosts').map((one) => one['zones'] ?? []),
      );
    expect(zones).toEqual([[], [], []]);
  });
});
