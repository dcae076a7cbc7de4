import type { Lists, Numbers, Templates, Texts } from './message.ts';
import { analysisOfConstitution } from './analysis-of-constitution.ts';
import { analysisOfTemplate, follow, takeBack } from './analysis-of-template.ts';
import { reasons } from './requirements.ts';

const statements = {
  'analysis/duplicate-id': ({ subject, line }: Texts<'subject'> & Numbers<'line'>) => ({
    message: `${subject} is used twice, first in line ${line}`,
    remedy: 'Give the second one the next free number, or remove it.',
  }),
  'analysis/duplicate-text': ({ subject, other, how, line }: Texts<'subject' | 'other' | 'how'> & Numbers<'line'>) => ({
    message: `${subject} says ${how} as ${other} in line ${line}`,
    remedy: 'Remove one of them, or state in each what the other does not say.',
  }),
  'analysis/vague': ({ subject, word }: Texts<'subject' | 'word' | 'says'>) => ({
    message: `${subject} says "${word}" without a measure`,
    remedy: 'State how much, how many, or how long, or name what demonstrates it.',
  }),
  'analysis/placeholder': ({ mark, says }: Texts<'mark' | 'says'>) => ({
    message: `A placeholder was left (${mark}): ${says}`,
    remedy: 'Decide, and record the decision. Where avm.yaml has a setting for it, set it there.',
  }),
  'analysis/no-scenario': ({ subject }: Texts<'subject'>) => ({
    message: `${subject} has no acceptance scenario`,
    remedy:
      'Add a scenario with Given, When, and Then, or move its requirements to a story of requirements.stories in avm.yaml that has one.',
  }),
  'analysis/scenario-part': ({ subject, lacks }: Texts<'subject'> & Lists<'lacks'>) => ({
    message: `The scenario ${subject} has no ${lacks.join(', ')}`,
    remedy: 'Write the scenario with Given, When, and Then.',
  }),
  'analysis/no-statement': ({ subject }: Texts<'subject'>) => ({
    message: `${subject} has no statement`,
    remedy: 'State who or what must do what.',
  }),
  'analysis/no-measure': ({ subject, says }: Texts<'subject' | 'says'>) => ({
    message: `Nothing in ${subject} can be measured: ${says}`,
    remedy: 'State a number, or say that it applies to all or to none.',
  }),
} satisfies Templates;

const tasks = {
  'analysis/task-without-number': ({ says }: Texts<'says'>) => ({
    message: `A task has no number: ${says}`,
    remedy: 'Give it the next free number, such as T100.',
  }),
  'analysis/task-without-file': ({ subject }: Texts<'subject'>) => ({
    message: `${subject} names no file`,
    remedy: 'Link the file that it changes, or the page that describes how to do it.',
  }),
  'analysis/task-without-end': ({ subject }: Texts<'subject'>) => ({
    message: `${subject} doesn't say when it is done`,
    remedy: 'End it with "done when" and the result that can be seen.',
  }),
  'analysis/task-without-ids': ({ subject }: Texts<'subject'>) => ({
    message: `${subject} names no requirement and no rule`,
    remedy: 'Name the IDs that it implements, or remove it.',
  }),
  'analysis/task-story': ({ subject, says, wants }: Texts<'subject' | 'says' | 'wants'>) => ({
    message:
      wants === ''
        ? `${subject} belongs to ${says}, and is not in the phase of a story`
        : `${subject} is in the phase of ${wants}, and ${says === '' ? 'names no story' : `names ${says}`}`,
    remedy: wants === '' ? 'Move it to the phase of its story.' : `Mark it [${wants}], or move it.`,
  }),
  'analysis/waits-for-nothing': ({ task, other }: Texts<'task' | 'other'>) => ({
    message: `${task} depends on ${other}, which is not a task`,
    remedy: 'Name an existing task, or remove the dependency.',
  }),
  'analysis/waits-for-later': ({ task, other }: Texts<'task' | 'other'>) => ({
    message: `${task} depends on ${other}, which comes later`,
    remedy: `Move ${other} before ${task}.`,
  }),
  'analysis/no-task': ({ subject }: Texts<'subject'>) => ({
    message: `${subject} has no task`,
    remedy: 'Add a task that names it, or remove the requirement.',
  }),
  'analysis/nothing-built': ({ subject, tasks: own }: Texts<'subject'> & Lists<'tasks'>) => ({
    message: `${own.join(', ')} ${own.length > 1 ? 'are' : 'is'} ticked for ${subject}, and no file implements it`,
    remedy: 'Clear the tick where work is left, or turn on the component that implements it.',
  }),
  'analysis/criterion-unverified': ({ subject }: Texts<'subject'>) => ({
    message: `Neither a task nor the quickstart verifies ${subject}`,
    remedy: 'Add a task that verifies it, with the result to expect.',
  }),
  'analysis/story-without-task': ({ subject }: Texts<'subject'>) => ({
    message: `${subject} has no task`,
    remedy: `Add a task marked [${subject}], or remove the story.`,
  }),
} satisfies Templates;

const documents = {
  'analysis/missing-document': ({ subject }: Texts<'subject'>) => ({
    message: `'${subject}' is missing`,
    remedy: 'To write it, run: avm render',
  }),
  'analysis/too-long': ({ subject }: Texts<'subject'>) => ({
    message: `'${subject}' exceeds the size limit of the analysis, and the rest of it was not analyzed`,
    remedy: 'Shorten or split the document.',
  }),
  'analysis/unknown-id': ({ subject }: Texts<'subject'>) => ({
    message: `Neither avm.yaml nor the catalog has the ID ${subject}`,
    remedy: 'Correct the ID, or define it in avm.yaml.',
  }),
  'analysis/id-order': ({ subject }: Texts<'subject'>) => ({
    message: `${subject} comes after a higher number`,
    remedy: 'Sort the entries by number.',
  }),
  'analysis/row-missing': ({ subject, file }: Texts<'subject' | 'file'>) => ({
    message: `The table has no row for '${subject}', which avm.yaml has`,
    remedy: `Restore it, or ${takeBack(file)}`,
  }),
  'analysis/row-unknown': ({ subject, file }: Texts<'subject' | 'file'>) => ({
    message: `The table has a row for '${subject}', which avm.yaml doesn't have`,
    remedy: follow(file),
  }),
  'analysis/row-differs': ({
    subject,
    column,
    says,
    wants,
    file,
  }: Texts<'subject' | 'column' | 'says' | 'wants' | 'file'>) => ({
    message: `'${subject}' has "${says}" (${column}), and avm.yaml resolves to "${wants}"`,
    remedy: follow(file),
  }),
  'analysis/says-otherwise': ({ subject, says, wants, file }: Texts<'subject' | 'says' | 'wants' | 'file'>) => ({
    message: `${subject}: this says "${says}", and avm.yaml resolves to "${wants}"`,
    remedy: follow(file),
  }),
  'analysis/left-out': ({ what, file }: Texts<'what' | 'file'>) => ({
    message: `A statement that follows from avm.yaml is missing: ${what}`,
    remedy: `Restore it, or ${takeBack(file)}`,
  }),
  'analysis/clarified-otherwise': ({ subject, about, says, wants }: Texts<'subject' | 'about' | 'says' | 'wants'>) => ({
    message: `${subject} was answered "${says}", and ${about} is now ${wants}`,
    remedy: `Change clarifications.${subject} in avm.yaml, or change ${about}.`,
  }),
  'analysis/contract-unreadable': ({ subject, file }: Texts<'subject' | 'file'>) => ({
    message: `'${subject}' is not a JSON Schema of a contract`,
    remedy: `Correct it, or ${takeBack(file)}`,
  }),
  'analysis/contract-differs': ({ subject, says, wants, file }: Texts<'subject' | 'says' | 'wants' | 'file'>) => ({
    message: `The contract says ${says} of '${subject}', and the template has ${wants}`,
    remedy: follow(file),
  }),
  'analysis/value-stray': ({ subject }: Texts<'subject'>) => ({
    message: `The document names '${subject}', which no environment has`,
    remedy: 'Name a value that an environment has, or change the setting with avm set.',
  }),
  'analysis/dead-link': ({ subject }: Texts<'subject'>) => ({
    message: `The target of the link '${subject}' does not exist`,
    remedy: 'Link to a file of the workspace and, after #, to one of its headings.',
  }),
} satisfies Templates;

/** Findings of avm.yaml and the plan that the analysis repeats. */
const generation = {
  'analysis/requirement-unsatisfied': reasons['requirement-unsatisfied'],
  'analysis/story-for-nothing': reasons['story-for-nothing'],
  'analysis/exists-for-nothing': reasons['exists-for-nothing'],
} satisfies Templates;

/** Findings of the six passes of the analysis. */
export const analysis = {
  ...statements,
  ...tasks,
  ...analysisOfConstitution,
  ...analysisOfTemplate,
  ...documents,
  ...generation,
} satisfies Templates;
