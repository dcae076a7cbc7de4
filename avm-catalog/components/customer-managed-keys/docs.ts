import operations from './readme.md.hbs';
import type { ComponentDocs } from '../../kernel/docs.ts';
import type { Environment } from '../../kernel/workspace.ts';
import { grouped } from '../../kernel/documents.ts';
import { encryptionKeys } from './keys.ts';
import { separated } from '../../../src/text/commas.ts';
import { camel } from '../../../src/text/pascal.ts';
import { keyVaultType } from '../key-vault/inputs.ts';
import { keyVaultOf } from './inputs.ts';

const tierOf = (side: Environment): 'standard' | 'premium' => keyVaultOf(side)?.is.sku ?? 'standard';

export const customerManagedKeysDocs: ComponentDocs = {
  operations,
  facts: ({ sides, one }, workspace) => ({
    ...vaultFacts(one),
    kinds: separated(
      grouped(sides, tierOf).map(([sku, among]) => ({
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
      from: (side) => (workspace.isIn('customer-managed-keys', side) ? encryptionKeys[tierOf(side)] : ''),
    },
  ],
};

/** The vault's name in the README, and the output with its name. */
function vaultFacts(side: Environment): object {
  const name = keyVaultOf(side)?.component ?? keyVaultType;
  const isOwn = name === keyVaultType;
  return { named: isOwn ? '' : name, output: isOwn ? 'keyVaultName' : `${camel(name)}Name` };
}
