import type { Draw } from '../../kernel/drawing.ts';
import { bicepFileInputs } from './inputs.ts';

export const drawing: Draw = (side) => {
  const { file } = bicepFileInputs.of(side);
  const name = side.names['bicepFile'] ?? '';
  return {
    nodes: [{ id: 'bicepFile', title: 'Bicep file', name: name === '' ? file : name, in: 'group', icon: 'part' }],
  };
};
