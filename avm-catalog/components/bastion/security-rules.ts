import type { SecurityRule } from '../../kernel/slots.ts';

function allow(
  name: string,
  priority: number,
  direction: 'Inbound' | 'Outbound',
  source: string,
  destination: string,
  ports: readonly string[],
  description: string,
): SecurityRule {
  return {
    name,
    priority,
    direction,
    access: 'Allow',
    protocol: ports.length > 1 && ports[0] === '8080' ? '*' : 'Tcp',
    description,
    source,
    destination,
    ports,
  };
}

/** Rules that Azure requires in the NSG of AzureBastionSubnet (Azure docs: bastion-nsg). */
export const bastionRules: readonly SecurityRule[] = [
  allow('AllowHttpsInbound', 100, 'Inbound', 'Internet', '*', ['443'], 'Browsers and clients of administrators'),
  allow('AllowGatewayManagerInbound', 110, 'Inbound', 'GatewayManager', '*', ['443'], 'Control plane of Azure Bastion'),
  allow('AllowAzureLoadBalancerInbound', 120, 'Inbound', 'AzureLoadBalancer', '*', ['443'], 'Health probes'),
  allow(
    'AllowBastionHostInbound',
    130,
    'Inbound',
    'VirtualNetwork',
    'VirtualNetwork',
    ['8080', '5701'],
    'Communication between Bastion hosts',
  ),
  allow('AllowRemoteDesktopOutbound', 100, 'Outbound', '*', 'VirtualNetwork', ['22', '3389'], 'Sessions to VMs'),
  allow('AllowAzureCloudOutbound', 110, 'Outbound', '*', 'AzureCloud', ['443'], 'Diagnostics and control plane'),
  allow(
    'AllowBastionHostOutbound',
    120,
    'Outbound',
    'VirtualNetwork',
    'VirtualNetwork',
    ['8080', '5701'],
    'Communication between Bastion hosts',
  ),
  allow(
    'AllowSessionInformationOutbound',
    130,
    'Outbound',
    '*',
    'Internet',
    ['80'],
    'Certificate validation and session information',
  ),
];
