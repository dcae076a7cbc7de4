import { describe, expect, it } from 'vitest';
import type { BicepFile } from '../../avm-catalog/modules/bicep-file.ts';
import type { ParameterNode, TypeNode } from '../../avm-catalog/modules/interface.ts';
import { generate, type Generated } from '../../src/files/generate.ts';
import { answersWith, catalog } from './support.ts';

interface Read extends Partial<Pick<BicepFile, 'modules' | 'resources' | 'sources'>> {
  readonly parameters?: Readonly<Record<string, ParameterNode>>;
  readonly outputs?: Readonly<Record<string, TypeNode>>;
}

const path = 'modules/own.bicep';

function fileOf({ parameters = {}, outputs = {}, modules = [], resources = [], sources = {} }: Read): BicepFile {
  const iface = { module: path, version: '', types: {}, parameters, outputs };
  return { path, sources: { [path]: 'a'.repeat(64), ...sources }, modules, resources, interface: iface };
}

/** A workspace with a component that is made by a file of which that was read. */
function generated(read: Read | undefined, own: object = {}, more: object = {}): Generated {
  const answers = answersWith({
    components: { own: { type: 'bicep-file', file: path, reason: 'there is none', ...own } },
    spec: { lock: 'CanNotDelete' },
    ...more,
  });
  const file = read && fileOf(read);
  return generate(answers, 'version: 1\n', { ...catalog, file: (one) => (one === path ? file : undefined) });
}

function main(read: Read, own: object = {}, more: object = {}): string {
  const { files, findings } = generated(read, own, more);
  const found = files?.find((one) => one.path === 'main.bicep')?.text;
  if (found === undefined) throw new Error(JSON.stringify(findings));
  return found.slice(found.indexOf('module own '));
}

const errors = ({ findings }: Generated): readonly string[] =>
  findings.filter(({ severity }) => severity === 'error').map(({ code, where }) => `${code} ${where.answer}`);
const string: ParameterNode = { type: 'string' };

describe('a Bicep file as a component', () => {
  it('is given what it takes by name and type, and nothing else', () => {
    const lock: ParameterNode = {
      type: 'object',
      nullable: true,
      properties: { kind: { type: 'string', nullable: true } },
    };
    const taken = main({
      parameters: {
        location: string,
        tags: { type: 'object', hasDefault: true },
        lock,
        disableLocalAuth: { type: 'bool', hasDefault: true },
        diagnosticSettings: { type: 'array', nullable: true },
      },
    });
    for (const line of [
      'location: location',
      'tags: tags',
      'lock: lock',
      'disableLocalAuth: true',
      'diagnosticSettings:',
    ])
      expect(taken.split('\n}')[0]).toContain(line);
    const others = main({
      parameters: {
        location: { type: 'int', hasDefault: true },
        tags: { type: 'array', hasDefault: true },
        lock: { type: 'object', hasDefault: true, properties: { level: string } },
        disableLocalAuth: { ...string, hasDefault: true },
      },
    });
    expect(others).toMatch(/^module own 'modules\/own\.bicep' = \{\n/);
    for (const name of ['location', 'tags', 'lock', 'disableLocalAuth'])
      expect(others.split('\n}')[0]).not.toContain(`${name}:`);
  });

  it('is given a name by the convention of the one type that it is about, and is asked for one otherwise', () => {
    const vault = { type: 'Microsoft.KeyVault/vaults', file: path, exception: '' };
    const identity = { module: 'avm/res/managed-identity/user-assigned-identity', version: '0.6.0' };
    const parameters = { name: string };
    expect(main({ parameters, resources: [vault] })).toContain('name: names.own');
    expect(main({ parameters, modules: [identity] })).toContain('name: names.own');
    expect(
      main({ parameters: { name: { ...string, hasDefault: true } }, resources: [vault] }).split('\n}')[0],
    ).not.toContain('name:');
    expect(errors(generated({ parameters, resources: [vault], modules: [identity] }))).toEqual([
      'module-parameter components.own',
    ]);
    expect(errors(generated({ parameters }))).toEqual(['module-parameter components.own']);
  });

  it('takes what a person gives before what is wired, IDs of components among it', () => {
    const parameters = { location: string, workspaceResourceId: string };
    const text = main(
      { parameters },
      { params: { location: 'global', workspaceResourceId: { idOf: 'log-analytics' } } },
    );
    expect(text).toContain("location: 'global'");
    expect(text).toContain('workspaceResourceId: ids.logAnalytics');
  });

  it('has its outputs where it is deployed', () => {
    const outputs = { endpoint: { type: 'string' } } as const;
    expect(main({ outputs }, { outputs: ['endpoint'] })).toContain('output ownEndpoint string = own.outputs.endpoint');
    const some = main(
      { outputs },
      { outputs: ['endpoint'], enabled: false },
      { environments: { prod: { components: { own: { enabled: true } } } } },
    );
    expect(some).toContain("output ownEndpoint string = deployOwn ? own!.outputs.endpoint : ''");
  });

  it.each<readonly [what: string, read: Read | undefined, own: object, more: object, finding: string]>([
    ['was not read', undefined, {}, {}, 'bicep-file-unread components.own.file'],
    ['lacks an output', {}, { outputs: ['x'] }, {}, 'bicep-file-output components.own.outputs.0'],
    [
      'has a secure output',
      { outputs: { x: { type: 'string', secure: true } } },
      { outputs: ['x'] },
      {},
      'bicep-file-output components.own.outputs.0',
    ],
    [
      'differs in an environment',
      {},
      {},
      { environments: { prod: { components: { own: { file: 'modules/b.bicep' } } } } },
      'bicep-file-differs environments.prod.components.own',
    ],
    [
      'refers to what has no ID',
      { parameters: { id: string } },
      { params: { id: { idOf: 'own' } } },
      {},
      'module-reference components.own.params.id.idOf',
    ],
    [
      'uses a generated file',
      { sources: { 'README.md': 'b'.repeat(64) } },
      {},
      {},
      'bicep-file-generated components.own.file',
    ],
    [
      'declares a resource for no reason',
      { resources: [{ type: 'A.B/c', file: path, exception: '' }] },
      { reason: '' },
      {},
      'rule-broken components.own.reason',
    ],
    [
      'is given a wrong type',
      { parameters: { days: { type: 'int' } } },
      { params: { days: 'x' } },
      {},
      'module-parameter components.own.params.days',
    ],
  ])('that %s is one finding at the answer', (_, read, own, more, finding) => {
    expect(errors(generated(read, own, more))).toEqual([finding]);
  });

  it('may declare a resource for the reason that it says itself', () => {
    const resources = [{ type: 'A.B/c', file: path, exception: 'there is no module' }];
    expect(errors(generated({ resources }, { reason: '' }))).toEqual([]);
  });

  it('leaves no trace where it is off everywhere, and need not be read then', () => {
    const { files = [] } = generated(undefined, { enabled: false });
    expect(files.map((one) => one.path)).not.toContain('.avm/bicep.json');
    expect(files.find((one) => one.path === 'main.bicep')?.text).not.toContain('own.bicep');
  });
});
