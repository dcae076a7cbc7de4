import { describe, expect, it } from 'vitest';
import { fileOf, findingsOf } from './support.ts';

const optional = { constitution: { rules: { 'SEC-009': { level: 'must', mode: 'optional' } } } };
const keyed = (keys: object, components: object, own = true): object => ({
  ...optional,
  spec: { keyVault: { enabled: own }, customerManagedKeys: { enabled: true, ...keys } },
  components,
});
const errors = (changes: object): readonly string[] =>
  findingsOf(changes)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, where }) => `${code} ${where.answer}`);
const block = (text: string, from: string): string =>
  text.slice(text.indexOf(from), text.indexOf('\n}\n', text.indexOf(from)));

describe('the vault that holds the key', () => {
  it('is the blueprint’s own, whatever vaults there are beside it', () => {
    const text = fileOf('main.bicep', keyed({}, { partner: { type: 'key-vault' } }));
    expect(block(text, 'module keyVault ')).toContain("'key-encryption-hsm' : 'key-encryption'");
    expect(block(text, 'module partner ')).not.toContain('key-encryption');
    expect(block(text, 'module storageAccount ')).toContain('keyVaultResourceId: ids.keyVault');
  });

  it('is the only one there is, where the blueprint’s own is off', () => {
    const text = fileOf('main.bicep', keyed({}, { partner: { type: 'key-vault', sku: 'premium' } }, false));
    expect(block(text, 'module partner ')).toContain("name: 'key-encryption-hsm'");
    expect(block(text, 'module diskEncryptionSet ')).toContain('keyVaultResourceId: ids.partner');
  });

  it('is the one that is named', () => {
    const changes = keyed({ vault: 'partner' }, { partner: { type: 'key-vault' }, other: { type: 'key-vault' } });
    const text = fileOf('main.bicep', changes);
    expect(block(text, 'module partner ')).toContain("name: 'key-encryption'");
    expect(block(text, 'module keyVault ')).not.toContain('key-encryption');
    expect(fileOf('README.md', changes)).toContain('az keyvault key rotate --vault-name "$(output partnerName)"');
  });

  it('has to be named where several could be meant, and to be there', () => {
    const two = { partner: { type: 'key-vault' }, other: { type: 'key-vault' } };
    expect(errors(keyed({}, two, false))).toEqual(['vault-unknown spec.customerManagedKeys.vault']);
    expect(errors(keyed({ vault: 'nobody' }, two))).toEqual(['vault-unknown spec.customerManagedKeys.vault']);
    expect(errors(keyed({}, {}, false))).toEqual(['answer-needs spec.customerManagedKeys.enabled']);
  });

  it('is one in all environments that have the key', () => {
    const changes = {
      ...keyed({}, { partner: { type: 'key-vault' } }, false),
      environments: { prod: { keyVault: { enabled: true } } },
    };
    const [found, ...others] = findingsOf(changes).filter(({ severity }) => severity === 'error');
    expect(found).toMatchObject({
      code: 'vault-differs',
      where: { answer: 'spec.customerManagedKeys.vault', environment: 'prod' },
      args: { vault: 'key-vault', other: 'partner', environment: 'dev' },
    });
    expect(others).toEqual([]);
    expect(
      errors({
        ...changes,
        environments: { prod: { keyVault: { enabled: true }, customerManagedKeys: { enabled: false } } },
      }),
    ).toEqual([]);
  });
});

it('components that use one another in a circle are refused, once', () => {
  const store = (uses: readonly string[]): object => ({
    type: 'avm-module',
    module: 'avm/res/app-configuration/configuration-store',
    version: '0.10.0',
    uses,
  });
  const components = { a1: store(['b1']), b1: store(['c1']), c1: store(['a1', 'key-vault']) };
  const [found, ...others] = findingsOf({ components }).filter(({ severity }) => severity === 'error');
  expect(found).toMatchObject({
    code: 'use-circle',
    args: { names: ['a1', 'b1', 'c1', 'a1'] },
    where: { answer: 'components.c1.uses.0' },
  });
  expect(others).toEqual([]);
  expect(errors({ components: { ...components, c1: store(['key-vault']) } })).toEqual([]);
});
