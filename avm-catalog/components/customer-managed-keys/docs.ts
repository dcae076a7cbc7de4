import operations from './readme.md.hbs';
import type { ComponentDocs } from '../../kernel/docs.ts';
import { grouped } from '../../kernel/documents.ts';
import { encryptionKeys } from './keys.ts';
import { separated } from '../../../src/text/commas.ts';
import { keyVaultInputs } from '../key-vault/inputs.ts';

export const customerManagedKeysDocs: ComponentDocs = {
  operations,
  facts: ({ sides }, workspace) => ({
    kinds: separated(
      grouped(sides, (side) => keyVaultInputs.of(side).sku).map(([sku, among]) => ({
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
      from: (side) =>
        workspace.isIn('customer-managed-keys', side) ? encryptionKeys[keyVaultInputs.of(side).sku] : '',
    },
  ],
};
