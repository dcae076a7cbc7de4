import { privateService } from '../../kernel/drawing-patterns.ts';
import type { Draw } from '../../kernel/drawing.ts';
import { hasShares } from './shares.ts';

export const drawing: Draw = ({ names }, { sides }) =>
  privateService(
    { id: 'storage', title: 'Storage account', name: names['storageAccount'] ?? '', icon: 'store' },
    sides.some(hasShares) ? ['blob', 'file'] : ['blob'],
  );
