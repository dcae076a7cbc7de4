import { createFixture, type FsFixture } from 'fs-fixture';
import { createSession, type BicepSession } from '../../src/checks/bicep/session.ts';
import { prepareModules, type PreparedModules } from '../../src/checks/modules/prepare.ts';
import { publicRegistry, type ModuleSource } from '../../src/checks/modules/source.ts';
import { bicepPath } from '../support/bicep.ts';
import { modulesFolder } from '../support/modules.ts';

const parametersOf = (environment: string) => `using 'main.bicep'

param location = 'westeurope'
param workload = 'shop-${environment}'
param addressSpace = '10.1.0.0/24'
`;

export const smallMain = `@description('Where everything is.')
param location string

@description('Name of the workload.')
param workload string

@description('Address space of the network.')
param addressSpace string

module nsg 'br/public:avm/res/network/network-security-group:0.5.3' = {
  params: {
    name: 'nsg-\${workload}'
    location: location
    enableTelemetry: false
  }
}

module vnet 'br/public:avm/res/network/virtual-network:0.10.1' = {
  params: {
    name: 'vnet-\${workload}'
    location: location
    addressPrefixes: [addressSpace]
    enableTelemetry: false
    subnets: [
      {
        name: 'snet-app'
        addressPrefix: cidrSubnet(addressSpace, 26, 0)
        networkSecurityGroupResourceId: resourceId('Microsoft.Network/networkSecurityGroups', 'nsg-\${workload}')
      }
    ]
  }
  dependsOn: [nsg]
}

@description('Id of the network.')
output networkId string = vnet.outputs.resourceId
`;

/** A network and a security group for three environments; all of it compiles without a word. */
export const smallFiles = {
  'main.bicep': smallMain,
  'main.dev.bicepparam': parametersOf('dev'),
  'main.test.bicepparam': parametersOf('test'),
  'main.prod.bicepparam': parametersOf('prod'),
};

export const smallModules = [
  { module: 'avm/res/network/network-security-group', version: '0.5.3' },
  { module: 'avm/res/network/virtual-network', version: '0.10.1' },
];

export const smallEnvironments = ['dev', 'test', 'prod'].map((name) => ({
  name,
  parametersFile: `main.${name}.bicepparam`,
}));

export const realModules = modulesFolder();

export interface Opened extends AsyncDisposable {
  readonly fixture: FsFixture;
  readonly prepared: PreparedModules;
  readonly session: BicepSession;
}

/** A workspace on disk, its modules laid out from the folder of real ones, and a compiler that knows them. */
export async function openWorkspace(
  files: Record<string, string> = smallFiles,
  source: ModuleSource = { kind: 'folder', folder: realModules ?? '' },
  modules = smallModules,
): Promise<Opened> {
  const fixture = await createFixture(files);
  const bicep = bicepPath();
  const prepared = await prepareModules(source, { root: fixture.path, modules, registry: publicRegistry, bicep });
  const session = createSession({ path: bicep, env: { ...process.env, ...prepared.environment } });
  const close = async () => {
    await session.close();
    await prepared.dispose();
    await fixture.rm();
  };
  return { fixture, prepared, session, [Symbol.asyncDispose]: close };
}
