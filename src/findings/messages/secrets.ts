import { ownValue } from '../../bicep/own.ts';
import type { Templates, Texts } from './message.ts';
import { capital } from '../../text/pascal.ts';

/** The remedy where nothing is secret; comments and unknown keys cannot be declared. */
const harmless: Readonly<Record<string, string>> = {
  comment: 'reword the comment.',
  key: 'rename or remove the key.',
};
const declare = 'add its path and the reason to notSecrets in avm.yaml.';

/** Findings about secrets in avm.yaml. */
export const secrets = {
  'secret-declared': ({ path, reason }: Texts<'path' | 'reason'>) => ({
    message: `'${path}' looks like a secret, and notSecrets declares that it is not: ${reason}`,
    remedy: 'If that is no longer true, remove it from notSecrets.',
  }),
  'secret-declared-nowhere': ({ path }: Texts<'path'>) => ({
    message: `notSecrets names '${path}', which has no text`,
    remedy: 'Correct the path, or remove the entry.',
  }),
  'secret-refused': ({ what, key, part = '' }: Texts<'what' | 'key'> & Partial<Texts<'part'>>) => ({
    message: `${capital(what)}, and avm.yaml must not contain secrets`,
    remedy: `Remove it, and rotate the secret if it was ever saved. ${
      key === 'installCommand'
        ? 'Read it from a key vault in the command, with the identity of the VM. The README shows how, under Application.'
        : 'The administrator’s password is a secret in the key vault that virtualMachine.administrator names.'
    } If it is not a secret, ${ownValue(harmless, part) ?? declare}`,
  }),
} satisfies Templates;
