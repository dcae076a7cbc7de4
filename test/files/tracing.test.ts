import { describe, expect, it } from 'vitest';
import { explainer } from '../../src/files/tracing/explain.ts';
import type { Traced } from '../../src/files/tracing/explanation.ts';
import { parametersUsed } from '../../src/files/tracing/parameters.ts';
import { accountOf } from '../../src/files/tracing/account.ts';
import { environmentsIn } from '../../src/files/tracing/deployed.ts';
import { knownIds, meaningOf } from '../../src/files/tracing/meaning.ts';
import { sectionOf } from '../../src/answers/requirements.ts';
import { readDeclarations } from '../../src/bicep/declarations.ts';
import { because, operator, param } from '../../src/bicep/value.ts';
import type { PlanResource } from '../../src/plan/plan.ts';
import { cases, readCase } from '../cases/cases.ts';
import { structure } from './markdown.ts';

function traced(name: string): Traced {
  const { spec, plan, files } = readCase(name).generated;
  if (!plan || !files) throw new Error(`${name} has no files`);
  return { spec, plan, files };
}

const isOwn = (id: string): boolean => sectionOf(id) !== undefined;
const ends = (text: string): number => text.split('\n').length - 1;

describe.each(cases)('%s', (name) => {
  const workspace = traced(name);
  const { spec, plan, files } = workspace;
  const explain = explainer(workspace);
  const text = (path: string): string => files.find((file) => file.path === path)?.text ?? '';
  const declared = (path: string) => readDeclarations(text(path).split('\n'));

  it('every line of every file says what it is for, and what it comes from', () => {
    for (const file of files) {
      let next = 1;
      for (const one of explain(file, 1, ends(file.text))) {
        const at = `${file.path}:${one.from}`;
        expect(one.from, at).toBe(next);
        next = one.to + 1;
        expect(one.because.length, at).toBeGreaterThan(0);
        for (const { id, statement } of one.because) expect(statement, at).toMatch(isOwn(id) ? /\S/ : /\w.*\.$/);
        for (const { path, line, value, values } of one.answers)
          expect(line !== null || value !== null || values.length > 0, `${at} ${path}`).toBe(true);
        expect(one.answers.length, at).toBeGreaterThan(0);
      }
      expect(next, file.path).toBe(ends(file.text) + 1);
    }
  });

  it('finds each declaration of the plan once, in its order', () => {
    const found = declared('main.bicep').map(({ kind, name: of }) => `${kind} ${of}`);
    const kinds = (one: PlanResource): string => (one.kind === 'module' || one.kind === 'file' ? 'module' : 'resource');
    const variablesOf = (symbol: string | undefined) =>
      plan.variables.flatMap(({ name: of, of: module }) => (module === symbol ? [`var ${of}`] : []));
    expect(found).toEqual([
      ...plan.parameters.map((one) => `param ${one.name}`),
      ...variablesOf(undefined),
      ...plan.resources.flatMap((one) => [...variablesOf(one.symbol), `${kinds(one)} ${one.symbol}`]),
      ...plan.outputs.map((one) => `output ${one.name}`),
    ]);
    expect(declared('main.bicepparam').map((one) => one.name)).toEqual(plan.parameters.map((one) => one.name));
  });

  it('finds the answers of every parameter on its lines', () => {
    const bicep = files.find((file) => file.path === 'main.bicep');
    for (const parameter of plan.parameters) {
      const at = declared('main.bicep').find((one) => one.name === parameter.name);
      const paths = bicep && at ? explain(bicep, at.to).flatMap((one) => one.answers.map(({ path }) => path)) : [];
      expect(paths, parameter.name).toEqual(expect.arrayContaining([...(parameter.reason.answers ?? [])]));
    }
  });

  it('places values where they are in avm.yaml', () => {
    const lines = text('avm.yaml').split('\n');
    for (const file of files.filter((one) => one.path.endsWith('.bicep')))
      for (const { answers } of explain(file, 1, ends(file.text)))
        for (const { path, values } of answers)
          for (const { line, origin } of values) {
            expect(origin === 'default', path).toBe(line === null);
            expect(line === null ? path : lines[line - 1], path).toContain(path.split('.').at(-1));
          }
  });

  it('knows of a rule that is off that nothing exists for it', () => {
    for (const { definition } of spec.rules.filter((one) => one.level === 'off')) {
      const account = accountOf(({ ids }) => ids.includes(definition.id), plan, []);
      expect([account.resources, account.parameters], definition.id).toEqual([[], []]);
    }
  });

  it('has a matrix that names every resource, every parameter and every rule that is on', () => {
    const matrix = text('docs/traceability.md');
    expect(structure(matrix).filter((line) => line.startsWith('unexpected'))).toEqual([]);
    expect(matrix).not.toMatch(/undefined|\[object|NaN| $/m);
    for (const { symbol } of plan.resources) expect(matrix).toContain(`\n| \`${symbol}\` |`);
    for (const one of plan.parameters) expect(matrix).toContain(`\n| \`${one.name}\` |`);
    for (const { definition, level } of spec.rules) {
      const row = `\n| ${definition.id} | ${level.toUpperCase()} | `;
      expect(matrix.includes(row), definition.id).toBe(level !== 'off');
    }
    for (const [id] of matrix.matchAll(/\b[A-Z]{2,3}-\d{3}\b/g)) expect(meaningOf(id, spec), id).toBeDefined();
  });

  it('has as many cells in each row as in the head of its table', () => {
    const lines = structure(text('docs/traceability.md'));
    const isRow = (line: string | undefined): boolean => line?.startsWith('row of') ?? false;
    expect(lines.filter((line, at) => isRow(line) && isRow(lines[at - 1]) && line !== lines[at - 1])).toEqual([]);
  });
});

describe('parametersUsed', () => {
  const { plan } = traced('defaults');
  it.each([
    ['vmSize: virtualMachineSize', ['virtualMachineSize']],
    ['location: 1', []],
    ['location: location', ['location']],
    ["name: 'location osDisk'", []],
    ["name: 'a${location}b${osDisk.sizeGb}location'", ['location', 'osDisk']],
    ["name: 'it\\'s ${location} \\${osDisk}'", ['location']],
    ["name: 'a${[{ x: 'osDisk' }, location]}osDisk'", ['location']],
    ['x: vm.location // location', []],
    ['x: regions[location]', ['location']],
    ['tags: tags', ['environmentName', 'tagValues']],
    ['name: names.logAnalytics', ['location', 'environmentName']],
  ])('of %s', (line, expected) => {
    expect(new Set(parametersUsed([line], plan, 'main.bicep'))).toEqual(new Set(expected));
  });

  it('of the parameters of an imported function', () => {
    const all = traced('second-machine').plan;
    const used = (path: string) =>
      parametersUsed(['map(loadBalancerPorts, port => port)', 'source: subnetPrefixesWorkload'], all, path);
    expect(used('network-security-rules.bicep')).toEqual(['loadBalancerPorts', 'subnetPrefixes']);
    expect(used('main.bicep')).toEqual(['loadBalancerPorts']);
  });
});

describe('environmentsIn', () => {
  const { plan } = traced('differing-environments');
  it.each([
    ['natGateway', ['test', 'prod']],
    ['loadBalancer', ['test']],
    ['diskEncryptionSet', ['prod']],
    ['virtualMachine', ['dev', 'test', 'prod']],
  ])('of %s', (symbol, expected) => {
    const resource = plan.resources.find((one) => one.symbol === symbol);
    expect(resource && environmentsIn(plan)(resource)).toEqual(expected);
  });

  const yes = param('deployNatGateway');
  const no = operator('!', yes);
  const azure = param('nowhere');
  it.each([
    [operator('&&', yes, param('deployInternalLoadBalancer')), ['test']],
    [operator('||', no, param('deployInternalLoadBalancer')), ['dev', 'test']],
    [operator('==', param('environmentName'), 'dev'), ['dev']],
    [operator('!=', param('environmentName'), 'dev'), ['test', 'prod']],
    [because({ ids: [] }, no), ['dev']],
    [operator('&&', azure, yes), ['test', 'prod']],
    [azure, ['dev', 'test', 'prod']],
  ])('with the condition %j', (condition, expected) => {
    const [resource] = plan.resources;
    expect(resource && environmentsIn(plan)({ ...resource, condition })).toEqual(expected);
  });

  it('leaves out a loop over nothing', () => {
    const resource = plan.resources.find((one) => one.symbol === 'virtualMachine');
    const loop = { item: 'one', in: param('loadBalancerPorts') };
    const none = {
      ...plan,
      parameters: plan.parameters.map((one) => ({ ...one, values: { ...one.values, dev: [] } })),
    };
    expect(resource && environmentsIn(none)({ ...resource, loop })).not.toContain('dev');
  });
});

describe('lines of avm.yaml', () => {
  const workspace = traced('defaults');
  const file = workspace.files.find((one) => one.path === 'avm.yaml');
  const at = (line: string) => {
    const lines = file?.text.split('\n') ?? [];
    const found = file ? explainer(workspace)(file, lines.indexOf(line) + 1) : [];
    return found.map(({ answers, shapes, because }) => ({
      path: answers[0]?.path,
      parameters: shapes?.parameters,
      components: shapes?.components,
      ids: because.map(({ id }) => id),
    }))[0];
  };
  it.each([
    ['    sku: Standard', 'spec.bastion.sku', [], ['bastion'], ['FR-004', 'SEC-004']],
    ['    retentionDays: 90', 'spec.logAnalytics.retentionDays', ['logRetentionDays'], ['log-analytics'], ['OPS-004']],
    ['    lock: CanNotDelete', 'spec.lock', ['lockKind'], [], ['FR-016']],
    ['  owner: platform-team', 'tags.owner', ['tagValues'], [], ['TAG-001']],
    ['    SEC-010: must # Encryption at host', 'constitution.rules.SEC-010', [], ['virtual-machine'], ['SEC-010']],
    ['blueprint: windows-vm@1.0.0', 'blueprint', [], [], ['FR-017']],
    ['# The environment of main.bicepparam', '/', [], [], ['FR-017']],
  ])('%s', (line, path, parameters, parts, ids) => {
    expect(at(line)).toEqual({ path, parameters, components: parts, ids });
  });
});

it('means something by every id there is', () => {
  const { spec } = traced('defaults');
  for (const id of knownIds(spec)) expect(meaningOf(id, spec)?.id).toBe(id);
  expect(meaningOf('SEC-999', spec)).toBeUndefined();
  expect(meaningOf('toString', spec)).toBeUndefined();
});
