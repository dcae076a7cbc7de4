import operations from './readme.md.hbs';
import type { ComponentDocs } from '../../kernel/docs.ts';
import { grouped } from '../../kernel/documents.ts';
import { encryptionKeys } from './keys.ts';
import { separated } from '../../../src/text/commas.ts';

export const customerManagedKeysDocs: ComponentDocs = {
  operations,
  facts: ({ sides }, workspace) => ({
    kinds: separated(
      grouped(sides, (side) => side.inputs.keyVault.sku).map(([sku, among]) => ({
        name: encryptionKeys[sku],
        kty: sku === 'premium' ? 'RSA-HSM' : 'RSA',
        where: workspace.where(among),
      })),
    ),
  }),
  variables: (workspace) => [
    {
      order: 20,
      name: 'key',
      from: (side) => (workspace.isIn('customer-managed-keys', side) ? encryptionKeys[side.inputs.keyVault.sku] : ''),
    },
  ],
};
