import { describe, expect, it } from 'vitest';
import { fileOf, planOf } from '../plan/support.ts';

const own = { pattern: 'CTS-{environment}_{workload}-{type}-{region}', environmentCodes: { dev: 'd' } };
const section = (rule: object | string): string =>
  fileOf('README.md', { constitution: { rules: { 'NAM-001': rule } } })
    .split('### Resource names')[1]
    ?.split('\n## ')[0] ?? '';

describe('the names of a README', () => {
  it.each([
    '| `d` | dev |',
    '| `Microsoft.Network/virtualNetworks` | `CTS-d_legacyapp-vnet-we` | 2 to 64 characters (letters, digits, hyphens, underscores, and periods) | None |',
    '| `Microsoft.Compute/virtualMachines` | `CTS-d-legacyapp-vm-we` | 1 to 64 characters | With hyphens as separators |',
    '| `Microsoft.KeyVault/vaults` | `CTS-d-legac-kv-xxxxxx` | 3 to 24 characters (letters, digits, and hyphens), unique in Azure | Without region, with hyphens as separators, with a shortened workload, with 6 computed characters at the end |',
    '| `Microsoft.Storage/storageAccounts` | `ctsdlegacyappstxxxxxx` | 3 to 24 characters (lowercase letters and digits), unique in Azure | Without region, without separators, in lowercase, with 6 computed characters at the end |',
    '| Computer name inside Windows, by the pattern `{workload}-{environment}` | `legacyapp-d` | 1 to 15 characters (letters, digits, and hyphens) | None |',
  ])('have the row %s', (row) => expect(section(own)).toContain(`\n${row}\n`));

  it('have an example for each type that has names', () => {
    const types = new Set(planOf().names.map(({ type }) => type));
    const told = section('must');
    expect(types.size).toBeGreaterThan(15);
    expect([...types].filter((type) => type.includes('/') && !told.includes(`| \`${type}\` | \``))).toEqual([]);
  });

  it('are those of the pattern of globally unique names if there is one', () => {
    const text = section({ ...own, globalPattern: '{type}{workload}{environment}{unique}' });
    expect(text).toContain('Globally unique names have the pattern `{type}{workload}{environment}{unique}`.');
    expect(text).toContain(
      '| `stlegacyappdxxxxxx` | 3 to 24 characters (lowercase letters and digits), unique in Azure | None |',
    );
  });

  it('are left out with the rule', () => expect(section('off')).toBe(''));
});
