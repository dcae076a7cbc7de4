import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { looksSecret, secretForms } from '../../avm-catalog/kernel/secrets.ts';
import { casesFolder } from '../cases/cases.ts';

const random = (alphabet: string, length: number): string =>
  Array.from({ length }, (_, index) => alphabet[(index * 7 + index * index * 3 + 5) % alphabet.length]).join('');
const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const key = (length: number): string => random(base64, length);

describe('what looks like a secret', () => {
  it.each([
    ['setup.exe -Password Sommer2026!', 'a password'],
    ['setup.exe --password=Sommer2026!', 'a password'],
    ['setup.exe --admin-password Sommer2026!', 'a password'],
    ['setup.exe /password:Sommer2026!', 'a password'],
    ['setup.exe /p:Sommer2026!', 'a password'],
    ['setup.exe -p:Sommer2026!', 'a password'],
    ['setup.exe /pass:"Sommer 2026"', 'a password'],
    ['msiexec /i app.msi /qn DB_PASSWORD=Sommer2026', 'a password'],
    ['DB_PASSWORD=Sommer2026', 'a password'],
    ['SvcPwd = "Sommer2026"', 'a password'],
    ['password: hunter2', 'a password'],
    ['API_KEY=abcdef0123', 'a password'],
    ['set TOKEN=abcdef0123', 'a password'],
    ['Server=tcp:x.database.windows.net;User ID=sa;Password=Sommer2026', 'a password'],
    ['Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=abc', 'a password'],
    ['AccountName=x;AccountKey=abc', 'a password'],
    ['curl -u admin:Sommer2026 https://example.com/app.msi', 'a user with a password'],
    ['curl --user "admin:Sommer2026" https://example.com', 'a user with a password'],
    ['ConvertTo-SecureString "Sommer2026" -AsPlainText -Force', 'a password for ConvertTo-SecureString'],
    ['ConvertTo-SecureString -String Sommer2026 -AsPlainText', 'a password for ConvertTo-SecureString'],
    [`curl -H "Authorization: Bearer ${random(letters, 40)}"`, 'a bearer token'],
    ['net user app Sommer2026! /add', 'a password of net user'],
    ['sqlcmd -S . -U sa -P Sommer2026 -i a.sql', 'a password of a program'],
    ['schtasks /create /tn x /ru app /rp Sommer2026', 'a password of a program'],
    ['plink.exe -ssh host -pw Sommer2026', 'a password of a program'],
    ['https://app:Sommer2026@example.com/packages', 'an address with a password'],
    ['postgres://app:Sommer2026@db.example.com:5432/app', 'an address with a password'],
    [`ghp_${random(letters, 36)}`, 'a GitHub token'],
    [`github_pat_${random(letters, 40)}`, 'a GitHub token'],
    [`glpat-${random(letters, 20)}`, 'a GitLab token'],
    [`npm_${random(letters, 36)}`, 'an npm token'],
    [`xoxb-${random('0123456789', 12)}`, 'a Slack token'],
    [`the token ${random('abcdefghijklmnopqrstuvwxyz234567', 52)}`, 'an Azure DevOps token'],
    [`${random(letters, 76)}AZDO${random(letters, 4)}`, 'an Azure DevOps token'],
    [`${key(86)}==`, 'a storage key'],
    [`the key is ${key(43)}=`, 'a 256-bit key'],
    [`abc8Q~${random(letters, 34)}`, 'a client secret'],
    [`https://x.blob.core.windows.net/c/app.zip?sv=2024-01-01&sig=${random(letters, 40)}`, 'a shared access signature'],
    [`https://x.azurewebsites.net/api/run?code=${random(letters, 50)}`, 'a function key'],
    ['-----BEGIN OPENSSH PRIVATE KEY-----', 'a private key'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.x', 'a token'],
    [`AKIA${random('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`, 'an AWS access key'],
  ])('%s is %s', (text, what) => {
    expect(looksSecret(text)).toBe(what);
    expect(looksSecret(`Install: ${text} (as agreed)`)).toBeDefined();
  });

  it.each([
    '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet-hub',
    '/subscriptions/5f3b6d1e-8a4c-4a6e-9f0a-2b7c1d9e8f00/resourceGroups/RG-Application-Platform-Production-01/providers/Microsoft.KeyVault/vaults/kv-x/secrets/password',
    'https://kv-app-ops.vault.azure.net/secrets/vm-administrator-password',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    `sha256-${key(43)}=`,
    `sha512-${key(86)}==`,
    'da39a3ee5e6b4b0d3255bfef95601890afd80709',
    'The password is in the key vault, and is rotated every 90 days.',
    'Password: see the key vault',
    'The token of the service is read from the vault; no secret is stored.',
    'Passwords, tokens, and secrets must come from Azure Key Vault',
    'Bearer tokens are checked by the application, basic authentication is off',
    'msiexec /i app.msi /qn /norestart ADDLOCAL=ALL INSTALLDIR="C:\\Program Files\\App"',
    'msbuild app.sln /p:Configuration=Release /p:Platform=x64',
    'powershell -ExecutionPolicy Bypass -File install.ps1 -VaultName kv-app -SecretName db-password',
    'powershell -File install.ps1 -Password $password -Token $env:TOKEN',
    'install.cmd --password %DB_PASSWORD% --password-stdin',
    'setup.exe --password-file secret.txt --token-file a.txt',
    'DB_PASSWORD=$(az keyvault secret show --query value)',
    'DB_PASSWORD=${DB_PASSWORD}',
    'Password={{password}}',
    'password=<from the vault>',
    'ConvertTo-SecureString $plain -AsPlainText -Force',
    'System.Data, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089',
    'docker run -u 1000:1000 -p 8080:80 app',
    'curl -u "$user:$password" https://example.com',
    'https://example.com:8443/a@b/c',
    'https://example.com/app.zip?version=1',
    'team@example.com, mailto:team@example.com',
    'net user',
    'net use x: \\\\server\\share',
    'requireSecureTransport=true; enableToken=false; token=none',
    'MinimumPasswordLength = 14, ClearTextPassword = 0, passwordless',
    'rg-legacyapp-dev-we-001',
    'W. Europe Standard Time',
    'Standard_D2as_v5, 2022-datacenter-azure-edition-hotpatch',
    'code=1',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
  ])('%s is none', (text) => {
    expect(looksSecret(text)).toBeUndefined();
  });

  it('no text of any case is one', () => {
    const texts = readdirSync(casesFolder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap((entry) => readFileSync(join(casesFolder, entry.name, 'avm.yaml'), 'utf8').split('\n'));
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter((text) => looksSecret(text) !== undefined)).toEqual([]);
  });

  it('each form says where it is from', () => {
    for (const { source } of secretForms) expect(source).toMatch(/^(gitleaks:|https:\/\/)/);
  });

  it('reads to the end of a long text, whatever it is of', () => {
    const parts = [
      'a',
      'a:',
      'password ',
      '-p',
      'eyJaaaaaaaaa.',
      'A1b',
      '://a:',
      'sqlcmd -',
      'net user ',
      'bearer ',
      '-----BEGIN ',
      '--a-',
      'Q~',
      '2',
      ' = ',
      '=',
      'sig=',
    ];
    // A pattern that goes back over what it read would not come to an end here.
    for (const part of parts) {
      const times = (length: number): string => part.repeat(Math.ceil(length / part.length));
      expect(looksSecret(times(400_000)), part).toBe(looksSecret(times(4000)));
    }
  });
});
