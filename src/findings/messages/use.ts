import type { Templates, Texts } from './message.ts';

/** What would be created and could not be used. */
export const useMessages = {
  'share-unmountable': ({ why }: Texts<'why'>) => ({
    message: `The VM can’t mount the file shares: ${why}`,
    remedy:
      'Run avm set storageAccount.shareAccess.identity=managedIdentity, with an image of Windows Server 2019 or later.',
  }),
} satisfies Templates;
