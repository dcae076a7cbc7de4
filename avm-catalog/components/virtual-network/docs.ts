import operations from './readme.md.hbs';
import { md } from '../../../src/text/markdown.ts';
import type { ComponentDocs, Limitation } from '../../kernel/docs.ts';
import { limited, whereIn } from '../../kernel/documents.ts';
import { outboundInputs } from './inputs.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';

export const virtualNetworkDocs: ComponentDocs = {
  operations,
  facts: ({ one, sides }, workspace) => ({
    denies: workspace.on('SEC-003'),
    destinations: outboundInputs.of(one).allow,
    encrypted: whereIn(workspace, sides, isEncrypted),
  }),
  limitations: (workspace) => [...noOutbound(workspace), ...partlyEncrypted(workspace)],
};

const isEncrypted = ({ core }: Environment): boolean => core.network.encryption ?? false;

function partlyEncrypted(workspace: DocumentedWorkspace): readonly Limitation[] {
  return limited(
    152,
    workspace.among(workspace.sides.filter(isEncrypted), workspace.reason(['SEC-033', 'network'], 'virtual-network')),
    (where) =>
      md`Virtual network encryption in ${where} covers traffic between VMs whose size supports it. Traffic of other VMs, and to private endpoints and gateways, isn’t encrypted by it.`,
  );
}

function noOutbound(workspace: DocumentedWorkspace): readonly Limitation[] {
  const holds = (side: Environment): boolean =>
    workspace.on('SEC-006') && !workspace.isIn('nat-gateway', side) && side.core.network.topology === 'simple';
  const fact = workspace.among(workspace.sides.filter(holds), workspace.reason(['SEC-006'], 'virtual-network'));
  const linked = fact?.sides.every((side) => workspace.isIn('monitor-private-link', side)) === true;
  const needed = !workspace.has('virtual-machine')
    ? md``
    : linked
      ? md` Windows Update, activation, Microsoft Defender, and Azure machine configuration need outbound access. Provide it with a proxy or a firewall, which this workspace doesn’t deploy.`
      : md` Windows Update, activation, Microsoft Defender, the Azure Monitor Agent, and Azure machine configuration need outbound access. Provide it with service endpoints, Private Link, or a proxy, none of which this workspace deploys.`;
  return limited(
    150,
    fact,
    (where) =>
      md`There is no outbound internet access in ${where}, because subnets are private and there is no NAT gateway.${needed}`,
  );
}
