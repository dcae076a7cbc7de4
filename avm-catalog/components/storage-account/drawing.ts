import { privateService } from '../../kernel/drawing-patterns.ts';
import type { Draw } from '../../kernel/drawing.ts';

export const drawing: Draw = ({ names }, { sides }) => {
  const shares = sides.some(({ inputs: { storageAccount: is } }) => is.enabled && is.shares.length > 0);
  return privateService(
    { id: 'storage', title: 'Storage account', name: names['storageAccount'] ?? '', icon: 'store' },
    { blob: 'HTTPS 443', ...(shares ? { file: 'SMB 445' } : {}) },
  );
};
