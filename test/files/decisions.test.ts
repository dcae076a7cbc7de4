import { describe, expect, it } from 'vitest';
import { blueprints } from '../../avm-catalog/blueprints/index.ts';
import { cases, readCase } from '../cases/cases.ts';

/** What main.bicep holds where a decision counts; every decision has its place here. */
const mechanisms: Readonly<Record<string, RegExp>> = {
  Environments: /param environmentName /,
  'Where the administrator’s password comes from': /adminPassword: administratorVault\.getSecret\(/,
  'Who the machine is': /userAssignedResourceIds: \[/,
  'Outbound access': /natGatewayResourceId: /,
  'Administrative access': /avm\/res\/network\/bastion-host:/,
  'Administrative access through the hub': /remoteVirtualNetworkResourceId: /,
  'Open ports': /jitNetworkAccessPolicies@/,
  'Access to vault and storage': /privateDnsZoneGroupConfigs: /,
  'Access to the data': /privateDnsZoneGroupConfigs: /,
  'Who signs in': /allowSharedKeyAccess: false/,
  'Logs of the operating system': /extensionMonitoringAgentConfig: /,
  Recovery: /policyType: 'V2'/,
  Updates: /avm\/res\/maintenance\/maintenance-configuration:/,
  'Installing the application':
    /resource \w+ 'Microsoft\.Compute\/virtualMachines\/runCommands@[\s\S]*install-application/,
  'Offering the application': /avm\/res\/network\/load-balancer:/,
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

  it('reject nothing that main.bicep has: a system-assigned identity is told of where there is one', () => {
    expect(/systemAssigned: /.test(bicep) ? research : 'requires a system-assigned one beside it').toContain(
      'requires a system-assigned one beside it',
    );
    expect(research).not.toMatch(/\bA system-assigned one:/);
  });
});
