import { privateService } from '../../kernel/drawing-patterns.ts';
import { lastPart } from '../../azure/resource-ids.ts';
import type { Attachment, Draw, Node } from '../../kernel/drawing.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { existingScopeIn, makesScope, monitorPrivateLinkInputs } from './inputs.ts';

export const drawing: Draw = (side, workspace) =>
  makesScope(side) ? ownScope(side, workspace) : existingScope(side, workspace);

const endpointOf = (side: Environment, workspace: DocumentedWorkspace): readonly Attachment[] =>
  workspace.isIn('monitoring-agent', side)
    ? [{ title: 'Data collection endpoint', name: side.names['collectionEndpoint'] ?? '', icon: 'funnel' }]
    : [];

/** It isn’t part of the resource group, and the network reaches it in a way that this workspace doesn’t know. */
const existingScope: Draw = (side, workspace) => ({
  nodes: [
    {
      id: 'monitorScope',
      title: 'Private link scope',
      name: lastPart(existingScopeIn(side)),
      in: 'outside',
      icon: 'link',
      tone: 'monitoring',
    },
    ...endpointOf(side, workspace).map((one): Node => ({ ...one, id: 'collectionEndpoint', in: 'monitoring' })),
  ],
  edges: [
    { from: ['machine'], to: ['monitorScope'], label: 'HTTPS 443', flow: 'monitoring' },
    { from: ['monitorScope'], to: ['logs', 'collectionEndpoint'], label: 'Private Link', flow: 'monitoring' },
  ],
});

const ownScope: Draw = (side, workspace) => {
  const is = monitorPrivateLinkInputs.of(side);
  const { nodes = [], edges = [] } = privateService(
    {
      id: 'monitorScope',
      title: 'Private link scope',
      name: side.names['monitorPrivateLink'] ?? '',
      icon: 'link',
    },
    ['azuremonitor'],
  );
  return {
    nodes: nodes.map((node) =>
      node.id === 'monitorScope'
        ? {
            ...node,
            in: 'monitoring',
            shape: 'box',
            details: [`Ingestion: ${is.ingestionAccess}`, `Queries: ${is.queryAccess}`],
            further: ['has the Log Analytics workspace'],
            attached: endpointOf(side, workspace),
          }
        : { ...node, tone: 'monitoring' },
    ),
    edges: edges.map((edge) => ({ ...edge, flow: 'monitoring' as const })),
  };
};
