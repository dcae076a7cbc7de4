import { describe, expect, it } from 'vitest';
import { roleKey } from '../../avm-catalog/azure/roles.ts';
import { fileOf, findingsOf, planOf } from './support.ts';

const bicep = (components: object, more: object = {}): string => fileOf('main.bicep', { components, spec: more });
const codes = (components: object, environments: object = {}): readonly string[] =>
  findingsOf({ components, environments })
    .filter(({ severity }) => severity === 'error')
    .map(({ code, where }) => `${code} ${where.answer}`);
const block = (text: string, from: string): string =>
  text.slice(text.indexOf(from), text.indexOf('\n}\n', text.indexOf(from)));

describe('a further VM', () => {
  const text = bicep({ batch: { type: 'virtual-machine' } });

  it('has names, a computer name, and a secret of its own', () => {
    const { names, parameters } = planOf({ components: { batch: { type: 'virtual-machine' } } });
    const nameOf = (key: string) => names.find((one) => one.key === key)?.values['prod'];
    expect(nameOf('batch')).toBe('vm-batch-legacyapp-prod-we-001');
    expect(nameOf('batchNetworkInterface')).toBe('nic-batch-legacyapp-prod-we-001');
    expect(nameOf('computerName')).toBe('legacyapp-prod');
    expect(nameOf('batchComputerName')).toMatch(/^legacy[a-z0-9]{4}-prod$/);
    expect(parameters.find(({ name }) => name === 'batchAdministrator')?.values['prod']).toMatchObject({
      secretName: 'batch-administrator-password',
    });
  });

  it('has locks on its own data disks', () => {
    const dataDisks = [{ name: 'data', lun: 0, sizeGb: 64, type: 'Premium_LRS', caching: 'ReadOnly' }];
    const locked = bicep({ batch: { type: 'virtual-machine', dataDisks } });
    expect(locked).toMatch(/resource batchExistingDataDisks [^[]+\[\n {2}for disk in batchDataDisks: /);
    expect(locked).toMatch(
      /resource batchDataDiskLocks [^[]+\[\n {2}for \(disk, index\) in batchDataDisks: [^\n]+\n {4}scope: batchExistingDataDisks\[index\]\n/,
    );
    expect(locked).not.toMatch(/in dataDisks\b|\bexistingDataDisks\b/);
  });

  it('is hardened, opened just in time, watched, and quiet during maintenance like the first one', () => {
    expect(text).toMatch(
      /resource batchHardeningScript [^\n]+runCommands@[^\n]+ = \{\n {2}parent: batchExistingVirtualMachine\n/,
    );
    expect(block(text, 'var justInTimeMachines ')).toContain('id: ids.batch\n');
    expect(text).toContain("heartbeatLostBatchAlert('alert-heartbeat-lost-batch-${suffix}', ids.batch)");
    expect(fileOf('alert-rules.bicep', { components: { batch: { type: 'virtual-machine' } } })).toContain(
      '_ResourceId =~ "${batchId}"',
    );
    expect(text).toContain("machineStoppedAlert('alert-machine-stopped-batch-${suffix}', ids.batch)");
    expect(text).toContain('scopes: [ids.virtualMachine, ids.batch]');
    expect(block(text, 'module batch ')).toContain('backupVaultName: names.recoveryVault');
  });

  it('has its administrator in the steps to connect, with the environments where the name differs', () => {
    const named = (username: string): object => ({ type: 'virtual-machine', administrator: { username } });
    const readme = (components: object, environments: object = {}): string =>
      fileOf('README.md', { components, environments });
    expect(readme({ batch: named('batchadmin') })).toContain('The user names are `azureadmin` and `batchadmin`. The');
    expect(
      readme(
        { batch: { type: 'virtual-machine' } },
        { prod: { components: { batch: { administrator: { username: 'chief' } } } } },
      ),
    ).toContain('The user names are `azureadmin` and `chief` in prod. The');
  });

  it('stands behind the load balancer only where it is told to, and is let through in its own subnet', () => {
    const balanced = { loadBalancer: { enabled: true } };
    expect(block(bicep({ batch: { type: 'virtual-machine' } }, balanced), 'var batchNicConfigurations ')).not.toContain(
      'loadBalancerBackendAddressPools',
    );
    const told = bicep(
      { data: { type: 'subnet' }, batch: { type: 'virtual-machine', subnet: 'data', loadBalanced: true } },
      balanced,
    );
    expect(block(told, 'var batchNicConfigurations ')).toContain('loadBalancerBackendAddressPools');
    expect(block(told, '    name: names.data\n')).toContain('securityRules: dataSecurityRules(');
  });

  it('exists in one environment alone, with what lets traffic to it', () => {
    const changes = {
      spec: { loadBalancer: { enabled: true } },
      components: {
        data: { type: 'subnet' },
        batch: { type: 'virtual-machine', enabled: false, subnet: 'data', loadBalanced: true },
      },
      environments: { prod: { components: { batch: { enabled: true } } } },
    };
    const files = fileOf('main.bicep', changes);
    const plan = planOf(changes);
    expect(files).toContain("module batch 'br/public:avm/res/compute/virtual-machine");
    expect(block(files, '    name: names.data\n')).toContain('securityRules: dataSecurityRules(deployBatch');
    expect(fileOf('network-security-rules.bicep', changes)).toMatch(
      /\.\.\.\(deployBatch\n +\? \[\n +allowInbound\(\n +100,\n +'AllowApplicationInbound'/,
    );
    expect(plan.components.find(({ name }) => name === 'batch')?.environments).toEqual(['prod']);
  });

  it('signs in as the identity that it is given, which gets the least role at what it uses', () => {
    const made = bicep({
      reader: { type: 'identity' },
      reports: { type: 'storage-account' },
      batch: { type: 'virtual-machine', identity: 'reader', uses: ['reports'] },
    });
    expect(block(made, 'module batch ')).toContain('userAssignedResourceIds: [ids.reader]');
    expect(block(made, 'module reports ')).toContain('principalId: reader.outputs.principalId');
    expect(block(made, 'module storageAccount ')).not.toContain('principalId: reader.outputs.principalId');
    expect(made).toContain('output batchReportsEndpoint string');
  });

  it('gets the same two addresses only once', () => {
    const address = { privateAddress: '10.20.0.10' };
    const found = codes(
      { batch: { type: 'virtual-machine' } },
      { dev: { virtualMachine: address, components: { batch: address } } },
    );
    expect(found).toEqual(['answer-twice environments.dev.components.batch.privateAddress']);
  });

  it('is refused in a subnet or with an identity that is not there', () => {
    expect(codes({ batch: { type: 'virtual-machine', subnet: 'data' } })).toEqual([
      'subnet-unknown components.batch.subnet',
    ]);
    expect(codes({ batch: { type: 'virtual-machine', identity: 'reader' } })).toEqual([
      'identity-unknown components.batch.identity',
    ]);
    expect(
      codes({
        web: { type: 'subnet', delegation: 'Microsoft.Web/serverFarms' },
        batch: { type: 'virtual-machine', subnet: 'web' },
      }),
    ).toEqual(['subnet-delegated components.batch.subnet']);
    expect(
      codes(
        { data: { type: 'subnet' }, batch: { type: 'virtual-machine' } },
        { prod: { components: { batch: { subnet: 'data' } } } },
      ),
    ).toEqual(['setting-fixed environments.prod.components.batch.subnet']);
  });
});

describe('prerequisites of several VMs', () => {
  const readme = fileOf('README.md', { components: { batch: { type: 'virtual-machine' } } });

  it('are told once, with the secret of each', () => {
    expect(readme.match(/^### The administrator’s password$/gm)).toHaveLength(1);
    expect(readme).toContain(
      '| `kv-legacyapp-prod-ops` | `rg-legacyapp-prod-ops` | `batch-administrator-password` | prod |',
    );
    expect(readme.match(/az feature register .*EncryptionAtHost/g)).toHaveLength(1);
    expect(readme).toContain('Each VM is a single instance.');
  });

  it('say how commands of the README reach the further one', () => {
    expect(readme).toContain('machine=$(output batchName)\n');
    expect(readme).toContain('password_secret=batch-administrator-password\n');
  });

  it('draw the vault of both once', () => {
    expect(readme.match(/passwords\[\(/gi)).toHaveLength(1);
    expect(readme).toMatch(/passwords -\.->\|"password, at deployment"\| .*batchMachine/);
  });
});

describe('the VM’s identity', () => {
  const rolesOn = (symbol: string, virtualMachine: object, account: object = {}): readonly string[] => {
    const text = bicep(
      { reports: { type: 'storage-account', ...account }, partner: { type: 'key-vault' } },
      { virtualMachine },
    );
    const [, list = ''] = /\n {4}roleAssignments: \[\n([^]*?)\n {4}\]\n/.exec(block(text, `module ${symbol} `)) ?? [];
    return Array.from(
      list.matchAll(/roleDefinitionIdOrName: roleIds\.(\w+)[^]*?principalId: (\S+)/g),
      ([, role, whose]) => `${role} ${whose}`,
    );
  };
  const own = 'managedIdentity.outputs.principalId';

  it('has roles on what the blueprint makes, and none on components by name', () => {
    expect(rolesOn('storageAccount', {})).toEqual([`${roleKey('Storage Blob Data Contributor')} ${own}`]);
    expect(rolesOn('keyVault', {})).toEqual([`${roleKey('Key Vault Secrets User')} ${own}`]);
    expect(rolesOn('reports', {})).toEqual([]);
    expect(rolesOn('partner', {})).toEqual([]);
  });

  it('is drawn with what it uses', () => {
    const changes = {
      components: { reports: { type: 'storage-account' } },
      spec: { virtualMachine: { uses: ['reports'] } },
    };
    expect(fileOf('README.md', changes)).toMatch(/\bmachine -->\|"uses"\| reportsStorage\n/);
  });

  it('has the least role on those that the VMs use, once, and the one that mounts shares where it has to', () => {
    const uses = { uses: ['reports', 'partner'] };
    const shares = { shares: ['exports'], shareAccess: { identity: 'managedIdentity' } };
    expect(rolesOn('keyVault', { uses: ['key-vault'] })).toEqual([`${roleKey('Key Vault Secrets User')} ${own}`]);
    expect(rolesOn('partner', uses)).toEqual([`${roleKey('Key Vault Secrets User')} ${own}`]);
    expect(rolesOn('reports', uses)).toEqual([`${roleKey('Storage Blob Data Contributor')} ${own}`]);
    expect(rolesOn('reports', uses, shares)).toEqual([
      `${roleKey('Storage Blob Data Contributor')} ${own}`,
      `${roleKey('Storage File Data SMB MI Admin')} ${own}`,
    ]);
  });
});
