import { privateService } from '../../kernel/drawing-patterns.ts';
import type { Draw } from '../../kernel/drawing.ts';
import { monitorPrivateLinkInputs } from './inputs.ts';

export const drawing: Draw = (side, workspace) => {
  const is = monitorPrivateLinkInputs.of(side);
  const { nodes = [], edges = [] } = privateService(
    {
      id: 'monitorScope',
      title: 'Private link scope',
      name: side.names['monitorPrivateLink'] ?? '',
      icon: 'link',
    },
    { azuremonitor: 'HTTPS 443' },
  );
  const hasEndpoint = workspace.isIn('monitoring-agent', side);
  return {
    nodes: nodes.map((node) =>
      node.id === 'monitorScope'
        ? {
            ...node,
            in: 'monitoring',
            shape: 'box',
            details: [`Ingestion: ${is.ingestionAccess}`, `Queries: ${is.queryAccess}`],
            further: ['has the Log Analytics workspace'],
            attached: hasEndpoint
              ? [
                  {
                    title: 'Data collection endpoint',
                    name: side.names['collectionEndpoint'] ?? '',
                    icon: 'funnel',
                  },
                ]
              : [],
          }
        : { ...node, tone: 'monitoring' },
    ),
    edges: edges.map((edge) => ({ ...edge, flow: 'monitoring' as const })),
  };
};
