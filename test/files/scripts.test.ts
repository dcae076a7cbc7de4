import { describe, expect, it } from 'vitest';
import { fileOf, generated } from '../plan/support.ts';

const path = 'scripts/harden.ps1';
const script = fileOf(path);
const lines = script.split('\n');

describe('scripts/harden.ps1', () => {
  it('is there where it is run, and nowhere else', () => {
    const paths = (changes: object): readonly string[] => generated(changes).files?.map((file) => file.path) ?? [];
    expect(paths({})).toContain(path);
    expect(paths({ constitution: { rules: { 'SEC-007': { methods: ['guestConfiguration'] } } } })).not.toContain(path);
    expect(paths({ constitution: { rules: { 'SEC-007': 'off' } } })).not.toContain(path);
    expect(
      paths({ constitution: { rules: { 'SEC-007': 'off' } }, environments: { prod: { hardening: { script: true } } } }),
    ).toContain(path);
    const prod = { hardening: { script: false, guestConfiguration: true } };
    const written = { constitution: { rules: { 'SEC-007': 'off' } }, environments: { prod } };
    // A setting that an environment has is a parameter, so the template can run the script without another change.
    expect(fileOf('main.bicep', written)).toContain(`loadTextContent('${path}')`);
    expect(paths(written)).toContain(path);
  });

  it('is plain text that Windows PowerShell 5.1 reads without a byte order mark', () => {
    expect(script).toMatch(/^[\n\x20-\x7e]*$/);
    expect(script).not.toMatch(/\?\?|\?\.|&&|\|\|/);
  });

  it('is strict, and does every step that it defines', () => {
    expect(script).toContain('Set-StrictMode -Version Latest');
    expect(script).toContain("$ErrorActionPreference = 'Stop'");
    const defined = [...script.matchAll(/^function ([\w-]+) \{$/gm)].map(([, name]) => name);
    const steps = [...script.matchAll(/^ {4}'([\w-]+)'$/gm)].map(([, name]) => name);
    const helpers = ['Test-DomainController', 'Test-Uefi'];
    expect(steps).toEqual(expect.arrayContaining(defined.filter((name) => !helpers.includes(name ?? ''))));
    expect(steps).toHaveLength(new Set(defined).size - helpers.length);
  });

  it('protects the LSA process where that can be undone, and audits it where firmware would keep it', () => {
    const start = script.indexOf('function Protect-LsaProcess');
    const step = script.slice(start, script.indexOf('\n}', start));
    expect(script.match(/'RunAsPPL'/g)).toHaveLength(2);
    // Windows Server 2025 is build 26100, Windows Server 2022 is build 20348; 22621 is Windows 11 22H2.
    expect(step).toMatch(/Build -ge 22621\) \{\n +Set-RegistryNumber \$lsa 'RunAsPPL' 2\n +return/);
    expect(step).toMatch(
      /if \(Test-Uefi\) \{[\s\S]*'AuditLevel' 8[\s\S]*return\n {4}\}\n {4}Set-RegistryNumber \$lsa 'RunAsPPL' 1$/,
    );
  });

  it('never restarts the VM', () => {
    expect(script).not.toMatch(/Restart-Computer|shutdown(\.exe)?\b|-Restart\b/i);
    expect(script.match(/Disable-WindowsOptionalFeature.*/g)?.every((line) => line.includes('-NoRestart'))).toBe(true);
  });

  it('has small functions and balanced brackets', () => {
    let longest = 0;
    let start = 0;
    lines.forEach((line, index) => {
      if (line.startsWith('function ')) start = index;
      if (line === '}') longest = Math.max(longest, index - start);
    });
    expect(longest).toBeLessThan(45);
    const bare = script
      .replace(/#.*$/gm, '')
      .replace(/'[^'\n]*'/g, '')
      .replace(/"[^"\n]*"/g, '');
    for (const [open = '', close = ''] of ['()', '{}', '[]'])
      expect(bare.split(open).length, open + close).toBe(bare.split(close).length);
  });

  it('is what main.bicep loads', () => {
    expect(fileOf('main.bicep')).toContain(`loadTextContent('${path}')`);
    expect(script.length).toBeLessThan(100_000);
  });
});
