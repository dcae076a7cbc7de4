import type { Lists, Numbers, Templates, Texts } from './message.ts';
import { ownValue } from '../../bicep/own.ts';
import { shell } from '../../text/escape.ts';
import { meant, oneOf } from './answer-words.ts';
import { editing } from './editing.ts';
import { environments } from './environments.ts';
import { maps } from './maps.ts';

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

/** The remedy for a version of avm.yaml that isn't supported. */
function versionRemedy(found: string, known: readonly string[]): string {
  if (/^\d+$/.test(found) && Number(found) > Number(known.at(-1)))
    return 'A newer release wrote this file. To update, run: npm install --global create-avm@latest';
  return `Write a supported version as a number: version: ${known.at(-1)}`;
}

/** Findings made while avm.yaml is read. */
/** The command that writes a copy in UTF-8; none for what comes from standard input. */
function converting(file: string, encoding: string): string {
  if (file === '') return '.';
  const copy = file.replace(/(?=(?:\.\w+)?$)/, '.utf8');
  return `, or write a converted copy: iconv -f ${encoding} -t UTF-8 ${shell(file)} > ${shell(copy)}`;
}

const reading = {
  'version-unknown': ({ found, known }: Texts<'found'> & Lists<'known'>) => ({
    message:
      found === ''
        ? `avm.yaml has no version. Supported versions: ${known.join(', ')}`
        : `avm.yaml has the version '${found}'. Supported versions: ${known.join(', ')}`,
    remedy: versionRemedy(found, known),
  }),
  'answers-too-large': ({ most, what }: Texts<'what'> & Numbers<'count' | 'most'>) => ({
    message: `avm.yaml has more than ${most} ${what}`,
    remedy: 'Remove what is not a setting. An avm.yaml file usually has a few kilobytes.',
  }),
  'answers-not-utf8': ({ encoding, file }: Texts<'encoding' | 'file'>) => ({
    message:
      encoding === 'unknown'
        ? 'The file is not UTF-8: a byte here is not part of a character'
        : `The file is ${encoding}, and must be UTF-8`,
    remedy: `Save the file as UTF-8 in your editor${converting(file, encoding === 'unknown' ? 'WINDOWS-1252' : encoding)}`,
  }),
  'yaml-syntax': ({ problem }: Texts<'problem'>) => ({
    message: `The file is not valid YAML: ${problem}`,
    remedy: 'Correct the line. Put text with a colon, #, or brackets in quotes.',
  }),
  'yaml-conflict': () => ({
    message: 'The file has a merge conflict',
    remedy: 'Resolve it, and remove the lines <<<<<<<, =======, and >>>>>>>.',
  }),
  'yaml-documents': () => ({
    message: 'The file has a second YAML document',
    remedy: 'Keep one document: remove the line --- and the other document.',
  }),
  'yaml-depth': ({ most }: Numbers<'most'>) => ({
    message: `The settings are nested more than ${most} levels deep`,
    remedy: 'No setting is that deep. Remove what is not a setting.',
  }),
  'yaml-alias': ({ alias }: Texts<'alias'>) => ({
    message: `YAML aliases, such as '*${alias}', are not supported`,
    remedy: 'Write the value itself. Settings that all environments share go into spec.',
  }),
  'yaml-tag': ({ tag }: Texts<'tag'>) => ({
    message: `YAML tags, such as '${tag}', are not supported`,
    remedy: 'Remove the tag. Settings are text, numbers, true or false, lists, and maps.',
  }),
  'key-twice': ({ key }: Texts<'key'>) => ({
    message: `The key '${key}' is repeated`,
    remedy: 'Remove one of them.',
  }),
  'key-refused': ({ key }: Texts<'key'>) => ({
    message: `'${key}' cannot be a key`,
    remedy: 'Remove it, or rename it.',
  }),
  'key-unknown': ({ key, known, nearest }: Texts<'key'> & Lists<'known'> & Partial<Texts<'nearest'>>) => ({
    message: `There is no setting '${key}' here`,
    remedy: meant(nearest, known.length > 0 ? `Use ${oneOf(known)}.` : 'Remove it.'),
  }),
  'text-unseen': ({ character }: Texts<'character'>) => ({
    message: `The text contains ${ownValue(seen, character) ?? `a character that cannot be seen (${character})`}`,
    remedy: 'Write it on one line, with visible characters only.',
  }),
} satisfies Templates;

const values = {
  'key-invalid': ({ key, problem }: Texts<'key' | 'problem'>) => ({
    message: `'${key}' ${problem}`,
    remedy: 'Rename it.',
  }),
  'waiver-rule': ({ rule, nearest }: Texts<'rule'> & Partial<Texts<'nearest'>>) => ({
    message: `There is no rule '${rule}' to waive`,
    remedy: meant(nearest, 'To list all rules, run: avm rules --all'),
  }),
  'answer-required': ({ key, expected }: Texts<'key'> & Lists<'expected'>) => ({
    message: `'${key}' is missing`,
    remedy: `Add it: ${oneOf(expected)}.`,
  }),
  'answer-type': ({ expected, found, quoted }: Texts<'found'> & Lists<'expected'> & Partial<Texts<'quoted'>>) => ({
    message: `This must be ${oneOf(expected)}, and is ${found}`,
    remedy: quoted ? `Put it in quotes: ${quoted}.` : `Write ${oneOf(expected)}.`,
  }),
  ...maps,
  'answer-value': ({ expected, found, nearest }: Texts<'found'> & Lists<'expected'> & Partial<Texts<'nearest'>>) => ({
    message: `This must be ${oneOf(expected)}, and is ${found}`,
    remedy: meant(nearest, `Write ${oneOf(expected)}.`),
  }),
  'answer-invalid': ({ found, problem }: Texts<'found' | 'problem'>) => ({
    message: `${found} ${problem}`,
    remedy: imperative(problem),
  }),
  'environments-too-many': ({ count, most }: Numbers<'count' | 'most'>) => ({
    message: `There are ${count} environments, and a workspace has at most ${most}`,
    remedy: `Remove environments until ${most} are left.`,
  }),
  'clarification-id': ({ id, next }: Texts<'id' | 'next'>) => ({
    message: `'${id}' is not an ID of a clarification`,
    remedy: `Write Q- and three digits. The next free ID is ${next}.`,
  }),
  'clarifications-too-many': ({ count, most }: Numbers<'count' | 'most'>) => ({
    message: `There are ${count} clarifications, and a workspace has at most ${most}`,
    remedy: `Keep the newest ${most}.`,
  }),
  'setting-elsewhere': ({ key, blueprint }: Texts<'key' | 'blueprint'>) => ({
    message: `The blueprint '${blueprint}' has no component with the setting '${key}'`,
    remedy: 'Remove it, or choose a blueprint that has it. To list blueprints, run: avm catalog blueprints',
  }),
  'tag-environment': ({ tag }: Texts<'tag'>) => ({
    message: `The tag '${tag}' always has the name of the environment`,
    remedy: 'Remove it: it is set automatically.',
  }),
} satisfies Templates;

const ownRequirements = {
  'requirement-id': ({ id, example }: Texts<'id' | 'example'>) => ({
    message: `'${id}' is not a valid ID here`,
    remedy: `Write it like ${example}, with a number from 101 to 999.`,
  }),
  'requirement-number': ({ id, example }: Texts<'id' | 'example'>) => ({
    message: `${id} is reserved: numbers below 101 belong to the catalog`,
    remedy: `Use a number from 101 to 999, such as ${example}.`,
  }),
  'requirement-always': ({ id }: Texts<'id'>) => ({
    message: `${id} cannot be out of scope: the blueprint always builds it`,
    remedy: 'Remove the line.',
  }),
  'requirement-elsewhere': ({ id, blueprint }: Texts<'id' | 'blueprint'>) => ({
    message: `The blueprint '${blueprint}' has no requirement ${id}`,
    remedy: 'Remove the line.',
  }),
  'requirement-retired': ({ id }: Texts<'id'>) => ({
    message: `${id} was used before and is retired`,
    remedy: 'Use the next free number, so that earlier mentions of the ID keep their meaning.',
  }),
  'requirements-too-many': ({ count, most }: Numbers<'count' | 'most'>) => ({
    message: `There are ${count} stories, requirements, constraints, and criteria, and a workspace has at most ${most}`,
    remedy: `Remove some until ${most} are left.`,
  }),
} satisfies Templates;

/** Findings about avm.yaml itself. */
export const answers = { ...reading, ...values, ...ownRequirements, ...editing, ...environments } satisfies Templates;
