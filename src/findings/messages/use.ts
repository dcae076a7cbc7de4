import type { MessageTemplate } from '../describe.ts';

/** What would be created and could not be used. */
export const useMessages: Readonly<Record<string, MessageTemplate>> = {
  'share-unmountable': ({ why }) => ({
    message: `The VM can’t mount the file shares: ${why}`,
    remedy:
      'Run avm set storageAccount.shareAccess.identity=managedIdentity, with an image of Windows Server 2019 or later.',
  }),
};
