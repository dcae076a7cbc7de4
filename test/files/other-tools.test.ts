import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fileOf, findingsOf, generated } from '../plan/support.ts';

const tools = { azd: { enabled: true }, templateSpec: { enabled: true } };

/** What the schema of azure.yaml (Azure/azure-dev, schemas/v1.0) says of the parts that are used. */
interface Hook {
  readonly run?: string;
  readonly shell?: string;
  readonly posix?: Hook;
  readonly windows?: Hook;
}
const hookKeys = new Set('shell kind dir run continueOnError interactive windows posix secrets config'.split(' '));
const hookNames = new Set(
  'provision infracreate infradelete down up package publish deploy restore'
    .split(' ')
    .flatMap((name) => [`pre${name}`, `post${name}`]),
);

function faultsOf(hook: Hook): readonly string[] {
  const { posix, windows, ...own } = hook;
  const unknown = Object.keys(hook).filter((key) => !hookKeys.has(key));
  const both = posix && windows ? Object.keys(own) : [];
  const alone = Object.keys(own).length > 0 && own.run === undefined ? ['run is missing'] : [];
  const shell = own.shell === undefined || own.shell === 'sh' || own.shell === 'pwsh' ? [] : [own.shell];
  return [...unknown, ...both, ...alone, ...shell, ...[posix, windows].flatMap((one) => (one ? faultsOf(one) : []))];
}

describe('azure.yaml', () => {
  const text = fileOf('azure.yaml', { spec: tools });
  const read = parse(text) as { name: string; infra: Record<string, string>; hooks: Record<string, Hook> };

  it('has what the schema requires', () => {
    expect(read.name).toMatch(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/);
    expect(Object.keys(read)).toEqual(['name', 'metadata', 'infra', 'hooks']);
    expect(read.infra).toEqual({ provider: 'bicep', path: '.', module: 'main' });
    expect(Object.keys(read.hooks).filter((name) => !hookNames.has(name))).toEqual([]);
    expect(Object.values(read.hooks).flatMap(faultsOf)).toEqual([]);
  });

  it('names hooks that are generated', () => {
    const paths = new Set(generated({ spec: tools }).files?.map(({ path }) => path));
    const runs = Object.values(read.hooks).flatMap(({ posix, windows }) => [posix?.run ?? '', windows?.run ?? '']);
    expect(runs).toHaveLength(4);
    expect(runs.map((run) => run.replace('bash ', '')).filter((path) => !paths.has(path))).toEqual([]);
  });

  it('has its copies and environments ignored by Git, and only then', () => {
    expect(fileOf('.gitignore', { spec: tools })).toContain('\n/main.bicepparam\n/.azure/\n');
    expect(fileOf('.gitignore')).not.toContain('bicepparam');
  });
});

describe('without the deployment scripts', () => {
  const needs = (spec: object): readonly string[] =>
    findingsOf({ spec }).flatMap(({ code, args }) => (code === 'answer-needs' ? [JSON.stringify(args)] : []));

  it.each(['azd', 'templateSpec'])('%s is refused', (tool) => {
    const spec = { [tool]: { enabled: true } };
    expect(needs(spec)).toEqual([]);
    expect(needs({ ...spec, deploymentScripts: { enabled: false } }).join()).toContain(
      'deploymentScripts.enabled=true',
    );
  });

  it('azd is refused where the scripts make a stack', () => {
    const spec = { azd: { enabled: true }, deploymentScripts: { method: 'stack' } };
    expect(needs(spec).join()).toContain('deploymentScripts.method=deployment');
  });

  it('none of their files is there by default', () => {
    const paths = generated().files?.map(({ path }) => path) ?? [];
    expect(paths.filter((path) => /azure\.yaml|azd|template-spec/.test(path))).toEqual([]);
  });
});
