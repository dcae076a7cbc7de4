import { beforeAll, describe, expect, it } from 'vitest';
import type { PredictedResource } from '../../src/checks/snapshot.ts';
import { roles } from '../../avm-catalog/azure/roles.ts';
import { modulesFolder } from '../support/modules.ts';
import { predict } from './predict.ts';

const modules = modulesFolder();

describe.skipIf(modules === null)('what the real modules make of order-and-use', () => {
  const resources: Record<string, readonly PredictedResource[]> = {};
  const of = (environment: string, type: string) =>
    (resources[environment] ?? []).filter((one) => one.type.toLowerCase() === type.toLowerCase());
  const properties = (environment: string, type: string) => of(environment, type).map((one) => one['properties']);

  beforeAll(async () => {
    for (const environment of ['dev', 'prod'])
      resources[environment] = (await predict('order-and-use', environment, modules ?? '')).snapshot.resources;
  });

  it('peers in the hub’s group too, with gateway transit, where it is asked to', () => {
    const type = 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings';
    const told = (environment: string) =>
      of(environment, type).map(({ id, properties: is }) => ({
        hub: id.includes('/resourceGroups/rg-hub/'),
        ...(is as { allowGatewayTransit: boolean; useRemoteGateways: boolean }),
      }));
    expect(told('dev')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ hub: true, allowGatewayTransit: true, useRemoteGateways: false }),
        expect.objectContaining({ hub: false, allowGatewayTransit: false, useRemoteGateways: true }),
      ]),
    );
    expect(told('prod')).toEqual([expect.objectContaining({ hub: false, useRemoteGateways: true })]);
  });

  it('gives shares their quota, tier and settings of SMB', () => {
    const share = 'Microsoft.Storage/storageAccounts/fileServices/shares';
    expect(properties('dev', share)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ shareQuota: 5120, accessTier: 'TransactionOptimized' }),
        expect.objectContaining({ shareQuota: 1024, accessTier: 'Hot' }),
      ]),
    );
    expect(properties('dev', 'Microsoft.Storage/storageAccounts/fileServices')[0]).toMatchObject({
      protocolSettings: {
        smb: { versions: 'SMB3.1.1', authenticationMethods: 'Kerberos', kerberosTicketEncryption: 'AES-256' },
      },
      shareDeleteRetentionPolicy: { enabled: true },
    });
  });

  it('lets the VM mount shares with its identity, or users with Kerberos', () => {
    const files = (environment: string) =>
      (properties(environment, 'Microsoft.Storage/storageAccounts')[0] as Record<string, unknown>)[
        'azureFilesIdentityBasedAuthentication'
      ];
    expect(files('dev')).toMatchObject({
      directoryServiceOptions: 'None',
      smbOAuthSettings: { isSmbOAuthEnabled: true },
    });
    expect(files('prod')).toMatchObject({
      directoryServiceOptions: 'AADKERB',
      defaultSharePermission: 'StorageFileDataSmbShareContributor',
      smbOAuthSettings: { isSmbOAuthEnabled: false },
    });
    const admins = (environment: string) =>
      properties(environment, 'Microsoft.Authorization/roleAssignments').filter((one) =>
        JSON.stringify(one).includes(roles['Storage File Data SMB MI Admin']),
      );
    expect([admins('dev').length, admins('prod').length]).toEqual([1, 0]);
  });

  it('names role assignments after their principal', () => {
    const names = of('dev', 'Microsoft.Authorization/roleAssignments').map((one) => one.name);
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) expect(name).toMatch(/principalId/);
  });

  it('gives fixed addresses where they are set, and leaves them to Azure elsewhere', () => {
    const machine = (environment: string) => JSON.stringify(of(environment, 'Microsoft.Network/networkInterfaces'));
    expect(machine('dev')).toMatch(/privateIPAddress["': ,]+10\.20\.0\.10/);
    expect(machine('dev')).toContain('Static');
    expect(machine('prod')).toContain('Dynamic');
    const balancer = (environment: string) => JSON.stringify(of(environment, 'Microsoft.Network/loadBalancers'));
    expect(balancer('dev')).toContain('"privateIPAddress":"10.20.0.11"');
    expect(balancer('dev')).toContain('"privateIPAllocationMethod":"Static"');
    expect(balancer('prod')).toContain('"privateIPAllocationMethod":"Dynamic"');
    expect(balancer('dev')).not.toContain('"requestPath":"/health"');
    expect(balancer('prod')).toContain('"requestPath":"/health"');
  });

  it('runs the hardening script and then the installation, from the account of the workload', () => {
    const commands = of('dev', 'Microsoft.Compute/virtualMachines/runCommands');
    expect(new Set(commands.map((one) => one.name.split('/').at(-1)))).toEqual(
      new Set(['harden', 'install-application']),
    );
    const install = JSON.stringify(commands.find((one) => one.name.endsWith('install-application')));
    expect(install).toContain('packages/payroll/1.2.3.zip');
    expect(install).toContain('"treatFailureAsDeploymentFailure":true');
  });
});
