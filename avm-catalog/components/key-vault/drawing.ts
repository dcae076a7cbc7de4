import { privateService } from '../../kernel/drawing-patterns.ts';
import type { Draw } from '../../kernel/drawing.ts';

export const drawing: Draw = ({ names }) =>
  privateService({ id: 'vault', title: 'Key vault', name: names['keyVault'] ?? '', icon: 'key' }, ['vault']);
