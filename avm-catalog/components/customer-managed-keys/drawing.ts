import { resourceOf, type Draw } from '../../kernel/drawing.ts';
import { keyVaultOf } from './inputs.ts';

export const drawing: Draw = (side) => ({
  nodes:
    (side.names['diskEncryptionSet'] ?? '') === ''
      ? []
      : [
          {
            id: 'encryption',
            title: 'Disk encryption set',
            name: side.names['diskEncryptionSet'] ?? '',
            in: 'group',
            part: 'service',
            icon: 'lock',
          },
        ],
  edges: [
    {
      from: [resourceOf(keyVaultOf(side)?.component ?? '')],
      to: ['encryption', 'storage'],
      label: 'key',
      flow: 'data',
    },
    { from: ['encryption'], to: ['machine'], label: 'encrypts disks', flow: 'data' },
  ],
});
