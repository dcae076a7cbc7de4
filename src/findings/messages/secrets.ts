import { ownValue } from '../../bicep/own.ts';
import type { FindingArguments } from '../finding.ts';
import type { MessageTemplate } from '../describe.ts';

const words = ({ what = '', key = '', path = '', reason = '', part = '' }: FindingArguments) => ({
  what: String(what),
  key: String(key),
  path: String(path),
  reason: String(reason),
  part: String(part),
});

type Words = ReturnType<typeof words>;
type Said = ReturnType<MessageTemplate>;

/** What to do where nothing is secret; a comment, and a key that avm.yaml does not have, are nothing to declare. */
const harmless: Readonly<Record<string, string>> = {
  comment: 'reword the comment.',
  key: 'rename or remove the key.',
};
const declare = 'say so in avm.yaml: notSecrets, the path, and the reason.';

const templates: Readonly<Record<string, (given: Words) => Said>> = {
  'secret-declared': ({ path, reason }) => ({
    message: `${path} looks like a secret and is declared to be none: ${reason}`,
    remedy: 'Remove it from notSecrets once that no longer holds.',
  }),
  'secret-declared-nowhere': ({ path }) => ({
    message: `notSecrets names ${path}, where there is no text`,
    remedy: 'Correct the path, or remove the entry.',
  }),
  'secret-refused': ({ what, key, part }) => ({
    message: `${what.charAt(0).toUpperCase()}${what.slice(1)}, and secrets don’t go into avm.yaml`,
    remedy: `Take it out, and change it if it was ever saved. ${
      key === 'installCommand'
        ? 'Let the command read it from a key vault with the VM’s identity: the README shows how, under Application.'
        : 'The administrator’s password is a secret in the key vault that virtualMachine.administrator names.'
    } If it is none, ${ownValue(harmless, part) ?? declare}`,
  }),
};

/** What is said of secrets in avm.yaml. */
export const secrets: Readonly<Record<string, MessageTemplate>> = Object.fromEntries(
  Object.entries(templates).map(([code, template]) => [code, (args: FindingArguments) => template(words(args))]),
);
