import type { Lists, Numbers, Templates, Texts } from './message.ts';
import { ownValue } from '../../bicep/own.ts';
import { meant, oneOf } from './answer-words.ts';
import { editing } from './editing.ts';

/** `Write 3 to 63 letters.` for `must be 3 to 63 letters`. */
function imperative(problem: string): string {
  const [, verb = '', rest = ''] = /^must (be|have|hold|begin|neither|not be) ?(.*)$/.exec(problem) ?? [];
  if (verb === '') return 'Write another value.';
  if (verb === 'neither') return 'Remove the spaces at its ends.';
  if (verb === 'not be') return rest === 'empty' ? 'Write a value.' : `Write a value that is not ${rest}.`;
  return verb === 'begin' ? `Begin it ${rest}.` : `Write ${rest}.`;
}

const seen: Readonly<Record<string, string>> = {
  'U+000A': 'a line break',
  'U+000D': 'a line break',
  'U+0009': 'a tab',
};

/** Findings made while avm.yaml is read. */
const reading = {
  'answers-too-large': ({ most, what }: Texts<'what'> & Numbers<'count' | 'most'>) => ({
    message: `The answers have more than ${most} ${what}`,
    remedy: 'Take out what is not an answer; an avm.yaml is some kilobytes long.',
  }),
  'answers-not-utf8': () => ({
    message: 'This is not UTF-8 text: a byte here is part of no character',
    remedy: 'Save the file as UTF-8 in your editor, or convert it: iconv -f WINDOWS-1252 -t UTF-8 old.yaml > avm.yaml',
  }),
  'yaml-syntax': ({ problem }: Texts<'problem'>) => ({
    message: `This is not YAML: ${problem}`,
    remedy: 'Correct the line; text with a colon, a # or brackets in it wants quotes.',
  }),
  'yaml-conflict': () => ({
    message: 'A merge conflict begins here',
    remedy: 'Keep the answers that are meant, and take out the lines <<<<<<<, ======= and >>>>>>>.',
  }),
  'yaml-documents': () => ({
    message: 'A second document begins here',
    remedy: 'Keep one document: take out the line --- and what belongs to the other.',
  }),
  'yaml-depth': ({ most }: Numbers<'most'>) => ({
    message: `The answers are nested more than ${most} levels deep`,
    remedy: 'No answer is that deep; take out what is not one.',
  }),
  'yaml-alias': ({ alias }: Texts<'alias'>) => ({
    message: `The alias *${alias} is not allowed`,
    remedy: 'Write the value out; what is alike in all environments belongs into spec.',
  }),
  'yaml-tag': ({ tag }: Texts<'tag'>) => ({
    message: `The type ${tag} is not allowed`,
    remedy: 'Take the tag out; answers are text, numbers, true or false, lists and maps.',
  }),
  'key-twice': ({ key }: Texts<'key'>) => ({
    message: `The key "${key}" stands here a second time`,
    remedy: 'Keep one of them.',
  }),
  'key-refused': ({ key }: Texts<'key'>) => ({
    message: `"${key}" cannot be a key`,
    remedy: 'Take it out, or give it another name.',
  }),
  'key-unknown': ({ key, known, nearest }: Texts<'key'> & Lists<'known'> & Partial<Texts<'nearest'>>) => ({
    message: `There is no answer "${key}" here`,
    remedy: meant(nearest, known.length > 0 ? `What can be here: ${oneOf(known)}.` : 'Take it out.'),
  }),
  'text-unseen': ({ character }: Texts<'character'>) => ({
    message: `The text holds ${ownValue(seen, character) ?? `a character that cannot be seen (${character})`}`,
    remedy: 'Write it on one line, in visible characters.',
  }),
} satisfies Templates;

const values = {
  'key-invalid': ({ key, problem }: Texts<'key' | 'problem'>) => ({
    message: `"${key}" ${problem}`,
    remedy: 'Give it another name.',
  }),
  'waiver-rule': ({ rule, nearest }: Texts<'rule'> & Partial<Texts<'nearest'>>) => ({
    message: `There is no rule "${rule}" to waive`,
    remedy: meant(nearest, 'See avm rules --all for what there is.'),
  }),
  'answer-required': ({ key, expected }: Texts<'key'> & Lists<'expected'>) => ({
    message: `"${key}" is missing`,
    remedy: `Add it: ${oneOf(expected)}.`,
  }),
  'answer-type': ({ expected, found, quoted }: Texts<'found'> & Lists<'expected'> & Partial<Texts<'quoted'>>) => ({
    message: `This must be ${oneOf(expected)}, and is ${found}`,
    remedy: quoted ? `Put it in quotes: ${quoted}.` : `Write ${oneOf(expected)}.`,
  }),
  'answer-value': ({ expected, found, nearest }: Texts<'found'> & Lists<'expected'> & Partial<Texts<'nearest'>>) => ({
    message: `This must be ${oneOf(expected)}, and is ${found}`,
    remedy: meant(nearest, `Write ${oneOf(expected)}.`),
  }),
  'answer-invalid': ({ found, problem }: Texts<'found' | 'problem'>) => ({
    message: `${found} ${problem}`,
    remedy: imperative(problem),
  }),
  'environments-too-many': ({ count, most }: Numbers<'count' | 'most'>) => ({
    message: `${count} environments are more than a workspace takes`,
    remedy: `Keep ${most} at most.`,
  }),
  'clarification-id': ({ id, next }: Texts<'id' | 'next'>) => ({
    message: `"${id}" cannot number a clarification`,
    remedy: `Write Q- and three digits; the next free one is ${next}.`,
  }),
  'clarifications-too-many': ({ count, most }: Numbers<'count' | 'most'>) => ({
    message: `${count} clarifications are more than a workspace takes`,
    remedy: `Keep the newest ${most}.`,
  }),
  'setting-elsewhere': ({ key, blueprint }: Texts<'key' | 'blueprint'>) => ({
    message: `The blueprint '${blueprint}' has nothing that '${key}' is a setting of`,
    remedy: 'Take it out, or choose a blueprint that has it: avm catalog blueprints lists them.',
  }),
  'tag-environment': ({ tag }: Texts<'tag'>) => ({
    message: `The tag ${tag} always holds the name of the environment`,
    remedy: 'Take it out; it is set by itself.',
  }),
} satisfies Templates;

const ownRequirements = {
  'requirement-id': ({ id, example }: Texts<'id' | 'example'>) => ({
    message: `"${id}" cannot be an id here`,
    remedy: `Ids here are written as ${example}, with a number from 101 to 999.`,
  }),
  'requirement-number': ({ id, example }: Texts<'id' | 'example'>) => ({
    message: `${id} is not a number of one’s own: the catalog keeps those below 101, so that it can grow`,
    remedy: `Take a number from 101 to 999, such as ${example}.`,
  }),
  'requirement-always': ({ id }: Texts<'id'>) => ({
    message: `${id} cannot be out of scope: the blueprint always builds it`,
    remedy: 'Take the line out.',
  }),
  'requirement-elsewhere': ({ id, blueprint }: Texts<'id' | 'blueprint'>) => ({
    message: `The blueprint '${blueprint}' has no requirement ${id}`,
    remedy: 'Take the line out; avm trace lists the requirements there are.',
  }),
  'requirement-retired': ({ id }: Texts<'id'>) => ({
    message: `${id} was given before and is retired`,
    remedy: 'Give the next free number; what was written about the old one would else seem to be about this.',
  }),
  'requirements-too-many': ({ count, most }: Numbers<'count' | 'most'>) => ({
    message: `${count} stories, requirements, constraints and criteria are more than a workspace takes`,
    remedy: `Keep ${most} at most.`,
  }),
} satisfies Templates;

/** What is said of avm.yaml itself. */
export const answers = { ...reading, ...values, ...ownRequirements, ...editing } satisfies Templates;
