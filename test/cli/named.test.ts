import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { avm, createAvm, folder } from './run.ts';

let cwd: string;
const text = (path: string): string => readFileSync(join(cwd, path), 'utf8');

beforeAll(async () => {
  const at = await folder();
  const made = await createAvm(
    { cwd: at.path },
    'demo',
    '--yes',
    '--no-check',
    '--no-git',
    '--blueprint',
    'data-store',
  );
  if (made.code !== 0) throw new Error(made.err);
  cwd = `${at.path}/demo`;
});

async function done(...argv: readonly string[]): Promise<void> {
  const { code, err } = await avm({ cwd }, ...argv);
  expect(`${code} ${err}`).toMatch(/^0 /);
}

describe('components by name', () => {
  it('are added, in one environment alone too, and removed again without a trace', async () => {
    const before = [text('avm.yaml'), text('main.bicep'), text('README.md')];
    await done('add', 'storage-account', 'reports', '--set', 'redundancy=ZRS');
    await done('add', 'key-vault', 'partner', '--env', 'prod');
    await done('add', 'module', 'cache/redis', 'sessions');
    await done('set', 'components.sessions.params.skuName=Standard', '--env', 'prod');
    expect(text('main.bicep')).toMatch(
      /^module partner 'br\/public:avm\/res\/key-vault\/vault:\S+' = if \(deployPartner\) \{$/m,
    );
    expect(text('main.bicep')).toMatch(/^module sessions 'br\/public:avm\/res\/cache\/redis:/m);
    expect(text('README.md')).toContain('### Storage account reports');
    for (const name of ['reports', 'partner', 'sessions']) await done('remove', name, '--confirm', name);
    expect([text('avm.yaml'), text('main.bicep'), text('README.md')]).toEqual(before);
  });

  it('are refused with the errors alone: warnings of what is not written would hide them', async () => {
    await done('add', 'module', 'cache/redis', 'sessions');
    const { code, err } = await avm({ cwd }, 'set', 'components.sessions.params.skuName=Gold');
    expect(err.split('\n')[0]).toMatch(/^avm\.yaml:\d+:\d+: error\[module-parameter\]: 'skuName' of /);
    expect(err).not.toContain('warning[');
    expect([code, err.trim().split('\n').at(-1)]).toEqual([1, 'Failed with 1 error. Nothing was written.']);
    await done('remove', 'sessions', '--confirm', 'sessions');
  });

  it('that exist already are removed without a confirmation, since nothing is deployed or deleted', async () => {
    const id =
      '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg-hub/providers/Microsoft.Web/serverfarms/asp';
    await done('add', 'existing', id, 'plan');
    const { code, err } = await avm({ cwd }, 'remove', 'plan');
    expect([code, err]).toEqual([0, expect.stringContaining("Removed from the template with 'plan': no resource")]);
    expect(err).not.toContain('stay in Azure');
  });

  it('have what may not change written down when they are added', async () => {
    const rangeOf = (): readonly string[] => text('avm.yaml').match(/range: [\d./]+/g) ?? [];
    await done('add', 'subnet', 'data', '--set', 'purpose=databases', '--set', 'size=28');
    const first = rangeOf();
    // One for each environment, as each has its own address space.
    expect(first).toHaveLength(3);
    await done('add', 'subnet', 'app', '--set', 'size=28');
    expect(rangeOf()).toEqual(expect.arrayContaining([...first]));
    expect(new Set(rangeOf()).size).toBe(first.length * 2);
    for (const name of ['data', 'app']) await done('remove', name, '--confirm', name);
    expect(text('avm.yaml')).not.toContain('range:');
  });

  it.each([
    [['add', 'subnet'], 'A subnet needs a name', 2],
    [['add', 'subnet', 'workload'], "The name 'workload' is reserved for a component", 1],
    [['add', 'virtual-machine', 'batch'], 'virtual-machine', 1],
    [['add', 'storage-account', 'Reports'], 'must be lowercase letters', 1],
    [['add', 'storage-account', 'key-vault'], "The name 'key-vault' is reserved for a component", 1],
    [['add', 'storage-acount', 'reports'], 'Did you mean storage-account?', 2],
    [['add', 'alerts', 'more'], 'takes no name', 2],
    [['add', 'module', 'cache/rediss', 'x1'], 'cache/redis', 2],
    [['add', 'module', 'cache/redis:9.9.9', 'x1'], '9.9.9', 2],
    [['add', 'module'], 'Specify a module', 2],
    [['add', 'existing'], 'Specify the ID of a resource', 2],
    [['add', 'module', 'cache/redis', 'x1', '--set', 'uses=[nobody]'], "There is no component 'nobody'.", 1],
    [
      ['add', 'module', 'network/nat-gateway', 'x1', '--set', 'availabilityZone=1', '--set', 'uses=[key-vault]'],
      "has no parameter 'managedIdentities'",
      1,
    ],
    [['add', 'existing', 'asp-shared', 'plan'], 'must be a resource ID', 1],
    [
      ['add', 'module', 'web/site', 'x1', '--set', 'kind=app', '--set', 'serverFarmResourceId={idOf: nobody}'],
      "There is no component 'nobody'",
      1,
    ],
    [['add', 'module', 'avm/res/resources/resource-group', 'x1'], 'is deployed to a subscription', 1],
    [['add', 'module', 'cache/redis', 'x1', '--set', 'skuName=Premum'], "'skuName' of 'avm/res/cache/redis", 1],
    [['add', 'module', 'cache/redis', 'x1', '--set', 'skuNam=Basic'], 'Did you mean skuName?', 1],
    [['add', 'module', 'web/site', 'x1'], "requires a value for 'kind'", 1],
    [['set', 'components.nobody.enabled=true', '--env', 'prod'], "components has no component 'nobody'", 1],
    [['remove', 'nobody'], "There is no component 'nobody'", 2],
    [['remove', 'nobody'], 'run: avm catalog components', 2],
    [['remove', 'alerts'], "'alerts' is a component of the blueprint", 2],
    [['remove', 'alerts'], 'To turn it off, run: avm set alerts.enabled=false', 2],
    [['remove', 'bastion'], "There is no component 'bastion'", 2],
    [['remove', 'virtual-network'], "There is no component 'virtual-network'", 2],
    [['remove', 'environment', 'dev'], "'dev' is the default environment", 2],
    [['remove', 'environment', 'nowhere'], "There is no environment 'nowhere'", 2],
  ])('avm %j says what is wrong, and writes nothing', async (argv, said, exit) => {
    const before = text('avm.yaml');
    const { code, out, err } = await avm({ cwd }, ...argv);
    expect(out + err).toContain(said);
    expect(code).toBe(exit);
    expect(text('avm.yaml')).toBe(before);
  });

  it('are not removed without their name said twice, nor while something names them', async () => {
    await done('add', 'storage-account', 'kept');
    await done('add', 'requirement', '--set', 'statement=Files MUST be kept.', '--set', 'satisfiedBy.components=kept');
    for (const argv of [
      ['remove', 'kept'],
      ['remove', 'kept', '--confirm', 'keep'],
    ]) {
      const { code, err } = await avm({ cwd }, ...argv);
      expect(code).toBe(2);
      expect(err).toContain("'kept' is used by requirements.functional.FR-101.satisfiedBy.components.0");
    }
  });
});
