import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkOrder } from '../../../src/checks/order/check.ts';
import { isMissing } from '../../support/tools.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import type { Spec } from '../../../src/resolve/spec.ts';
import { modulesFolder } from '../../support/modules.ts';
import { CompiledCase, templateAt, type Loose } from './compiled-case.ts';

const modules = modulesFolder();
const othersNetwork = '/subscriptions/s/resourceGroups/rg-other/providers/Microsoft.Network/virtualNetworks/vnet-other';

/** Each breaks a compiled template that is right, and is found with its code at its place. */
const mutations: readonly {
  readonly what: string;
  readonly change: (template: Loose) => void;
  readonly code: string;
  /** In `from` of the finding. */
  readonly from?: string;
  /** In `to`, or another argument. */
  readonly other?: string;
}[] = [
  {
    what: 'a module that waits for nothing',
    change: (main) => void delete main.resources.virtualNetwork.dependsOn,
    code: 'order/race',
    from: 'virtualNetwork/virtualNetwork_subnets[0]/subnet',
    other: 'networkSecurityGroups[',
  },
  {
    what: 'a resource in a module that waits for nothing',
    change: (main) => void delete templateAt(main, 'virtualNetwork').resources.virtualNetwork_lock.dependsOn,
    code: 'order/race',
    from: 'virtualNetwork/virtualNetwork_lock',
    other: 'virtualNetwork/virtualNetwork',
  },
  {
    what: 'a module that waits for one that is not deployed, which waited for what it uses',
    change: (main) => {
      main.resources.virtualNetwork.dependsOn = ['natGateway', 'between'];
      main.resources.between = structuredClone(main.resources.maintenance);
      Object.assign(main.resources.between, { condition: false, dependsOn: ['networkSecurityGroups'] });
    },
    code: 'order/race',
    from: 'virtualNetwork/virtualNetwork_subnets[0]/subnet',
    other: 'networkSecurityGroups[',
  },
  {
    what: 'a module that is deployed after what uses it',
    change: (main) => {
      const { actionGroup, metricAlerts } = main.resources;
      metricAlerts.dependsOn = metricAlerts.dependsOn.filter((one: string) => one !== 'actionGroup');
      actionGroup.dependsOn = ['metricAlerts'];
    },
    code: 'order/late',
    from: 'metricAlerts[',
    other: 'actionGroup/actionGroup',
  },
  {
    what: 'modules that wait for each other',
    change: (main) => void (main.resources.logAnalytics.dependsOn = ['virtualNetwork']),
    code: 'order/circle',
    other: 'logAnalytics',
  },
  {
    what: 'an ID that nobody creates',
    change: (main) => {
      main.resources.natGateway.properties.parameters.publicIPPrefixResourceIds = {
        value: ['/subscriptions/s/resourceGroups/rg-other/providers/Microsoft.Network/publicIPPrefixes/ippre-other'],
      };
    },
    code: 'order/undeclared',
    from: 'natGateway/natGateway',
    other: 'publicIPPrefixes/ippre-other',
  },
  {
    what: 'an ID that is created twice',
    change: (main) => void (main.resources.again = structuredClone(main.resources.maintenance)),
    code: 'order/two-writers',
    other: 'maintenance/maintenanceConfiguration',
  },
  {
    what: 'nested deployments of one name',
    change: (main) => void (main.resources.maintenance.name = main.resources.managedIdentity.name),
    code: 'order/deployment-name',
    other: 'managedidentity-',
  },
  {
    what: 'a network that lists other subnets than are created',
    change: (main) => void (templateAt(main, 'virtualNetwork').resources.virtualNetwork.properties.subnets = []),
    code: 'order/dropped',
    from: 'virtualNetwork/virtualNetwork_subnets[0]/subnet',
    other: 'virtualNetwork/virtualNetwork',
  },
  {
    what: 'a network that lists a subnet that is created too',
    change: (main) => {
      const { virtualNetwork } = templateAt(main, 'virtualNetwork').resources;
      virtualNetwork.properties.subnets = [{ name: 'AzureBastionSubnet' }];
    },
    code: 'order/two-writers',
    from: 'virtualNetwork/virtualNetwork_subnets[',
    other: 'virtualNetwork/virtualNetwork',
  },
  {
    what: 'a role that is assigned twice',
    change: (main) => {
      const { resources } = templateAt(main, 'keyVault');
      resources.second = structuredClone(resources.keyVault_roleAssignments);
      resources.second.copy.name = 'second';
      resources.second.name = "[guid('second', string(copyIndex()))]";
    },
    code: 'order/same-role',
    other: 'keyVault/keyVault_roleAssignments[0]',
  },
  {
    what: 'a role for a new identity without the type of its principal',
    change: (main) =>
      void delete templateAt(main, 'keyVault').resources.keyVault_roleAssignments.properties.principalType,
    code: 'order/principal-type',
    from: 'keyVault/keyVault_roleAssignments[0]',
  },
  {
    what: 'a read-only lock',
    change: (main) => {
      templateAt(main, 'virtualNetwork').resources.virtualNetwork_lock.properties.level = 'ReadOnly';
    },
    code: 'order/read-only',
    from: 'virtualNetwork/virtualNetwork_lock',
    other: '/virtualNetworks/',
  },
  {
    what: 'a resource of a provider outside the boundary',
    change: (main) => {
      const { resources } = templateAt(main, 'maintenance');
      resources.maintenanceConfiguration.type = 'Microsoft.Sql/servers';
    },
    code: 'order/provider',
    from: 'maintenance/maintenanceConfiguration',
    other: 'Microsoft.Sql',
  },
  {
    what: 'a module that is deployed to another resource group',
    change: (main) => void (main.resources.maintenance.resourceGroup = 'rg-of-others'),
    code: 'order/scope',
    from: 'maintenance/maintenanceConfiguration',
    other: '/resourceGroups/rg-of-others/',
  },
  {
    what: 'a policy assignment',
    change: (main) => {
      const { maintenanceConfiguration } = templateAt(main, 'maintenance').resources;
      maintenanceConfiguration.type = 'Microsoft.Authorization/policyAssignments';
    },
    code: 'order/permission',
    from: 'maintenance/maintenanceConfiguration',
    other: 'Microsoft.Authorization/policyAssignments/write',
  },
  {
    what: 'a write to another resource group, with its nested deployment',
    change: (main) => void (main.resources.maintenance.resourceGroup = 'rg-of-others'),
    code: 'order/permission',
    from: 'maintenance/maintenanceConfiguration',
    other: 'Microsoft.Resources/deployments/write","scope":"/subscriptions/',
  },
  {
    what: 'a network interface in a subnet of others',
    change: (main) => {
      const { resources } = templateAt(main, 'virtualMachine', 'vm_nic', 'networkInterface');
      const ipConfigurations = [{ name: 'a', properties: { subnet: { id: `${othersNetwork}/subnets/snet` } } }];
      resources.networkInterface.properties = { ipConfigurations };
    },
    code: 'order/permission',
    from: '/networkInterface',
    other: 'Microsoft.Network/virtualNetworks/subnets/join/action',
  },
  {
    what: 'a name that depends on the deployment',
    change: (main) => {
      const { maintenanceConfiguration } = templateAt(main, 'maintenance').resources;
      maintenanceConfiguration.name = '[deployment().name]';
    },
    code: 'order/another',
    from: 'maintenance/maintenanceConfiguration',
  },
  {
    what: 'a value that is new with each deployment',
    change: (main) => {
      const template = templateAt(main, 'maintenance');
      template.parameters.fresh = { type: 'string', defaultValue: '[newGuid()]' };
      template.resources.maintenanceConfiguration.properties.namespace = "[parameters('fresh')]";
    },
    code: 'order/changes',
    from: 'maintenance/maintenanceConfiguration',
    other: 'properties.namespace',
  },
  {
    what: 'a name that is new with each deployment',
    change: (main) => {
      const template = templateAt(main, 'maintenance');
      template.parameters.fresh = { type: 'string', defaultValue: '[utcNow()]' };
      template.resources.maintenanceConfiguration.name = "[parameters('fresh')]";
    },
    code: 'order/another',
    from: 'maintenance/maintenanceConfiguration',
  },
  {
    what: 'a value that depends on the deployment',
    change: (main) => {
      const { maintenanceConfiguration } = templateAt(main, 'maintenance').resources;
      maintenanceConfiguration.properties.namespace = '[deployment().name]';
    },
    code: 'order/changes',
    from: 'maintenance/maintenanceConfiguration',
    other: 'properties.namespace',
  },
];

describe.skipIf(modules === null || isMissing('bicep'))('the order of a deployment', () => {
  let base: CompiledCase;
  beforeAll(async () => {
    base = await CompiledCase.open('defaults', 'prod', modules ?? '');
  });
  afterAll(() => base[Symbol.asyncDispose]());

  const found = async (change?: (template: Loose) => void) => {
    const { spec, plan } = base;
    return checkOrder({ spec, plan, ...(await base.predict(change)) });
  };

  it('has no finding where nothing is changed', async () => {
    expect(await found()).toEqual([]);
  });

  it('has roles for each lock and role assignment, and finds those that no role is listed for', async () => {
    const { spec, plan } = base;
    const without: Spec = {
      ...spec,
      views: spec.views.map((view) => ({ ...view, core: { ...view.core, lock: 'none' } })),
    };
    const bare: Plan = {
      ...plan,
      resources: plan.resources.map((one) => (one.kind === 'module' ? { ...one, params: {} } : one)),
    };
    const findings = checkOrder({ spec: without, plan: bare, ...(await base.predict()) });
    const actions = findings.flatMap((one) => (one.code === 'order/permission' ? [one.args.action] : []));
    expect([...new Set(actions)].toSorted()).toEqual([
      'Microsoft.Authorization/locks/write',
      'Microsoft.Authorization/roleAssignments/write',
    ]);
  });

  it.each(mutations)('$what is found: $code', async ({ change, code, from = '', other = '' }) => {
    const findings = await found(change);
    const said = findings
      .filter((one) => one.code === code)
      .map(({ args }) => args as Readonly<Record<string, unknown>>);
    expect(findings.map((one) => one.code)).toContain(code);
    const there = said.filter(
      ({ from: place = '', ...rest }) => String(place).includes(from) && JSON.stringify(rest).includes(other),
    );
    expect(said.length > 0 && there.length, JSON.stringify(said)).toBeGreaterThan(0);
  });
});
