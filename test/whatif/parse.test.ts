import { describe, expect, it } from 'vitest';
import { mostLevels, parseWhatIf } from '../../src/whatif/parse.ts';
import { deployment, group, idOf, property, read, stack } from './results.ts';

const vault = idOf('Microsoft.KeyVault/vaults', 'kv');

describe('a result of a deployment', () => {
  const change = {
    resourceId: vault,
    changeType: 'Modify',
    before: { type: 'Microsoft.KeyVault/vaults', name: 'kv' },
    after: { type: 'Microsoft.KeyVault/vaults', name: 'kv' },
    delta: [
      property('properties.networkAcls', 'Modify', {
        children: [property('defaultAction', 'Modify', { before: 'Deny', after: 'Allow' })],
      }),
      property('properties.rules', 'Array', {
        children: [
          property('1', 'Modify', { children: [property('properties.port', 'Modify', { before: 1, after: 2 })] }),
        ],
      }),
    ],
  };

  it('has each changed property with its whole path', () => {
    const [one] = read(deployment([change])).changes;
    expect(one?.properties).toEqual([
      { path: 'properties.networkAcls.defaultAction', kind: 'modify', before: 'Deny', after: 'Allow' },
      { path: 'properties.rules[1].properties.port', kind: 'modify', before: 1, after: 2 },
    ]);
    expect(one).toMatchObject({ id: vault, type: 'Microsoft.KeyVault/vaults', kind: 'modify', certain: true });
  });

  it('is the same in the envelope of the REST API, where the result is in properties', () => {
    const { status, changes, diagnostics } = deployment([change]) as Record<string, unknown>;
    expect(read({ status, properties: { changes, diagnostics } })).toEqual(read(deployment([change])));
  });

  it.each(['Modify', 'modify', 'MODIFY'])('has the word %s in any casing', (changeType) => {
    expect(read(deployment([{ ...change, changeType }])).changes[0]?.kind).toBe('modify');
  });

  it('tells potential changes apart', () => {
    const potentialChanges = [{ resourceId: vault, changeType: 'Delete' }];
    expect(read(deployment([], { potentialChanges })).changes).toMatchObject([{ kind: 'delete', certain: false }]);
  });

  it('keeps a word that it doesn’t know', () => {
    expect(read(deployment([{ resourceId: vault, changeType: 'Rename' }])).changes).toMatchObject([
      { kind: 'unknown', said: 'Rename' },
    ]);
  });

  it('reads types from IDs, also of resource groups and of extensions of resources', () => {
    const assignment = `${vault}/providers/Microsoft.Authorization/roleAssignments/a`;
    const result = read(
      deployment([
        { resourceId: assignment, changeType: 'Delete' },
        { resourceId: group, changeType: 'NoChange' },
      ]),
    );
    expect(result.changes.map(({ type }) => type)).toEqual([
      'Microsoft.Authorization/roleAssignments',
      'Microsoft.Resources/resourceGroups',
    ]);
  });
});

describe('a result of a stack', () => {
  const one = {
    id: vault,
    type: 'Microsoft.KeyVault/vaults',
    changeType: 'modify',
    managementStatusChange: { before: 'notManaged', after: 'managed' },
    denyStatusChange: { before: 'none', after: 'denyDelete' },
    resourceConfigurationChanges: {
      before: { name: 'kv' },
      after: { name: 'kv' },
      delta: [{ path: 'properties.enablePurgeProtection', changeType: 'create', after: true }],
    },
  };

  it('has the changes of resources, with what the stack manages and denies', () => {
    expect(read(stack([one]))).toMatchObject({
      form: 'stack',
      status: 'succeeded',
      stack: { lastModified: '2026-08-30T08:00:00Z' },
      changes: [
        {
          id: vault,
          kind: 'modify',
          managed: { before: 'notManaged', after: 'managed' },
          denied: { before: 'none', after: 'denyDelete' },
          properties: [{ path: 'properties.enablePurgeProtection', kind: 'create', after: true }],
        },
      ],
    });
  });

  it('is the same without the envelope', () => {
    const { properties } = stack([one]) as { readonly properties: object };
    expect(read(properties)).toEqual(read(stack([one])));
  });

  it('has resources of extensions by type and identifiers', () => {
    const group1 = {
      type: 'Microsoft.Graph/groups@v1.0',
      extension: { name: 'MicrosoftGraph', version: '1.0.0' },
      identifiers: { uniqueName: 'admins', a: 1 },
      changeType: 'unsupported',
      unsupportedReason: 'not there yet',
    };
    expect(read(stack([group1])).changes).toMatchObject([
      {
        id: 'MicrosoftGraph Microsoft.Graph/groups@v1.0 {"a":1,"uniqueName":"admins"}',
        extension: 'MicrosoftGraph',
        kind: 'unsupported',
        unsupportedReason: 'not there yet',
      },
    ]);
  });

  it('has changes of deny settings and of the scope', () => {
    const changes = {
      denySettingsChange: { delta: [{ path: 'Mode', changeType: 'modify', before: 'none', after: 'denyDelete' }] },
      deploymentScopeChange: { before: group, after: `${group}2` },
    };
    expect(read(stack([], {}, changes))).toMatchObject({
      denySettings: [{ path: 'Mode', kind: 'modify' }],
      deploymentScope: { before: group, after: `${group}2` },
    });
  });
});

describe('what is no result', () => {
  const whole = JSON.stringify(deployment([{ resourceId: vault, changeType: 'Create', after: { name: 'kv' } }]));
  const unreadable = (text: string) => {
    const parsed = parseWhatIf(text);
    return 'unreadable' in parsed ? parsed.unreadable : undefined;
  };

  it('is cut off wherever it ends', () => {
    for (let end = 1; end < whole.length; end += 1)
      expect(unreadable(whole.slice(0, end)), whole.slice(0, end)).toEqual({ why: 'cut-off' });
  });

  it.each([
    ['', { why: 'empty' }],
    [' \n', { why: 'empty' }],
    ['Note: The result may contain false positive predictions (noise).\nYou can', { why: 'printed' }],
    ['Resource and property changes are indicated with these symbols:', { why: 'printed' }],
    ['hello', { why: 'not-json', at: 0 }],
    ['{"changes": [}', { why: 'not-json' }],
    [`{"changes": [${' '.repeat(200)}}]}`, { why: 'not-json' }],
    ['[]', { why: 'shape', at: '' }],
    ['{}', { why: 'shape', at: 'changes' }],
    ['{"changes": null}', { why: 'shape', at: 'changes' }],
    ['{"changes": [{"changeType": 1}]}', { why: 'shape', at: 'changes.0.changeType' }],
    [
      '{"changes": [{"changeType": "Modify", "delta": [{"path": "a", "children": [1]}]}]}',
      { why: 'shape', at: 'changes.0.delta.0.children.0' },
    ],
    [
      '{"properties": {"changes": {"resourceChanges": [{}]}}}',
      { why: 'shape', at: 'changes.resourceChanges.0.changeType' },
    ],
    ['{"status": "Failed", "error": {"code": "A", "message": "b"}}', { why: 'azure-error', code: 'A', message: 'b' }],
    [
      'ERROR: (InvalidTemplate) Deployment failed.',
      { why: 'azure-error', code: 'InvalidTemplate', message: 'Deployment failed.' },
    ],
    ['ERROR: Please run az login.', { why: 'azure-error', code: '', message: 'Please run az login.' }],
    ['(AuthorizationFailed) The client', { why: 'azure-error', code: 'AuthorizationFailed', message: 'The client' }],
  ])('%j is told apart', (text, why) => {
    expect(unreadable(text)).toMatchObject(why);
  });

  it('is nested too deep', () => {
    const deep = `{"changes": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(unreadable(deep)).toEqual({ why: 'too-deep', most: mostLevels });
  });
});
