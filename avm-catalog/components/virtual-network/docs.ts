import operations from './readme.md.hbs';
import { md } from '../../../src/text/markdown.ts';
import type { ComponentDocs } from '../../kernel/docs.ts';
import { limited } from '../../kernel/documents.ts';
import { outboundInputs } from './inputs.ts';
import type { Environment } from '../../kernel/workspace.ts';

export const virtualNetworkDocs: ComponentDocs = {
  operations,
  facts: ({ one }, workspace) => ({
    denies: workspace.on('SEC-003'),
    destinations: outboundInputs.of(one).allow,
  }),
  limitations: (workspace) => {
    const holds = (side: Environment): boolean =>
      workspace.on('SEC-006') && !workspace.isIn('nat-gateway', side) && side.core.network.topology === 'simple';
    const fact = workspace.among(workspace.sides.filter(holds), workspace.reason(['SEC-006'], 'virtual-network'));
    const needed = workspace.has('virtual-machine')
      ? md` Windows Update, activation, Microsoft Defender, the Azure Monitor Agent, and Azure machine configuration need outbound access. Provide it with service endpoints, Private Link, or a proxy, none of which this workspace deploys.`
      : md``;
    return limited(
      150,
      fact,
      (where) =>
        md`There is no outbound internet access in ${where}, because subnets are private and there is no NAT gateway.${needed}`,
    );
  },
};
