import operations from './readme.md.hbs';
import { md } from '../../../src/text/markdown.ts';
import type { ComponentDocs } from '../../kernel/docs.ts';
import { limited } from '../../kernel/documents.ts';
import type { Environment } from '../../kernel/workspace.ts';

export const virtualNetworkDocs: ComponentDocs = {
  operations,
  facts: (_, workspace) => ({ denies: workspace.on('SEC-003') }),
  limitations: (workspace) => {
    const holds = (side: Environment): boolean =>
      workspace.on('SEC-006') && !workspace.isIn('nat-gateway', side) && side.core.network.topology === 'simple';
    const fact = workspace.among(workspace.sides.filter(holds), workspace.reason(['SEC-006'], 'virtual-network'));
    const needed = workspace.has('virtual-machine')
      ? md` Windows Update, activation, Defender, the Azure Monitor Agent and guest configuration need outbound access, by service endpoints, private links or a proxy that is not part of this.`
      : md``;
    return limited(
      150,
      fact,
      (where) =>
        md`In ${where} nothing leaves for the internet: subnets are private and there is no NAT gateway.${needed}`,
    );
  },
};
