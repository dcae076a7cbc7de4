import operations from './readme.md.hbs';
import removal from './removal.md.hbs';
import { md } from '../../../src/text/markdown.ts';
import type { ComponentDocs } from '../../kernel/docs.ts';
import { factOf, limited } from '../../kernel/documents.ts';
import { groupUrl } from '../../kernel/group-creation.ts';

export const backupDocs: ComponentDocs = {
  operations,
  facts: () => ({ restoreUrl: groupUrl('$group-restore') }),
  proof: { order: 70, what: 'The first backup exists on the next day' },
  limitations: (workspace) =>
    limited(
      100,
      factOf(workspace, 'backup'),
      (where) => md`You can’t change the backup redundancy (${where}) after the first backup.`,
    ),
  phrases: (workspace) =>
    workspace.has('backup') ? { untaggable: { order: 10, words: 'backup policies and backup items' } } : {},
  removal: { before: { template: removal, what: 'backups' } },
};
