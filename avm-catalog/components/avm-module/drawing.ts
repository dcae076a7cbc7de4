import { privateService } from '../../kernel/drawing-patterns.ts';
import type { Draw, Drawing } from '../../kernel/drawing.ts';
import { shortPath } from '../../modules/path.ts';
import { edgesOf } from './edges.ts';
import { endpointsOf } from './endpoints.ts';
import { avmModuleInputs, type AvmModuleInputs } from './inputs.ts';

/** A separate word, which no user-defined name equals. */
const id = 'module';

export const drawing: Draw = (side) => {
  const is = avmModuleInputs.of(side);
  const { nodes = [], edges = [] } = box(is, side.names['avmModule'] ?? '');
  return { nodes, edges: [...edges, ...edgesOf(id, is, side)] };
};

function box(is: AvmModuleInputs, name: string): Drawing {
  const node = { id, title: shortPath(is.module), name, icon: 'part' as const };
  const endpoints = endpointsOf(is);
  if (endpoints.length === 0) return { nodes: [{ ...node, in: 'group' }] };
  return privateService(node, endpoints);
}
