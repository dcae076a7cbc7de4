import { meant, oneOf } from './answer-words.ts';
import type { Lists, Templates, Texts } from './message.ts';

/** Findings about environments that are added, copied, renamed, or unknown. */
export const environments = {
  'environment-unknown': ({
    environment,
    known,
    nearest,
  }: Texts<'environment'> & Lists<'known'> & Partial<Texts<'nearest'>>) => ({
    message: `There is no environment '${environment}'`,
    remedy: meant(nearest, `Use ${oneOf(known)}, or add it: avm env add ${environment}`),
  }),
  'environment-exists': ({ environment }: Texts<'environment'>) => ({
    message: `The environment '${environment}' exists already`,
    remedy: `Choose another name, or change the environment: avm set PATH=VALUE --env ${environment}`,
  }),
  'environment-no-range': ({ environment, range }: Texts<'environment' | 'range'>) => ({
    message: `No private address range of the size of '${range}' (${environment}) is free`,
    remedy: 'Specify one, such as --address-space 10.30.0.0/22',
  }),
  'address-space-invalid': ({ range }: Texts<'range'>) => ({
    message: `'${range}' is not an IPv4 CIDR range`,
    remedy: 'Specify one, such as --address-space 10.30.0.0/22',
  }),
  'address-space-taken': ({ range, environment }: Texts<'range' | 'environment'>) => ({
    message: `The address range '${range}' overlaps a network of '${environment}'`,
    remedy: 'Choose another one, or omit --address-space to use the next free one.',
  }),
  'environment-range': ({ environment, range }: Texts<'environment' | 'range'>) => ({
    message: `The network of '${environment}' has the address range ${range}`,
    remedy: `To change it, run: avm set network.addressSpace=CIDR --env ${environment}`,
  }),
  'environment-text-changed': ({ before, after }: Texts<'before' | 'after'>) => ({
    message: `'${before}' is now '${after}'`,
    remedy: 'If it names an existing resource, create the new one before you deploy.',
  }),
  'environment-text-kept': ({ name }: Texts<'name'>) => ({
    message: `The value contains '${name}' and was not changed`,
    remedy: 'If it is specific to that environment, change it with avm set.',
  }),
  'environment-not-named': ({ id, from, to, set }: Texts<'id' | 'from' | 'to' | 'set'>) => ({
    message: `${id} names '${from}' and not '${to}'`,
    remedy: `If it applies to '${to}' too, run: avm set ${set}`,
  }),
  'environment-name-shared': ({ name, one, other }: Texts<'name' | 'one' | 'other'>) => ({
    message: `'${one}' and '${other}' use the same name '${name}'`,
    remedy: `If both are in one directory or network, change one of them: avm set PATH=VALUE --env ${other}`,
  }),
  'environment-carried': ({ from, to }: Texts<'from' | 'to'>) => ({
    message: `'${from}' was renamed to '${to}' here too`,
    remedy: '',
  }),
} satisfies Templates;
