import { lastPart } from '../../azure/resource-ids.ts';
import type { Draw, Node } from '../../kernel/drawing.ts';
import { alertsInputs } from './inputs.ts';

const rules: Node = { id: 'alerts', title: 'Alert rules', in: 'monitoring', icon: 'bell' };
const operators: Node = { id: 'operators', title: 'Operators', in: 'outside', shape: 'round', icon: 'person' };

export const drawing: Draw = (side, workspace) => {
  const { emails, armRoles, actionGroupId } = alertsInputs.of(side);
  const isRead = emails.length + armRoles.length > 0;
  const own: Node = {
    id: 'actions',
    title: 'Action group',
    name: side.names['actionGroup'] ?? '',
    in: 'monitoring',
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
    nodes: [rules, ...groups, ...(isRead ? [operators] : [])],
    edges: [
      { from: ['machine'], to: ['alerts'], label: 'metrics', flow: 'monitoring' },
      ...(workspace.isIn('monitoring-agent', side)
        ? [{ from: ['logs'], to: ['alerts'], label: 'queries', flow: 'monitoring' } as const]
        : []),
      { from: ['alerts'], to: groups.map(({ id }) => id), label: 'alerts', flow: 'monitoring' },
      ...(isRead ? [{ from: ['actions'], to: ['operators'], label: 'email', flow: 'monitoring' } as const] : []),
    ],
  };
};
