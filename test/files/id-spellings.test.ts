import { describe, expect, it } from 'vitest';
import { roleName } from '../../avm-catalog/azure/roles.ts';
import { readDeclarations, type Declaration } from '../../src/bicep/declarations.ts';
import { cases, filesOf } from '../cases/cases.ts';

const codeOf = ({ code }: Declaration): string => code.map(({ text }) => text).join('\n');
const guid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;
/** IDs of built-in roles: any other GUID is a person's. */
const rolesIn = (text: string): readonly string[] =>
  [...text.matchAll(guid)].map(([id]) => id).filter((id) => roleName(id) !== undefined);

/** Calls of `resourceId`, without their line breaks. */
function callsIn(text: string): readonly string[] {
  return [...text.matchAll(/\bresourceId\(([^()]*(?:\([^()]*\)[^()]*)*)\)/g)].map(([, args = '']) =>
    args.replaceAll(/\s+/g, ' ').trim(),
  );
}

/** IDs that are said in two ways: a call or a GUID that is repeated, and what `ids` has, read from a symbol or computed anew. */
function spelledTwice(text: string): readonly string[] {
  const declarations = readDeclarations(text.split('\n'));
  const table = declarations.find(({ kind, name }) => kind === 'var' && name === 'ids');
  const others = declarations.filter((one) => one !== table).map(codeOf);
  const known = new Set(callsIn(table ? codeOf(table) : '').map((args) => args.split(', ').at(-1)));
  const all = [...callsIn(declarations.map(codeOf).join('\n')), ...rolesIn(text)];
  const repeated = all.filter((one, index) => all.indexOf(one) !== index);
  const anew = others.flatMap(callsIn).filter((args) => args.includes('names.'));
  const built = others.flatMap((one) => one.match(/\$\{[^}]*\}\/providers\/[\w.]+/g) ?? []);
  const read = declarations
    .filter(
      (one) =>
        (one.kind === 'module' || one.kind === 'resource') &&
        known.has(/\bname: (names\.\w+)$/m.exec(codeOf(one))?.[1]),
    )
    .flatMap(({ name }) =>
      others.flatMap(
        (one) => one.match(new RegExp(String.raw`\b${name}(?:\[\w+\])?!?(?:\.outputs\.resourceId|\.id)\b`, 'g')) ?? [],
      ),
    );
  return [...repeated, ...anew, ...built, ...read];
}

describe.each(cases)('%s', (name) => {
  it.each(filesOf(name).filter(([path]) => path === 'main.bicep'))('says each ID in one way in %s', (_, text) => {
    expect(spelledTwice(text)).toEqual([]);
  });

  it.each(filesOf(name).filter(([path]) => path === 'main.bicep'))(
    'has the IDs of roles in one variable of %s',
    (_, text) => {
      const elsewhere = readDeclarations(text.split('\n')).filter(
        (one) => one.name !== 'roleIds' && rolesIn(codeOf(one)).length > 0,
      );
      expect(elsewhere.map((one) => one.name)).toEqual([]);
    },
  );
});

const template = `
var ids = {
  vault: resourceId('Microsoft.KeyVault/vaults', names.vault)
}
module vault 'br/public:avm/res/key-vault/vault:0.14.0' = {
  params: {
    name: names.vault
  }
}
`;

it.each([
  ['a call that is repeated', "output vaultId string = resourceId('Microsoft.KeyVault/vaults', names.vault)"],
  ['a call over two lines', "output vaultId string = resourceId(\n  'Microsoft.KeyVault/vaults',\n  names.vault\n)"],
  ['an output of the module', 'output vaultId string = vault.outputs.resourceId'],
  ['an output of a module under a condition', 'output vaultId string = vault!.outputs.resourceId'],
  [
    'an ID that is put together',
    "output vaultId string = '${resourceGroup().id}/providers/Microsoft.KeyVault/vaults/a'",
  ],
  [
    'the ID of a role that is repeated',
    "var a = '4633458b-17de-408a-b874-0445c86b69e6'\nvar b = '4633458b-17de-408a-b874-0445c86b69e6'",
  ],
])('finds %s', (_, more) => {
  expect(spelledTwice(template)).toEqual([]);
  expect(spelledTwice(`${template}${more}\n`)).not.toEqual([]);
});
