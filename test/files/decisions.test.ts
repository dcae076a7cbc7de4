import { describe, expect, it } from 'vitest';
import { blueprints } from '../../avm-catalog/blueprints/index.ts';
import { cases, readCase } from '../cases/cases.ts';

/** What main.bicep holds where a decision counts; every decision has its place here. */
const mechanisms: Readonly<Record<string, RegExp>> = {
  Environments: /param environmentName /,
  'Number of VMs': /avm\/res\/compute\/virtual-machine:/,
  'Log destination': /avm\/res\/operational-insights\/workspace:/,
  Redundancy: /skuName: /,
  'Administrator’s password': /adminPassword: administratorVault\.getSecret\(/,
  'Identity of the VM': /userAssignedResourceIds: \[/,
  'Outbound access': /natGatewayResourceId: /,
  'Outbound access through the hub': /nextHopType: 'VirtualAppliance'/,
  'Administrative access': /avm\/res\/network\/bastion-host:/,
  'Administrative access through the hub': /remoteVirtualNetworkResourceId: /,
  'Administrative ports': /jitNetworkAccessPolicies@/,
  'Access to the key vault and storage': /privateDnsZoneGroupConfigs: /,
  'Access to the data': /privateDnsZoneGroupConfigs: /,
  Authentication: /allowSharedKeyAccess: false/,
  'Operating system logs': /extensionMonitoringAgentConfig: /,
  Recovery: /policyType: 'V2'/,
  'Recovery in another region': /vaults\/replicationProtectionIntents@/,
  Updates: /avm\/res\/maintenance\/maintenance-configuration:/,
  'Application installation':
    /resource \w+ 'Microsoft\.Compute\/virtualMachines\/runCommands@[\s\S]*install-application/,
  'Application endpoint': /avm\/res\/network\/load-balancer:/,
};

const topics = new Set(blueprints.flatMap(({ content }) => content.decisions.map(({ topic }) => topic)));

it('every decision names a mechanism that a test looks for', () => {
  expect([...topics].toSorted()).toEqual(Object.keys(mechanisms).toSorted());
});

describe.each(cases)('the decisions of %s', (name) => {
  const { files = [] } = readCase(name).generated;
  const text = (end: string): string => files.find(({ path }) => path.endsWith(end))?.text ?? '';
  const [research, bicep] = [text('research.md'), text('main.bicep')];

  it('are those that main.bicep is made by', () => {
    const told = [...topics].filter((topic) => research.split('\n').some((line) => line.replace(/^#+ /, '') === topic));
    expect(told).toContain('Environments');
    for (const topic of told) expect(bicep, topic).toMatch(mechanisms[topic] ?? /./);
  });

  it('reject nothing that main.bicep has: a system-assigned identity is reported where there is one', () => {
    expect(/systemAssigned: /.test(bicep) ? research : 'also requires a system-assigned one').toContain(
      'also requires a system-assigned one',
    );
    expect(research).not.toMatch(/\bA system-assigned one:/);
  });
});
