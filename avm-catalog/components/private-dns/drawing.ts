import { lastPart } from '../../azure/resource-ids.ts';
import type { Draw, Node } from '../../kernel/drawing.ts';
import { privateDnsInputs } from './inputs.ts';

export const drawing: Draw = (side) => {
  if (!side.subnets.includes('privateEndpoints')) return {};
  const is = privateDnsInputs.of(side);
  const zones = { id: 'dns', title: 'Private DNS zones', icon: 'names' } as const;
  const group = is.resourceGroupId === '' ? {} : { name: lastPart(is.resourceGroupId) };
  const node: Node =
    is.zones === 'create'
      ? { ...zones, in: 'group', part: 'above', tone: 'data' }
      : { ...zones, ...group, in: 'outside' };
  return {
    nodes: [node],
    edges: [{ from: ['dns'], to: ['network'], label: 'name resolution', flow: 'control' }],
  };
};
