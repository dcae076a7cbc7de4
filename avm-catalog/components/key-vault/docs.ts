import after from './recovery.md.hbs';
import operations from './readme.md.hbs';
import { md } from '../../../src/text/markdown.ts';
import type { ComponentDocs } from '../../kernel/docs.ts';
import { keyVaultInputs } from './inputs.ts';
import { factOf, limited } from '../../kernel/documents.ts';

export const keyVaultDocs: ComponentDocs = {
  operations,
  facts: ({ key, symbol }) => ({
    named: key !== keyVaultInputs.key,
    output: symbol('keyVaultName'),
    days: `${key}.softDeleteDays`,
  }),
  limitations: (workspace) =>
    limited(
      90,
      factOf(workspace, 'key-vault'),
      (where) =>
        md`You can’t turn off purge protection of the key vault (${where}), or change the number of days that Azure keeps a deleted key vault. During that time, its name isn’t available.`,
    ),
  removal: { after },
};
