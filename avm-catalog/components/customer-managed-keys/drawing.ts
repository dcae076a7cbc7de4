import type { Draw } from '../../kernel/drawing.ts';

export const drawing: Draw = ({ names }) => ({
  nodes:
    (names['diskEncryptionSet'] ?? '') === ''
      ? []
      : [
          {
            id: 'encryption',
            title: 'Disk encryption set',
            name: names['diskEncryptionSet'] ?? '',
            in: 'group',
            part: 'above',
            icon: 'lock',
          },
        ],
  edges: [
    { from: ['vault'], to: ['encryption', 'storage'], label: 'key', flow: 'data' },
    { from: ['encryption'], to: ['machine'], label: 'encrypts disks', flow: 'data' },
  ],
});
