import after from './recovery.md.hbs';
import operations from './readme.md.hbs';
import { md } from '../../../src/text/markdown.ts';
import type { ComponentDocs } from '../../kernel/docs.ts';
import { factOf, limited } from '../../kernel/documents.ts';

export const keyVaultDocs: ComponentDocs = {
  operations,
  facts: ({ key, symbol }) => ({ output: symbol('keyVaultName'), days: `${key}.softDeleteDays` }),
  limitations: (workspace) =>
    limited(
      90,
      factOf(workspace, 'key-vault'),
      (where) =>
        md`Purge protection of the key vault (${where}) cannot be switched off, and the days a deleted vault is kept cannot be changed. A deleted vault blocks its name for those days.`,
    ),
  removal: { after },
};
