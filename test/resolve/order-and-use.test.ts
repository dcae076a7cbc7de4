import { describe, expect, it } from 'vitest';
import { describe as prose } from '../../src/findings/describe.ts';
import { fileOf, findingsOf, planOf } from '../plan/support.ts';
import { readCase } from '../cases/cases.ts';

const application = (packageUri: string, more: object = {}): object => ({
  spec: { application: { enabled: true, packageUri, installCommand: 'setup.exe', ...more } },
});
const account = (more: object): object => ({ spec: { storageAccount: { enabled: true, ...more } } });

describe('what would be created and could not be used', () => {
  it.each<[string, object, string, string, string]>([
    [
      'a package in an account that is off',
      { spec: { ...(application('artifacts/a.zip') as { spec: object }).spec, storageAccount: { enabled: false } } },
      'answer-needs',
      'spec.application.packageUri',
      'error',
    ],
    [
      'a package in a container that is not there',
      application('packages/a.zip'),
      'answer-needs',
      'spec.application.packageUri',
      'error',
    ],
    [
      'a package without a command',
      application('artifacts/a.zip', { installCommand: '' }),
      'answer-missing',
      'spec.application.installCommand',
      'error',
    ],
    [
      'shares without an identity source',
      account({ shares: ['data'], shareAccess: { identity: 'none' } }),
      'share-unmountable',
      'spec.storageAccount.shareAccess.identity',
      'warning',
    ],
    [
      'shares of a Windows Server that cannot mount them',
      {
        spec: {
          storageAccount: { enabled: true, shares: ['data'] },
          virtualMachine: { image: '2016-datacenter-gensecond' },
        },
      },
      'share-unmountable',
      'spec.storageAccount.shareAccess.identity',
      'warning',
    ],
    [
      'permissions of users without an identity source for them',
      account({ shares: ['data'], shareAccess: { defaultPermission: 'reader' } }),
      'answer-needs',
      'spec.storageAccount.shareAccess.defaultPermission',
      'error',
    ],
    [
      'an address of the VM outside its subnet',
      { environments: { dev: { virtualMachine: { privateAddress: '10.99.0.4' } } } },
      'range-outside',
      'environments.dev.virtualMachine.privateAddress',
      'error',
    ],
  ])('%s', (_, changes, code, answer, severity) => {
    const found = findingsOf(changes).filter((one) => one.code === code);
    expect(found.map(({ where }) => where.answer)).toContain(answer);
    expect(found[0]?.severity).toBe(severity);
    expect(found.map((one) => prose(one).remedy)).not.toContain('');
  });

  it('says nothing of an .msi without a command, of shares by name, and of what the VM can mount', () => {
    const codes = (changes: object) => findingsOf(changes).filter((one) => /^(answer|share|range)-/.test(one.code));
    expect(codes(application('artifacts/a.msi', { installCommand: '' }))).toEqual([]);
    expect(codes(account({ shares: ['data', { name: 'more', quotaGiB: 100, tier: 'Cool' }] }))).toEqual([]);
    const large = { shares: [{ name: 'data', quotaGiB: 102400 }] };
    for (const redundancy of ['LRS', 'GRS', 'GZRS']) expect(codes(account({ redundancy, ...large }))).toEqual([]);
  });
});

describe('order', () => {
  const { plan, files = [] } = readCase('order-and-use').generated;
  const waits = (symbol: string) => plan?.resources.find((one) => one.symbol === symbol)?.dependsOn;
  const text = (path: string): string =>
    files.find((one) => one.path === path || (one.path.endsWith(`/${path}`) && path !== 'README.md'))?.text ?? '';

  it('peers from the hub before it peers to it, in the hub’s resource group', () => {
    expect(waits('hubPeering')).toContain('hubSidePeering');
    expect(waits('hubSidePeering')).toEqual(['virtualNetwork']);
    expect(text('main.bicep')).toMatch(/allowGatewayTransit: useRemoteGateways/);
  });

  it('installs the application after hardening, vault, account and DNS', () => {
    expect(waits('applicationInstallation')).toEqual(['hardeningScript', 'keyVault', 'storageAccount']);
    expect(waits('hardeningScript')).toEqual(['virtualMachine']);
    expect(waits('storageAccount')).toContain('privateDnsZones');
  });

  it('leaves out of a first deployment what needs what it creates, and says what comes between', () => {
    const tasks = text('tasks.md')
      .split('\n')
      .filter((line) => /\[US1\] (Deploy|Ask|Give)/.test(line));
    expect(tasks.map((line) => line.replace(/^.*\[US1\] (.*?) (`|(?:in|by|as described in) \[).*$/, '$1'))).toEqual([
      'Deploy dev for the first time, with installApplication=false',
      'Give the VM access to the package in dev',
      'Deploy dev again without omissions',
      'Deploy prod for the first time, with useRemoteGateways=false and installApplication=false',
      'Ask the hub’s owners to create their peering in prod',
      'Give the VM access to the package in prod',
      'Deploy prod again without omissions',
    ]);
    expect(text('README.md')).toContain(
      'that this deployment creates (`useRemoteGateways=false`, `installApplication=false`)',
    );
  });

  it('has a parameter for each of them', () => {
    const values = (name: string) => plan?.parameters.find((one) => one.name === name)?.values;
    expect(values('installApplication')).toEqual({ dev: true, prod: true });
    expect(values('useRemoteGateways')).toEqual({ dev: true, prod: true });
  });

  it('leaves the names of role assignments to the modules, which name them after the principal', () => {
    for (const one of readCase('everything-on').generated.plan?.resources ?? [])
      expect(JSON.stringify(one)).not.toMatch(/"name":[^{}]*\{[^{}]*guid[^]*?"roleDefinitionIdOrName"/);
    expect(fileOf('main.bicep')).not.toContain('guid(');
  });

  it('names the roles, and the groups that they are needed on', () => {
    const readme = text('README.md');
    expect(readme).toContain('| Network Contributor | The resource group of the hub (dev) |');
    expect(readme).toContain('| Network Contributor | The hub’s virtual network (prod) |');
    expect(readme).toContain('| Security Admin or Owner | The subscription |');
    expect(readme).toContain('Key Vault Secrets User, Storage Blob Data Contributor');
    expect(readme).toMatch(
      /Owner, or Contributor and Role Based Access Control Administrator \| The resource groups rg-/,
    );
  });

  it('signs in as the identity that it means, wherever it does', () => {
    for (const { path, text: all } of files)
      for (const [line] of all.matchAll(/az login --identity.*/g)) expect(line, path).toContain('--client-id');
    expect(planOf().outputs.map((one) => one.name)).toContain('workloadIdentityClientId');
  });
});
