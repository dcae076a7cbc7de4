import { describe, expect, it } from 'vitest';
import { createAvm, folder, type Ran } from './run.ts';

const dryRun = ['demo', '--yes', '--dry-run'];

async function created(...argv: string[]): Promise<Ran> {
  const at = await folder();
  return createAvm({ cwd: at.path }, ...dryRun, ...argv);
}

const set = (...settings: string[]): string[] => settings.flatMap((one) => ['--set', one]);

/** The settings of a remedy, as a shell reads them. */
function settingsIn(text: string): string[] {
  return [...text.matchAll(/--set (?:'([^']*)'|(\S+))/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

describe('what is refused before there is a workspace', () => {
  it.each([
    ['location=westeurop', ['location.region=westeurope'], 'Its keys are region and zone. If you mean its region, add'],
    [
      'network=hub',
      ['network.topology=hub'],
      'Its keys are topology, addressSpace, additionalAddressSpaces, subnets, dnsServers, encryption, and hub.',
    ],
    ['virtualMachine=5', ['virtualMachine.size=Standard_D2s_v5'], 'osDisk, dataDisks, autoShutdown, and 9 more.'],
    ['tags=5', ['tags.owner=payroll-team'], "'tags' must be a map, and is 5."],
    ['workload=payroll', ['workload.name=payroll'], 'To set one of them, add: --set workload.name=payroll'],
    ['environments=dev', ['environments.qa={}'], 'To set a key of it, add'],
    ['environments.dev=x', ['environments.dev.location.region=northeurope'], "'environments.dev' must be a map"],
    [
      'environments.dev.location=northeurop',
      ['environments.dev.location.region=northeurope'],
      'If you mean its region',
    ],
    ['constitution.rules=x', ['constitution.rules.SEC-001=should'], "'constitution.rules' must be a map"],
    ['spec=1', ['spec.location.region=northeurope'], "'spec' must be a map, and is 1."],
    [
      'virtualMachine.size=Standard_D4s_v5',
      ['dev', 'test', 'prod'].map((one) => `environments.${one}.virtualMachine.size=Standard_D4s_v5`),
      "Every environment overrides 'virtualMachine.size'",
    ],
  ])('has a remedy that can be added to the command: %s', async (wrong, expected, said) => {
    const { code, err } = await created(...set(wrong));
    expect(code).toBe(1);
    expect(err).toContain(said);
    expect(settingsIn(err)).toEqual(expected);
    const { err: next } = await created(...set(...expected));
    expect(next).not.toMatch(/answer-map|path-unknown/);
  });

  it('names no command that needs a workspace, and no line of a file that was not written', async () => {
    const { code, err } = await created(...set('network.topology=hub', 'location.region=nowhere'));
    expect(code).toBe(1);
    expect(err).toContain('To set it, add: --set network.hub.virtualNetworkId=VALUE');
    expect(err).not.toContain('avm set');
    expect(err).not.toContain('avm.yaml');
  });

  it('has the same remedy in JSON', async () => {
    const { out } = await created('--json', ...set('network.topology=hub'));
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      findings: expect.arrayContaining([
        expect.objectContaining({ remedy: 'To set it, add: --set network.hub.bastionSubnet=VALUE' }),
      ]) as unknown,
    });
  });

  it('names the file of the user and its line, and what to write there', async () => {
    const at = await folder({ 'mine.yaml': 'spec:\n  location: westeurop\n  network: {topology: hub}\n' });
    const { err } = await createAvm({ cwd: at.path }, ...dryRun, '--answers', 'mine.yaml');
    expect(err).toContain("mine.yaml:2:13: error[answer-map]: 'location' must be a map, and is 'westeurop'.");
    expect(err).toContain('If you mean its region, write: location: {region: westeurope}');
    expect(err).not.toContain('avm.yaml');
  });
});
