import { ownValue } from '../../bicep/own.ts';
import type { Numbers, Templates, Texts } from './message.ts';

const invalidBy: Readonly<Record<string, (what: string) => string>> = {
  'too-short': () => 'it is too short',
  characters: (what) => `it contains ${what}`,
  start: (what) => `it begins with '${what}'`,
  end: (what) => `it ends with '${what}'`,
  sequence: (what) => `it contains '${what}'`,
  form: () => 'it does not have the form of such a name',
};

const further = (more: number, what: string): string =>
  more === 0 ? '' : `. ${more} more ${more === 1 ? 'name is' : 'names are'} ${what}`;

/** Findings about names that result from the pattern of NAM-001. */
export const names = {
  'name-too-long': ({
    name,
    type,
    length,
    most,
    more = 0,
    set,
  }: Texts<'name' | 'type'> & Numbers<'length' | 'most'> & Partial<Numbers<'more'> & Texts<'set'>>) => ({
    message: `The name '${name}' (${type}) has ${length} characters, ${length - most} more than the ${most} that are allowed${further(more, 'too long')}`,
    remedy:
      set === undefined
        ? `Shorten the pattern of NAM-001, the name of the workload, or the environment by ${length - most}.`
        : `To use a code for the environment in names, run: avm set ${set}`,
  }),
  'name-invalid': ({
    name,
    type,
    why,
    what = '',
    more = 0,
  }: Texts<'name' | 'type' | 'why'> & Partial<Texts<'what'> & Numbers<'more'>>) => ({
    message: `The name '${name}' is not valid for ${type}: ${ownValue(invalidBy, why)?.(what) ?? why}${further(more, 'not valid')}`,
    remedy: 'Change the pattern of NAM-001, the name of the workload, or the environment.',
  }),
  'environment-codes-same': ({ one, other, code }: Texts<'one' | 'other' | 'code'>) => ({
    message: `The environments '${one}' and '${other}' have the same code '${code}' in names`,
    remedy: `Use another code: avm set NAM-001.environmentCodes.${other}=CODE`,
  }),
  'environment-codes-unknown': ({ environment }: Texts<'environment'>) => ({
    message: `NAM-001 has a code for '${environment}', which is not an environment`,
    remedy: `Rename or remove it in avm.yaml, or add the environment: avm env add ${environment}`,
  }),
} satisfies Templates;
