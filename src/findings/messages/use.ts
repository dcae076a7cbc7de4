import type { MessageTemplate } from '../describe.ts';

/** What would be created and could not be used. */
export const useMessages: Readonly<Record<string, MessageTemplate>> = {
  'share-too-large': ({ most, redundancy, instead }) => ({
    message: `A share of more than ${most} GiB can’t be created with redundancy ${redundancy}`,
    remedy: `Set quotaGiB to ${most} at most, or run avm set storageAccount.redundancy=${instead}.`,
  }),
  'share-unmountable': ({ why }) => ({
    message: `The VM can’t mount the file shares: ${why}`,
    remedy:
      'Run avm set storageAccount.shareAccess.identity=managedIdentity, with an image of Windows Server 2019 or later.',
  }),
};
