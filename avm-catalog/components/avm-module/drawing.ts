import { privateService } from '../../kernel/drawing-patterns.ts';
import type { Draw } from '../../kernel/drawing.ts';
import { shortPath } from '../../modules/path.ts';
import { endpointsOf } from './endpoints.ts';
import { avmModuleInputs } from './inputs.ts';

export const drawing: Draw = (side) => {
  const is = avmModuleInputs.of(side);
  const node = {
    id: 'avmModule',
    title: shortPath(is.module),
    name: side.names['avmModule'] ?? '',
    icon: 'part' as const,
  };
  const endpoints = endpointsOf(is);
  if (endpoints.length === 0) return { nodes: [{ ...node, in: 'group' }] };
  return privateService(node, Object.fromEntries(endpoints.map((service) => [service, 'HTTPS 443'])));
};
