import operations from './readme.md.hbs';
import { code, md } from '../../../src/text/markdown.ts';
import type { ComponentDocs } from '../../kernel/docs.ts';
import { limited } from '../../kernel/documents.ts';
import type { Environment } from '../../kernel/workspace.ts';

export const managedIdentityDocs: ComponentDocs = {
  operations,
  facts: ({ one: { names } }) => ({
    workload: names['identityWorkload'] ?? '',
    encryption: names['identityEncryption'] ?? '',
  }),
  limitations: (workspace) => {
    const waits = (side: Environment): boolean =>
      workspace.isIn('customer-managed-keys', side) || workspace.isIn('application', side);
    const fact = workspace.among(
      workspace.sides.filter(waits),
      workspace.reason(['identity', 'SEC-009'], 'managed-identity'),
    );
    const script = workspace.has('virtual-machine')
      ? md` The script that installs the application waits up to 10 minutes for its role.`
      : md``;
    return limited(
      80,
      fact,
      (where) =>
        md`A new role assignment can take a few minutes to take effect (${where}). If the first deployment fails with ${code('Forbidden')} or 403, for example on a resource with a customer-managed key, run it again.${script}`,
    );
  },
  phrases: () => ({ unmeasured: { order: 40, words: 'identities' } }),
};
