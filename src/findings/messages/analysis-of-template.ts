import type { Lists, Templates, Texts } from './message.ts';

/** What to do where a generated file says something else than the answers. */
export const takeBack = (file: string): string => `take the edit back by avm render --overwrite ${file}`;
export const follow = (file: string): string =>
  `Give it as an answer in avm.yaml and run avm render, or ${takeBack(file)}.`;

/** What the analysis says of main.bicep and the parameter files. */
export const analysisOfTemplate = {
  'analysis/parameter-undescribed': ({ subject }: Texts<'subject'>) => ({
    message: `The parameter ${subject} has no description`,
    remedy: 'Say above it with @description what it is.',
  }),
  'analysis/stub-output': ({ subject }: Texts<'subject'>) => ({
    message: `The output ${subject} is always empty`,
    remedy: 'Give it the value it promises, or take it away.',
  }),
  'analysis/resource-without-id': ({ subject }: Texts<'subject'>) => ({
    message: `No requirement and no rule is named for ${subject}`,
    remedy: 'Name the ids it is there for in the comment above it, or take it away.',
  }),
  'analysis/resource-unplanned': ({ subject, ids }: Texts<'subject'> & Lists<'ids'>) => ({
    message: `${subject} is declared for ${ids.join(', ')}, and the answers do not make it`,
    remedy: 'Add the component by avm add, or take it away: the next render does not know it.',
  }),
  'analysis/resource-missing': ({ subject, file }: Texts<'subject' | 'file'>) => ({
    message: `The answers make ${subject}, and the template does not declare it`,
    remedy: `Switch off what makes it, or ${takeBack(file)}.`,
  }),
  'analysis/source-differs': ({ subject, says, wants, file }: Texts<'subject' | 'says' | 'wants' | 'file'>) => ({
    message: `${subject} is made by ${says}; the plan has ${wants}`,
    remedy: `Versions come from the catalog; ${takeBack(file)}.`,
  }),
  'analysis/ids-lost': ({ subject, lost, file }: Texts<'subject' | 'file'> & Lists<'lost'>) => ({
    message: `The comment of ${subject} no longer names ${lost.join(', ')}`,
    remedy: `Name them again, or ${takeBack(file)}.`,
  }),
  'analysis/comment-differs': ({ subject, says, wants, file }: Texts<'subject' | 'says' | 'wants' | 'file'>) => ({
    message: `The comment of ${subject} says "${says}"; it is: ${wants}`,
    remedy: `Let it say what the declaration does, or ${takeBack(file)}.`,
  }),
  'analysis/parameter-missing': ({ subject, file }: Texts<'subject' | 'file'>) => ({
    message: `The parameter ${subject} is missing`,
    remedy: `Put it back, or ${takeBack(file)}.`,
  }),
  'analysis/parameter-unknown': ({ subject }: Texts<'subject'>) => ({
    message: `The answers know no parameter ${subject}`,
    remedy: 'Take it away, or give what it is for as an answer.',
  }),
  'analysis/hard-coded': ({ subject, value }: Texts<'subject' | 'value'>) => ({
    message: `${subject} has a value written into it: ${value}`,
    remedy: 'Make it a parameter, so that environments can differ.',
  }),
  'analysis/by-place': ({ subject, value }: Texts<'subject' | 'value'>) => ({
    message: `${subject} finds a part by its place in a list: ${value}`,
    remedy: 'Find it by its name: a list that is put in another order moves what depends on it.',
  }),
  'analysis/declaration-missing': ({ subject, kind, file }: Texts<'subject' | 'kind' | 'file'>) => ({
    message: `${kind} ${subject} is no longer declared`,
    remedy: `Put it back, or ${takeBack(file)}.`,
  }),
  'analysis/declaration-differs': ({ subject, says, wants, file }: Texts<'subject' | 'says' | 'wants' | 'file'>) => ({
    message: `${subject} has "${says}"; the answers come to "${wants}"`,
    remedy: follow(file),
  }),
  'analysis/value-differs': ({ subject, says, wants, file }: Texts<'subject' | 'says' | 'wants' | 'file'>) => ({
    message: `${subject} is given as "${says}"; the answers come to "${wants}"`,
    remedy: `Change the answer by avm set, or ${takeBack(file)}.`,
  }),
} satisfies Templates;
