import { lastPart, type Draw, type Node } from '../drawing.ts';
import { among, isOn } from './among.ts';

const operators: Node = { id: 'operators', title: 'Operators', in: 'outside', shape: 'round', icon: 'person' };

/** Who is told of what. */
export const ofWatching: Readonly<Record<string, Draw>> = {
  'log-analytics': (side, workspace) => ({
    nodes: [
      {
        id: 'logs',
        title: 'Log Analytics',
        name: side.names['logAnalytics'] ?? '',
        in: 'group',
        part: 'monitoring',
        shape: 'store',
        icon: 'logs',
      },
    ],
    edges: workspace.on('OPS-002')
      ? [
          {
            from: among(side, workspace, {
              'virtual-network': 'network',
              'key-vault': 'vault',
              'storage-account': 'storage',
              backup: 'recovery',
            }),
            to: ['logs'],
            label: 'diagnostic settings',
            flow: 'monitoring',
          },
        ]
      : [],
  }),
  'monitoring-agent': ({ names }) => ({
    nodes: [
      {
        id: 'collection',
        title: 'Data collection rule',
        name: names['collectionRule'] ?? '',
        in: 'group',
        part: 'monitoring',
        icon: 'funnel',
      },
    ],
    edges: [
      { from: ['machine'], to: ['collection'], label: 'Azure Monitor Agent', flow: 'monitoring' },
      { from: ['collection'], to: ['logs'], label: 'events and counters', flow: 'monitoring' },
    ],
  }),
  alerts: (side, workspace) => {
    const { emails, armRoles, actionGroupId } = side.inputs.alerts;
    const isRead = emails.length + armRoles.length > 0;
    const own: Node = {
      id: 'actions',
      title: 'Action group',
      name: side.names['actionGroup'] ?? '',
      in: 'group',
      part: 'monitoring',
      icon: 'send',
    };
    const central: Node = {
      id: 'centralActions',
      title: 'Existing action group',
      name: lastPart(actionGroupId),
      in: 'outside',
      icon: 'send',
    };
    const groups = [...(isRead || actionGroupId === '' ? [own] : []), ...(actionGroupId === '' ? [] : [central])];
    return {
      nodes: [
        { id: 'alerts', title: 'Alert rules', in: 'group', part: 'monitoring', icon: 'bell' },
        ...groups,
        ...(isRead ? [operators] : []),
      ],
      edges: [
        { from: ['machine'], to: ['alerts'], label: 'metrics', flow: 'monitoring' },
        ...(isOn(side, workspace, 'monitoring-agent')
          ? [{ from: ['logs'], to: ['alerts'], label: 'queries', flow: 'monitoring' } as const]
          : []),
        { from: ['alerts'], to: groups.map(({ id }) => id), label: 'alerts', flow: 'monitoring' },
        ...(isRead ? [{ from: ['actions'], to: ['operators'], label: 'e-mail', flow: 'monitoring' } as const] : []),
      ],
    };
  },
};
