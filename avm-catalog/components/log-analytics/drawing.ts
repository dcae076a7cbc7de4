import { bare, isExpression, type ObjectValue } from '../../../src/bicep/value.ts';
import { resourceOf, type Draw } from '../../kernel/drawing.ts';
import { namedIn } from '../../kernel/view.ts';
import type { DocumentedWorkspace } from '../../kernel/workspace.ts';

export const drawing: Draw = (side, workspace) => ({
  nodes: [
    {
      id: 'logs',
      title: 'Log Analytics workspace',
      name: side.names['logAnalytics'] ?? '',
      in: 'monitoring',
      focus: {},
      shape: 'store',
      icon: 'logs',
    },
  ],
  edges: workspace.on('OPS-002')
    ? [
        {
          from: ['network', 'vault', 'storage', 'recovery', ...senders(namedIn(side), workspace).map(resourceOf)],
          to: ['logs'],
          label: 'diagnostic settings',
          flow: 'monitoring',
        },
      ]
    : [],
});

/** Components that use the workspace's diagnostic settings instead of settings from the user. */
function senders(components: readonly string[], workspace: DocumentedWorkspace): readonly string[] {
  return components.filter((one) => workspace.resourcesOf(one).some(({ params }) => isShared(params)));
}

function isShared(params: ObjectValue | undefined): boolean {
  const settings = bare(params?.['diagnosticSettings'] ?? null);
  return isExpression(settings) && settings.$ === 'ref' && settings.kind === 'var';
}
