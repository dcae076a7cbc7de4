import type { Numbers, Templates, Texts } from './message.ts';

/** What would be created and could not be used. */
export const useMessages = {
  'share-too-large': ({ most, redundancy, instead }: Texts<'redundancy' | 'instead'> & Numbers<'most'>) => ({
    message: `A share of more than ${most} GiB can’t be created with redundancy ${redundancy}`,
    remedy: `Set quotaGiB to ${most} at most, or run avm set storageAccount.redundancy=${instead}.`,
  }),
  'share-unmountable': ({ why }: Texts<'why'>) => ({
    message: `The VM can’t mount the file shares: ${why}`,
    remedy:
      'Run avm set storageAccount.shareAccess.identity=managedIdentity, with an image of Windows Server 2019 or later.',
  }),
} satisfies Templates;
