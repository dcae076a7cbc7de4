import type { TypeNode } from '../../avm-catalog/modules/interface.ts';
import { modulePath, pins, type ModuleName } from '../../avm-catalog/modules/pins.ts';
import {
  because,
  call,
  each,
  item,
  operator,
  param,
  spread,
  symbol,
  text,
  variable,
  when,
} from '../../src/bicep/value.ts';
import type { ObjectValue, Value } from '../../src/bicep/value.ts';

/** What the compiler and the check must agree on: a module call and whether it is right. */
export interface Case {
  readonly name: string;
  readonly module: string;
  readonly version: string;
  readonly params: ObjectValue;
  /** `code path`, none when the compiler is silent. */
  readonly problems: readonly string[];
}

/** What the names in the cases stand for, in Bicep and as types. */
export const declarations: Readonly<Record<string, { readonly bicep: string; readonly type: TypeNode }>> = {
  word: { bicep: 'param word string', type: { type: 'string' } },
  word40: { bicep: '@maxLength(40)\nparam word40 string', type: { type: 'string', maxLength: 40 } },
  maybe: { bicep: 'param maybe string?', type: { type: 'string', nullable: true } },
  letters: { bicep: "param letters 'a' | 'b'", type: { type: 'string', allowedValues: ['a', 'b'] } },
  kinds: {
    bicep: "param kinds 'Storage' | 'StorageV2'",
    type: { type: 'string', allowedValues: ['Storage', 'StorageV2'] },
  },
  zone: { bicep: '@minValue(0)\n@maxValue(9)\nparam zone int', type: { type: 'int', minValue: 0, maxValue: 9 } },
  flag: { bicep: 'param flag bool', type: { type: 'bool' } },
  words: { bicep: 'param words string[]', type: { type: 'array', items: { type: 'string' } } },
  anyList: { bicep: 'param anyList array', type: { type: 'array' } },
  anyThing: { bicep: 'param anyThing object', type: { type: 'object' } },
  lock: {
    bicep: 'param lock { kind: string, note: string }',
    type: { type: 'object', properties: { kind: { type: 'string' }, note: { type: 'string' } } },
  },
  roles: {
    bicep: 'param roles { id: string, rank: int }[]',
    type: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' }, rank: { type: 'int' } } } },
  },
};

const pinned = (name: ModuleName): Pick<Case, 'module' | 'version'> => ({
  module: modulePath(name),
  version: pins[name],
});

const storage = (name: string, params: ObjectValue, ...problems: string[]): Case => ({
  name,
  ...pinned('storage/storage-account'),
  params: { name: 'st1', ...params },
  problems,
});
const catalog = (name: string, given: Value, ...problems: string[]): Case => ({
  name,
  module: 'avm/res/dev-center/devcenter/catalog',
  version: '0.1.0',
  params: { name: given, devcenterName: 'dc' },
  problems,
});
const role = { principalId: 'p', roleDefinitionIdOrName: 'Reader' };

export const cases: readonly Case[] = [
  storage('nothing but a name', {}),
  storage('null where there is a default', { kind: null }),
  storage('null for what is required', { name: null }, 'null-not-allowed name'),
  storage('no name', { name: undefined }, 'missing-parameter name'),
  storage('a parameter misspelt', { nme: 'x' }, 'unknown-parameter nme'),
  storage('a string for one of some values', { kind: param('word') }),
  storage('a literal that is not one of them', { kind: 'StorageV3' }, 'not-allowed kind'),
  storage('some that are not of them', { kind: param('letters') }, 'not-allowed kind'),
  storage('some of them', { kind: param('kinds') }),
  storage('a number for a string', { name: 1 }, 'wrong-type name'),
  storage(
    'a string for a bool',
    { enableHierarchicalNamespace: param('word') },
    'wrong-type enableHierarchicalNamespace',
  ),
  storage('a bool from a function', { enableHierarchicalNamespace: call('empty', param('word')) }),
  storage(
    'a string from a function for a bool',
    { enableHierarchicalNamespace: call('toLower', 'A') },
    'wrong-type enableHierarchicalNamespace',
  ),
  storage('a comparison', { enableHierarchicalNamespace: operator('==', param('word'), 'x') }),
  storage('a literal that is too long', { name: 'a'.repeat(30) }, 'wrong-length name'),
  storage('a text that is too long', { name: text`${'a'.repeat(30)}${param('word')}` }, 'wrong-length name'),
  storage('a string that may be too long', { name: param('word40') }, 'wrong-length name'),
  storage('a text of which no length is known', { name: text`st${param('word')}` }),
  storage('take that leaves too much', { name: call('take', param('word'), 30) }, 'wrong-length name'),
  storage('take that leaves enough', { name: call('take', text`st${param('word')}`, 24) }),
  storage('an array for an object', { lock: [] }, 'wrong-type lock'),
  storage('an object for an array', { roleAssignments: {} }, 'wrong-type roleAssignments'),
  storage('a property misspelt', { lock: { kind: 'None', nme: 'x' } }, 'unknown-property lock.nme'),
  storage('a property in the wrong case', { lock: { Kind: 'None' } }, 'unknown-property lock.Kind'),
  storage('a property of which the value is not known', { lock: { kind: param('word') } }),
  storage('an object with a property too many', { lock: param('lock') }, 'unknown-property lock.note'),
  storage('any object and any array', { lock: param('anyThing'), roleAssignments: param('anyList') }),
  storage('an array of something else', { roleAssignments: param('words') }, 'wrong-type roleAssignments[]'),
  storage(
    'an item without what it needs',
    { roleAssignments: [{ principalId: 'x' }] },
    'missing-property roleAssignments[0].roleDefinitionIdOrName',
  ),
  storage(
    'null inside an item',
    { roleAssignments: [{ ...role, principalId: null }] },
    'null-not-allowed roleAssignments[0].principalId',
  ),
  storage(
    'what may be null inside an item',
    { roleAssignments: [{ ...role, principalId: param('maybe') }] },
    'null-not-allowed roleAssignments[0].principalId',
  ),
  storage('a fallback for what may be null', {
    roleAssignments: [{ ...role, principalId: operator('??', param('maybe'), 'x') }],
  }),
  storage('a loop', { roleAssignments: each('one', param('words'), { ...role, principalId: item('one') }) }),
  storage(
    'a loop over objects',
    { roleAssignments: each('one', param('roles'), { ...role, principalId: item('one', 'rank') }) },
    'wrong-type roleAssignments[].principalId',
  ),
  storage(
    'a loop whose body misses something',
    { roleAssignments: each('one', param('words'), { principalId: item('one') }) },
    'missing-property roleAssignments[].roleDefinitionIdOrName',
  ),
  storage('a loop where a string goes', { name: each('one', param('words'), item('one')) }, 'wrong-type name'),
  storage('spread items', { roleAssignments: [role, spread(param('anyList'))] }),
  storage(
    'spread items that miss something',
    { roleAssignments: [spread([{ principalId: 'x' }])] },
    'missing-property roleAssignments[0][0].roleDefinitionIdOrName',
  ),
  storage('either of two right ones', { kind: when(param('flag'), 'StorageV2', null) }),
  storage('either of two, one wrong', { kind: when(param('flag'), 'StorageV2', 'Blob') }, 'not-allowed kind'),
  storage('a condition that is no bool', { kind: when(param('word'), 'StorageV2', 'Storage') }, 'wrong-type kind'),
  storage('an id', { roleAssignments: [{ ...role, principalId: call('resourceId', 'Microsoft.Compute/disks', 'x') }] }),
  storage('two lists in one', { roleAssignments: call('concat', [role], param('anyList')) }),
  storage('the length of something for a name', { name: call('length', param('words')) }, 'wrong-type name'),
  storage('a reason', { name: because({ ids: ['FR-001'] }, 'st1'), kind: because({ ids: [] }, 'StorageV2') }),
  {
    name: 'a zone there is',
    ...pinned('network/nat-gateway'),
    params: { name: 'x', availabilityZone: 1 },
    problems: [],
  },
  {
    name: 'a zone there is not',
    ...pinned('network/nat-gateway'),
    params: { name: 'x', availabilityZone: 7 },
    problems: ['not-allowed availabilityZone'],
  },
  {
    name: 'zones of which one is not',
    ...pinned('network/public-ip-address'),
    params: { name: 'x', availabilityZones: [1, 7] },
    problems: ['not-allowed availabilityZones[1]'],
  },
  {
    name: 'a list that is too short',
    ...pinned('network/load-balancer'),
    params: { name: 'x', frontendIPConfigurations: [] },
    problems: ['wrong-length frontendIPConfigurations'],
  },
  {
    name: 'a number out of range',
    ...pinned('operational-insights/workspace'),
    params: { name: 'log', dataRetention: 9999 },
    problems: ['out-of-range dataRetention'],
  },
  {
    name: 'a number that may be out of range',
    ...pinned('operational-insights/workspace'),
    params: { name: 'log', dataRetention: param('zone') },
    problems: [],
  },
  {
    name: 'a variant there is not',
    ...pinned('insights/data-collection-rule'),
    params: { name: 'dcr', dataCollectionRuleProperties: { kind: 'Windws' } },
    problems: ['not-allowed dataCollectionRuleProperties.kind'],
  },
  {
    name: 'a variant nobody can know',
    ...pinned('insights/data-collection-rule'),
    params: { name: 'dcr', dataCollectionRuleProperties: { kind: param('word') } },
    problems: ['undecided-variant dataCollectionRuleProperties.kind'],
  },
  {
    name: 'a variant without its properties',
    ...pinned('insights/data-collection-rule'),
    params: { name: 'dcr', dataCollectionRuleProperties: { kind: 'Windows', dataSources: {}, destinations: {} } },
    problems: ['missing-property dataCollectionRuleProperties.dataFlows'],
  },
  {
    name: 'a property of another variant',
    ...pinned('insights/data-collection-rule'),
    params: {
      name: 'dcr',
      dataCollectionRuleProperties: {
        kind: 'Windows',
        dataSources: {},
        destinations: {},
        dataFlows: [],
        agentSettings: {},
      },
    },
    problems: ['unknown-property dataCollectionRuleProperties.agentSettings'],
  },
  {
    name: 'the type of an output',
    ...pinned('network/private-endpoint'),
    params: { name: 'pep', subnetResourceId: symbol('other', 'id') },
    problems: [],
  },
  {
    name: 'the wrong type of a variable',
    ...pinned('network/private-endpoint'),
    params: { name: 'pep', subnetResourceId: variable('two') },
    problems: ['wrong-type subnetResourceId'],
  },
  catalog('a string that may be too short', param('word')),
  catalog('a text that may be too short', text`a${param('word')}`, 'wrong-length name'),
  catalog('two texts of no known length', text`${param('word')}${param('word')}`),
  catalog('take that leaves too little', call('take', param('word'), 9), 'wrong-length name'),
  catalog('take that leaves just enough', call('take', text`abc${param('word')}`, 9)),
  catalog('a text made long enough', text`a${call('uniqueString', param('word'))}`),
  catalog('a lower case text as long as it was', call('toLower', text`ab${param('word')}`), 'wrong-length name'),
];
