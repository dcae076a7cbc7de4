import type { Lists, Numbers, Templates, Texts } from './message.ts';
import { analysisOfConstitution } from './analysis-of-constitution.ts';
import { analysisOfTemplate, follow, takeBack } from './analysis-of-template.ts';
import { reasons } from './requirements.ts';

const statements = {
  'analysis/duplicate-id': ({ subject, line }: Texts<'subject'> & Numbers<'line'>) => ({
    message: `${subject} is given twice; first in line ${line}`,
    remedy: 'Give the second the next free number, or take it away.',
  }),
  'analysis/duplicate-text': ({ subject, other, how, line }: Texts<'subject' | 'other' | 'how'> & Numbers<'line'>) => ({
    message: `${subject} says ${how} as ${other} in line ${line}`,
    remedy: 'Keep one of them, or say in each what the other does not.',
  }),
  'analysis/vague': ({ subject, word }: Texts<'subject' | 'word' | 'says'>) => ({
    message: `${subject} promises something "${word}" without a measure`,
    remedy: 'Say how much, how many or how long, or name what shows it.',
  }),
  'analysis/placeholder': ({ mark, says }: Texts<'mark' | 'says'>) => ({
    message: `Something was left open (${mark}): ${says}`,
    remedy: 'Decide it and write the decision down, as an answer where there is one for it.',
  }),
  'analysis/no-scenario': ({ subject }: Texts<'subject'>) => ({
    message: `${subject} has no acceptance scenario`,
    remedy:
      'Add one at least: Given, When, Then; or give its requirements to a story of requirements.stories in avm.yaml that has one.',
  }),
  'analysis/scenario-part': ({ subject, lacks }: Texts<'subject'> & Lists<'lacks'>) => ({
    message: `The scenario ${subject} lacks its ${lacks.join(', ')}`,
    remedy: 'A scenario says what is given, what happens, and what must then be so.',
  }),
  'analysis/no-statement': ({ subject }: Texts<'subject'>) => ({
    message: `${subject} does not say what it asks for`,
    remedy: 'Say who or what must do what.',
  }),
  'analysis/no-measure': ({ subject, says }: Texts<'subject' | 'says'>) => ({
    message: `Nothing in ${subject} can be measured: ${says}`,
    remedy: 'Name a number, or say that it holds for all or for none.',
  }),
} satisfies Templates;

const tasks = {
  'analysis/task-without-number': ({ says }: Texts<'says'>) => ({
    message: `A task has no number: ${says}`,
    remedy: 'Give it the next free one, such as T100.',
  }),
  'analysis/task-without-file': ({ subject }: Texts<'subject'>) => ({
    message: `${subject} names no file`,
    remedy: 'Link the file that it changes, or the page that tells how it is done.',
  }),
  'analysis/task-without-end': ({ subject }: Texts<'subject'>) => ({
    message: `${subject} does not say when it is done`,
    remedy: 'End it with "done when" and what can be seen then.',
  }),
  'analysis/task-without-ids': ({ subject }: Texts<'subject'>) => ({
    message: `${subject} is there for no requirement and no rule`,
    remedy: 'Name the ids it is for, or take it away.',
  }),
  'analysis/task-story': ({ subject, says, wants }: Texts<'subject' | 'says' | 'wants'>) => ({
    message:
      wants === ''
        ? `${subject} belongs to ${says} and stands in the phase of no story`
        : `${subject} stands in the phase of ${wants}, and ${says === '' ? 'names no story' : `says ${says}`}`,
    remedy: wants === '' ? 'Move it to the phase of its story.' : `Mark it [${wants}], or move it.`,
  }),
  'analysis/waits-for-nothing': ({ task, other }: Texts<'task' | 'other'>) => ({
    message: `${task} waits for ${other}, which is no task`,
    remedy: 'Name a task that is there, or take it out.',
  }),
  'analysis/waits-for-later': ({ task, other }: Texts<'task' | 'other'>) => ({
    message: `${task} waits for ${other}, which does not come before it`,
    remedy: 'Put what is waited for first.',
  }),
  'analysis/no-task': ({ subject }: Texts<'subject'>) => ({
    message: `No task is there for ${subject}`,
    remedy: 'Add a task that names it, or take the requirement away.',
  }),
  'analysis/nothing-built': ({ subject, tasks: own }: Texts<'subject'> & Lists<'tasks'>) => ({
    message: `${own.join(', ')} ${own.length > 1 ? 'are' : 'is'} ticked for ${subject}, and nothing in the template is there for it`,
    remedy: 'Untick what a person still has to do, or switch on what serves it.',
  }),
  'analysis/criterion-unverified': ({ subject }: Texts<'subject'>) => ({
    message: `Neither a task nor the quickstart shows ${subject}`,
    remedy: 'Add a task that shows it, with what is to be seen.',
  }),
  'analysis/story-without-task': ({ subject }: Texts<'subject'>) => ({
    message: `No task belongs to ${subject}`,
    remedy: `Add a task marked [${subject}], or take the story away.`,
  }),
} satisfies Templates;

const documents = {
  'analysis/missing-document': ({ subject }: Texts<'subject'>) => ({
    message: `${subject} is missing`,
    remedy: 'Run avm render, which writes it.',
  }),
  'analysis/too-long': ({ subject }: Texts<'subject'>) => ({
    message: `${subject} is longer than is read; what comes after the limit was not analysed`,
    remedy: 'Shorten it, or split it.',
  }),
  'analysis/unknown-id': ({ subject }: Texts<'subject'>) => ({
    message: `${subject} is the id of nothing in the answers or the catalog`,
    remedy: 'Write the id that is meant, or give it a meaning in avm.yaml.',
  }),
  'analysis/id-order': ({ subject }: Texts<'subject'>) => ({
    message: `${subject} stands behind a higher number`,
    remedy: 'Put it in order.',
  }),
  'analysis/row-missing': ({ subject, file }: Texts<'subject' | 'file'>) => ({
    message: `The table has no row for ${subject}, which the answers make`,
    remedy: `Put it back, or ${takeBack(file)}.`,
  }),
  'analysis/row-unknown': ({ subject, file }: Texts<'subject' | 'file'>) => ({
    message: `The table has a row for ${subject}, which the answers do not make`,
    remedy: follow(file),
  }),
  'analysis/row-differs': ({
    subject,
    column,
    says,
    wants,
    file,
  }: Texts<'subject' | 'column' | 'says' | 'wants' | 'file'>) => ({
    message: `${subject} has "${says}" (${column}); the answers come to "${wants}"`,
    remedy: follow(file),
  }),
  'analysis/says-otherwise': ({ subject, says, wants, file }: Texts<'subject' | 'says' | 'wants' | 'file'>) => ({
    message: `${subject}: this says "${says}"; the answers come to "${wants}"`,
    remedy: follow(file),
  }),
  'analysis/left-out': ({ what, file }: Texts<'what' | 'file'>) => ({
    message: `What the answers come to is left out: ${what}`,
    remedy: `Put it back, or ${takeBack(file)}.`,
  }),
  'analysis/clarified-otherwise': ({ subject, about, says, wants }: Texts<'subject' | 'about' | 'says' | 'wants'>) => ({
    message: `${subject} was answered "${says}"; ${about} is ${wants} by now`,
    remedy: `Change the answer of clarifications.${subject} in avm.yaml, or what stands at ${about}.`,
  }),
  'analysis/contract-unreadable': ({ subject, file }: Texts<'subject' | 'file'>) => ({
    message: `${subject} is no JSON Schema of a contract`,
    remedy: `Mend it, or ${takeBack(file)}.`,
  }),
  'analysis/contract-differs': ({ subject, says, wants, file }: Texts<'subject' | 'says' | 'wants' | 'file'>) => ({
    message: `The contract promises of ${subject} ${says}; the template has ${wants}`,
    remedy: follow(file),
  }),
  'analysis/value-stray': ({ subject }: Texts<'subject'>) => ({
    message: `${subject} is named, and no environment has it`,
    remedy: 'Name what the environments have, or change their answers by avm set.',
  }),
  'analysis/dead-link': ({ subject }: Texts<'subject'>) => ({
    message: `The link ${subject} leads nowhere`,
    remedy: 'Link a file of the workspace and, behind #, a heading in it.',
  }),
} satisfies Templates;

/** Findings of answers and plan that are told of again, in the same words. */
const generation = {
  'analysis/requirement-unsatisfied': reasons['requirement-unsatisfied'],
  'analysis/story-for-nothing': reasons['story-for-nothing'],
  'analysis/exists-for-nothing': reasons['exists-for-nothing'],
} satisfies Templates;

/** What the six passes of the analysis say. */
export const analysis = {
  ...statements,
  ...tasks,
  ...analysisOfConstitution,
  ...analysisOfTemplate,
  ...documents,
  ...generation,
} satisfies Templates;
