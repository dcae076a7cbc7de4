import type { Lists, Templates, Texts } from './message.ts';

/** The remedy for a generated file that no longer agrees with avm.yaml. */
export const takeBack = (file: string): string => `revert the edit: avm render --overwrite ${file}`;
export const follow = (file: string): string =>
  `Change the setting in avm.yaml and run avm render, or ${takeBack(file)}`;

/** What the analysis says of main.bicep and the parameter files. */
export const analysisOfTemplate = {
  'analysis/parameter-undescribed': ({ subject }: Texts<'subject'>) => ({
    message: `The parameter '${subject}' has no description`,
    remedy: 'Add a @description above it.',
  }),
  'analysis/stub-output': ({ subject }: Texts<'subject'>) => ({
    message: `The output '${subject}' is always empty`,
    remedy: 'Give it a value, or remove it.',
  }),
  'analysis/resource-without-id': ({ subject }: Texts<'subject'>) => ({
    message: `'${subject}' names no requirement and no rule`,
    remedy: 'Name the IDs that it implements in the comment above it, or remove it.',
  }),
  'analysis/resource-unplanned': ({ subject, ids }: Texts<'subject'> & Lists<'ids'>) => ({
    message: `'${subject}' is declared for ${ids.join(', ')}, and nothing in avm.yaml creates it`,
    remedy: 'Add the component with avm add, or remove the declaration: the next render removes it.',
  }),
  'analysis/resource-missing': ({ subject, file }: Texts<'subject' | 'file'>) => ({
    message: `avm.yaml has '${subject}', and the template doesn't declare it`,
    remedy: `Turn off the component that creates it, or ${takeBack(file)}`,
  }),
  'analysis/source-differs': ({ subject, says, wants, file }: Texts<'subject' | 'says' | 'wants' | 'file'>) => ({
    message: `'${subject}' uses ${says}, and the plan has ${wants}`,
    remedy: `Versions come from the catalog. To use the planned one, ${takeBack(file)}`,
  }),
  'analysis/ids-lost': ({ subject, lost, file }: Texts<'subject' | 'file'> & Lists<'lost'>) => ({
    message: `The comment of '${subject}' no longer names ${lost.join(', ')}`,
    remedy: `Restore the IDs, or ${takeBack(file)}`,
  }),
  'analysis/comment-differs': ({ subject, says, wants, file }: Texts<'subject' | 'says' | 'wants' | 'file'>) => ({
    message: `The comment of '${subject}' says "${says}" instead of "${wants}"`,
    remedy: `Correct the comment, or ${takeBack(file)}`,
  }),
  'analysis/parameter-missing': ({ subject, file }: Texts<'subject' | 'file'>) => ({
    message: `The parameter '${subject}' is missing`,
    remedy: `Restore it, or ${takeBack(file)}`,
  }),
  'analysis/parameter-unknown': ({ subject }: Texts<'subject'>) => ({
    message: `No setting in avm.yaml has the parameter '${subject}'`,
    remedy: 'Remove it, or change the setting that it stands for in avm.yaml.',
  }),
  'analysis/hard-coded': ({ subject, value }: Texts<'subject' | 'value'>) => ({
    message: `'${subject}' has a hard-coded value: ${value}`,
    remedy: 'Use a parameter, so that environments can differ.',
  }),
  'analysis/by-place': ({ subject, value }: Texts<'subject' | 'value'>) => ({
    message: `'${subject}' refers to an item of a list by its position: ${value}`,
    remedy: 'Refer to it by name, so that a reordered list changes nothing.',
  }),
  'analysis/declaration-missing': ({ subject, kind, file }: Texts<'subject' | 'kind' | 'file'>) => ({
    message: `${kind} '${subject}' is no longer declared`,
    remedy: `Restore it, or ${takeBack(file)}`,
  }),
  'analysis/declaration-differs': ({ subject, says, wants, file }: Texts<'subject' | 'says' | 'wants' | 'file'>) => ({
    message: `'${subject}' has "${says}", and avm.yaml resolves to "${wants}"`,
    remedy: follow(file),
  }),
  'analysis/value-differs': ({ subject, says, wants, file }: Texts<'subject' | 'says' | 'wants' | 'file'>) => ({
    message: `'${subject}' is set to "${says}", and avm.yaml resolves to "${wants}"`,
    remedy: `Change the setting with avm set, or ${takeBack(file)}`,
  }),
} satisfies Templates;
