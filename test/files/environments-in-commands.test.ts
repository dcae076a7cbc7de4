import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { cases, readCase } from '../cases/cases.ts';
import { fileOf, merge } from '../plan/support.ts';
import { fenced } from './markdown.ts';

const quickstart = 'specs/001-legacyapp/quickstart.md';
const unique = { constitution: { rules: { 'NAM-001': { pattern: '{type}-{workload}-{environment}-{unique}' } } } };
const packageOf = (uri: string) => ({ application: { enabled: true, packageUri: uri } });
const readme = (changes: object = {}): string => fileOf('README.md', changes);
const section = (text: string, heading: string): string =>
  text.slice(text.indexOf(`\n### ${heading}\n`)).split('\n### ')[1] ?? '';

const commandsOf = (text: string): readonly string[] =>
  ['bash', 'powershell', 'yaml'].flatMap((language) => fenced(text, language));

const commands = ({ path, text }: { readonly path: string; readonly text: string }): string =>
  path.endsWith('.md') ? commandsOf(text).join('\n') : path.startsWith('scripts/') ? text : '';

describe.each(cases)('the files of %s', (name) => {
  const files = readCase(name).generated.files ?? [];

  it('hold no mustache of a template, only those of a workflow and what a person wrote', () => {
    const written = JSON.stringify(readCase(name).answers).match(/\{\{.*?\}\}/g) ?? [];
    for (const { path, text } of files.filter((one) => one.owner !== 'person')) {
      const rest = written.reduce((before, one) => before.replaceAll(one, ''), text);
      const isPipeline = /^\.(?:github|azuredevops)\//.test(path);
      expect(
        rest.replace(isPipeline ? /\$\{\{[^{}]*\}\}/g : /\$\{\{ (?:inputs|vars)\.\w+ \}\}/g, ''),
        path,
      ).not.toContain('{{');
    }
  });

  it('have no command with a name that only Azure computes', () => {
    expect(files.map(commands).join('').length).toBeGreaterThan(1000);
    for (const file of files) expect(commands(file), file.path).not.toContain('xxxxxx');
  });
});

describe('commands', () => {
  it('find the identity that reads a package by what the deployment returns, since its name may be computed', () => {
    const uri = 'https://stpackages.blob.core.windows.net/apps/app-1.0.msi';
    const text = readme({ ...unique, spec: packageOf(uri) });
    expect(section(text, 'The application’s package')).toContain("[?clientId=='$client'].principalId");
    expect(commandsOf(text).join('\n')).not.toContain('xxxxxx');
  });

  it('mount a share by its whole path', () => {
    const shares = { storageAccount: { enabled: true, shares: [{ name: 'files', quotaGiB: 100, tier: 'Hot' }] } };
    const managed = { storageAccount: { ...shares.storageAccount, shareAccess: { identity: 'managedIdentity' } } };
    const line = "net use Z: '\\\\<account>.file.core.windows.net\\files'\n";
    expect(readme({ spec: managed })).toContain(line);
    const named = { storageAccount: { shares: [{ name: 'other', quotaGiB: 100, tier: 'Hot' }] } };
    expect(readme({ spec: managed, environments: { prod: named } })).toContain(line.replace('files', '<share>'));
  });
});

/** What a shell has in the variables after the README’s block, for an environment. */
function variablesIn(text: string, environment: string): Readonly<Record<string, string>> {
  const block = fenced(text.slice(text.indexOf('## Verify the deployment')), 'bash')[0] ?? '';
  const script = block.replace(/^environment=.*$/m, `environment=${environment}`).replace(/^machine=.*$/m, '');
  const shown = 'for name in group administrator password_vault password_secret key; do echo "$name=${!name-}"; done';
  const lines = execFileSync('bash', ['-u'], { input: `${script}\n${shown}\n`, encoding: 'utf8' })
    .trim()
    .split('\n');
  return Object.fromEntries(lines.map((line) => line.split('=')));
}

describe('the shell of the environment that is chosen', () => {
  const changes = {
    constitution: { rules: { 'SEC-009': { level: 'must', mode: 'optional' } } },
    spec: { customerManagedKeys: { enabled: true }, keyVault: { sku: 'standard' } },
    environments: {
      prod: { keyVault: { sku: 'premium' }, virtualMachine: { administrator: { username: 'prodadmin' } } },
    },
  };

  it.each(['dev', 'test', 'prod'])('has the names of %s', (environment) => {
    expect(variablesIn(readme(changes), environment)).toEqual({
      group: `rg-legacyapp-${environment}-we-001`,
      administrator: environment === 'prod' ? 'prodadmin' : 'azureadmin',
      password_vault: `kv-legacyapp-${environment}-ops`,
      password_secret: 'vm-administrator-password',
      key: environment === 'prod' ? 'key-encryption-hsm' : 'key-encryption',
    });
  });

  it('has no choice where there is one environment', () => {
    const [name] = cases.filter((one) => readCase(one).generated.plan?.environments.length === 1);
    const text = readCase(name ?? '').generated.files?.find(({ path }) => path === 'README.md')?.text ?? '';
    expect(text).toContain('\npassword_vault=');
    expect(text).not.toContain('case $environment');
  });

  it('rules every command after it: none names the vault, the user or the key of one environment', () => {
    const text = readme(changes);
    const parts = text.slice(text.indexOf('## Operate the components'));
    for (const block of fenced(parts, 'bash'))
      expect(block).not.toMatch(
        /kv-legacyapp-\w+-ops|azureadmin|prodadmin|key-encryption|rg-legacyapp-(dev|test|prod)/,
      );
    expect(section(text, 'Bastion')).toBe('');
    expect(section(text, 'Azure Bastion')).toContain(
      'The user names are `azureadmin` in dev and test and `prodadmin` in prod. The password',
    );
    expect(section(text, 'Customer-managed keys')).toContain(
      'The key is `key-encryption` (`RSA`) in dev and test, `key-encryption-hsm` (`RSA-HSM`) in prod.',
    );
  });
});

describe('alerts that differ by environment', () => {
  const alike = {
    environments: {
      dev: { virtualMachine: { autoShutdown: { enabled: false } } },
      prod: { logAnalytics: { dailyQuotaGb: 5 } },
    },
  };
  const alerts = (changes: object): string => section(readme(merge(alike, changes as typeof alike)), 'Alerts');

  it('are those of the environment that is named, whatever makes them differ', () => {
    expect(alerts({})).toContain('\nThe alert rules:\n');
    expect(alerts({ environments: { prod: { natGateway: { enabled: false } } } })).toContain(
      '\nThe alert rules in dev:\n',
    );
    const same = { alerts: { rules: { 'processor-busy': { threshold: 90 } } } };
    expect(alerts({ environments: { prod: same } })).toContain('\nThe alert rules:\n');
  });

  it('are muted in the environments that are named, and the heartbeat is promised where it is there', () => {
    const muted = 'Notifications for metric alerts on the VM and its load balancer';
    expect(alerts({})).toContain(`${muted} are suppressed`);
    expect(alerts({})).toContain('`heartbeat-lost` still notifies');
    const loud = alerts({ environments: { dev: { alerts: { muteMaintenance: false } } } });
    expect(loud).toContain(`${muted} in test and prod are suppressed`);
    const silent = { alerts: { rules: { 'heartbeat-lost': { enabled: false } } } };
    expect(alerts({ environments: { prod: silent } })).toContain('still notifies in dev and test');
    expect(alerts({ spec: silent })).not.toContain('still notifies');
  });
});

describe('the quickstart', () => {
  const notice = /The first deployment of (.*) must omit/;

  it('says which environments are first deployed another way', () => {
    const changes = { environments: { test: packageOf('artifacts/app-1.0.msi') } };
    expect(readme(changes)).toContain('installApplication=false');
    expect(notice.exec(fileOf(quickstart, changes))?.[1]).toBe('test');
    const ways = fileOf(quickstart, changes);
    expect(ways.search(notice)).toBeLessThan(ways.indexOf('### Azure PowerShell'));
    expect(fileOf(quickstart)).not.toMatch(notice);
  });
});

it('an .msi without a command is known as installed: what is written is compared as it is read', () => {
  const changes = { spec: packageOf('https://example.com/App-1.0.msi') };
  const script = fileOf('scripts/install-application.ps1', changes);
  expect(script).toContain('$what = "$PackageUri $Command".Trim()');
  expect(script).toContain('.Trim() -ceq $what)');
});
