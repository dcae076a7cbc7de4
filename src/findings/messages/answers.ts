import type { Message, MessageTemplate } from '../describe.ts';
import type { FindingArguments } from '../finding.ts';
import { ownValue } from '../../bicep/own.ts';

type Word =
  | 'alias'
  | 'character'
  | 'component'
  | 'count'
  | 'environment'
  | 'example'
  | 'expected'
  | 'found'
  | 'id'
  | 'key'
  | 'known'
  | 'most'
  | 'nearest'
  | 'next'
  | 'path'
  | 'problem'
  | 'quoted'
  | 'rule'
  | 'tag'
  | 'title'
  | 'what';
/** The arguments as words: `a, b or c` for a list, nothing for what is not given. */
type Words = Readonly<Record<Word, string>>;
type Templates = Readonly<Record<string, (words: Words) => Message>>;

function words(args: FindingArguments): Words {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, typeof value === 'object' ? oneOf(value) : String(value)]),
  ) as Words;
}

/** A long list is cut. */
function oneOf(items: readonly string[]): string {
  if (items.length > 12) return `${items.slice(0, 12).join(', ')} …`;
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}

const meant = (near: string | undefined, otherwise: string): string => (near ? `Did you mean ${near}?` : otherwise);

const seen: Readonly<Record<string, string>> = {
  'U+000A': 'a line break',
  'U+000D': 'a line break',
  'U+0009': 'a tab',
};

/** Findings made while avm.yaml is read. */
const reading: Templates = {
  'answers-too-large': ({ most, what }) => ({
    message: `The answers have more than ${most} ${what}`,
    remedy: 'Take out what is not an answer; an avm.yaml is some kilobytes long.',
  }),
  'yaml-syntax': ({ problem }) => ({
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
  'yaml-depth': ({ most }) => ({
    message: `The answers are nested more than ${most} levels deep`,
    remedy: 'No answer is that deep; take out what is not one.',
  }),
  'yaml-alias': ({ alias }) => ({
    message: `The alias *${alias} is not allowed`,
    remedy: 'Write the value out; what is alike in all environments belongs into spec.',
  }),
  'yaml-tag': ({ tag }) => ({
    message: `The type ${tag} is not allowed`,
    remedy: 'Take the tag out; answers are text, numbers, true or false, lists and maps.',
  }),
  'key-twice': ({ key }) => ({ message: `The key "${key}" stands here a second time`, remedy: 'Keep one of them.' }),
  'key-refused': ({ key }) => ({
    message: `"${key}" cannot be a key`,
    remedy: 'Take it out, or give it another name.',
  }),
  'key-unknown': ({ key, known, nearest }) => ({
    message: `There is no answer "${key}" here`,
    remedy: meant(nearest, known ? `What can be here: ${known}.` : 'Take it out.'),
  }),
  'text-unseen': ({ character }) => ({
    message: `The text holds ${ownValue(seen, character) ?? `a character that cannot be seen (${character})`}`,
    remedy: 'Write it on one line, in visible characters.',
  }),
};

const values: Templates = {
  'key-invalid': ({ key, problem }) => ({
    message: `"${key}" ${problem}`,
    remedy: 'Give it another name.',
  }),
  'waiver-rule': ({ rule, nearest }) => ({
    message: `There is no rule "${rule}" to waive`,
    remedy: meant(nearest, 'See avm rules --all for what there is.'),
  }),
  'answer-required': ({ key, expected }) => ({ message: `"${key}" is missing`, remedy: `Add it: ${expected}.` }),
  'answer-type': ({ expected, found, quoted }) => ({
    message: `This must be ${expected}, and is ${found}`,
    remedy: quoted ? `Put it in quotes: ${quoted}.` : `Write ${expected}.`,
  }),
  'answer-value': ({ expected, found, nearest }) => ({
    message: `This must be ${expected}, and is ${found}`,
    remedy: meant(nearest, `Write ${expected}.`),
  }),
  'answer-invalid': ({ found, problem }) => ({ message: `${found} ${problem}`, remedy: 'Give a value that fits.' }),
  'environments-too-many': ({ count, most }) => ({
    message: `${count} environments are more than a workspace takes`,
    remedy: `Keep ${most} at most.`,
  }),
  'clarification-id': ({ id, next }) => ({
    message: `"${id}" cannot number a clarification`,
    remedy: `Write Q- and three digits; the next free one is ${next}.`,
  }),
  'clarifications-too-many': ({ count, most }) => ({
    message: `${count} clarifications are more than a workspace takes`,
    remedy: `Keep the newest ${most}.`,
  }),
  'tag-environment': ({ tag }) => ({
    message: `The tag ${tag} always holds the name of the environment`,
    remedy: 'Take it out; it is set by itself.',
  }),
};

const ownRequirements: Templates = {
  'requirement-id': ({ id, example }) => ({
    message: `"${id}" cannot be an id here`,
    remedy: `Ids here are written as ${example}, with a number from 101 to 999.`,
  }),
  'requirement-number': ({ id, example }) => ({
    message: `${id} is not a number of one’s own: the catalog keeps those below 101, so that it can grow`,
    remedy: `Take a number from 101 to 999, such as ${example}.`,
  }),
  'requirement-always': ({ id }) => ({
    message: `${id} cannot be out of scope: the blueprint always builds it`,
    remedy: 'Take the line out.',
  }),
  'requirement-retired': ({ id }) => ({
    message: `${id} was given before and is retired`,
    remedy: 'Give the next free number; what was written about the old one would else seem to be about this.',
  }),
  'requirements-too-many': ({ count, most }) => ({
    message: `${count} stories, requirements, constraints and criteria are more than a workspace takes`,
    remedy: `Keep ${most} at most.`,
  }),
};

const editing: Templates = {
  'path-unknown': ({ path, nearest }) => ({
    message: `There is no answer ${path}`,
    remedy: meant(nearest, 'See avm.yaml, or avm schema, for what there is.'),
  }),
  'path-shared': ({ path }) => ({
    message: `${path} is the same in every environment`,
    remedy: 'Set it without naming an environment.',
  }),
  'value-syntax': ({ path, problem }) => ({
    message: `The value for ${path} cannot be read: ${problem}`,
    remedy: 'Write text as it is, a list as [a, b], a map as {key: value}.',
  }),
  'environment-unknown': ({ environment, known, nearest }) => ({
    message: `There is no environment "${environment}"`,
    remedy: meant(nearest, `There are ${known}; another is added with avm add environment.`),
  }),
  'environment-exists': ({ environment }) => ({
    message: `There is an environment ${environment} already`,
    remedy: `Change it with avm set … --env ${environment}, or give the new one another name.`,
  }),
  'component-unknown': ({ component, known, nearest }) => ({
    message: `There is no component "${component}"`,
    remedy: meant(nearest, `There are ${known}.`),
  }),
  'component-exists': ({ component, key }) => ({
    message: `${component} is there already`,
    remedy: `Change its answers, with avm set ${key}.…=…`,
  }),
  'component-always': ({ component, title }) => ({
    message: `${title} (${component}) is not added: it is there wherever the rest needs it`,
    remedy: 'Change the answers it depends on, with avm set.',
  }),
};

export const answers: Readonly<Record<string, MessageTemplate>> = Object.fromEntries(
  Object.entries({ ...reading, ...values, ...ownRequirements, ...editing }).map(([code, template]) => [
    code,
    (args: FindingArguments) => template(words(args)),
  ]),
);
