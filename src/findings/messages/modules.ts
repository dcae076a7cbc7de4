import { meant, oneOf } from './answer-words.ts';
import type { Lists, Numbers, Templates, Texts } from './message.ts';

type ParameterProblem = Texts<'module' | 'parameter' | 'problem' | 'setting'> &
  Partial<Texts<'name' | 'nearest' | 'expected' | 'actual'>> &
  Partial<Lists<'allowed'>> &
  Partial<Numbers<'least' | 'most'>>;

const shown = (module: string): string => `avm catalog show ${module.replace(/:.*$/, '')} lists what it takes.`;

function limits({ least, most }: ParameterProblem): string {
  if (least === undefined) return `${most} or less`;
  return most === undefined ? `${least} or more` : least === most ? `${least}` : `${least} to ${most}`;
}

/** What is wrong with what a person gives to a module of their choice. */
function parameterMessage(args: ParameterProblem): { readonly message: string; readonly remedy: string } {
  const { module, parameter, setting, problem, name = parameter, nearest, allowed = [] } = args;
  switch (problem) {
    case 'unknown-parameter':
      return { message: `${module} has no parameter '${name}'`, remedy: meant(nearest, shown(module)) };
    case 'missing-parameter':
    case 'missing-property':
      return {
        message: `${module} needs a value for '${parameter}'`,
        remedy: `Set it: avm set ${setting}=VALUE. ${shown(module)}`,
      };
    case 'unknown-property':
      return { message: `${module} takes nothing called '${parameter}'`, remedy: meant(nearest, shown(module)) };
    case 'wrong-type':
      return {
        message: `'${parameter}' of ${module} has the type ${args.actual}`,
        remedy: `Give a value of the type ${args.expected}.`,
      };
    case 'null-not-allowed':
      return { message: `'${parameter}' of ${module} cannot be null`, remedy: 'Give it a value, or leave it out.' };
    case 'not-allowed':
    case 'undecided-variant':
      return {
        message: `'${parameter}' of ${module} is not a value that it allows`,
        remedy: `Take ${oneOf(allowed)}.`,
      };
    case 'out-of-range':
      return { message: `'${parameter}' of ${module} is out of its range`, remedy: `Give ${limits(args)}.` };
    case 'wrong-length':
      return {
        message: `'${parameter}' of ${module} has the wrong length`,
        remedy: `Give it a length of ${limits(args)}.`,
      };
    default:
      return {
        message: `'${parameter}' of ${module} is a secret, which avm.yaml must not hold`,
        remedy: `Read it from a key vault: avm set ${setting}.keyVault=VAULT_RESOURCE_ID --set ${setting}.secret=SECRET_NAME`,
      };
  }
}

/** Modules that a person chose, and what they give to them. */
export const modules = {
  'module-parameter': (args: ParameterProblem) => parameterMessage(args),
  'module-differs': () => ({
    message: 'An environment has another module, version, or private endpoints than the others',
    remedy: 'Give them in spec alone: all environments share one template.',
  }),
  'module-lacks': ({ module, parameter, why }: Texts<'module' | 'parameter' | 'why'>) => ({
    message: `${module} has no parameter '${parameter}', which '${why}' needs`,
    remedy: `Leave '${why}' out, or choose a module that has it.`,
  }),
  'use-unknown': ({ name, known }: Texts<'name'> & Lists<'known'>) => ({
    message: `There is no component '${name}' that can be used`,
    remedy: known.length > 0 ? `Name ${oneOf(known)}.` : 'Add one first, such as a storage account or a key vault.',
  }),
  'module-scope': ({ module, scope }: Texts<'module' | 'scope'>) => ({
    message: `${module} is deployed to a ${scope}, and the template to a resource group`,
    remedy: 'Choose a module for a resource group.',
  }),
  'module-secret-vault': () => ({
    message: 'This is not the resource ID of a key vault',
    remedy: 'Give the whole ID: /subscriptions/…/resourceGroups/…/providers/Microsoft.KeyVault/vaults/NAME.',
  }),
  'module-reference': ({ name, known }: Texts<'name'> & Lists<'known'>) => ({
    message: `There is no component '${name}' with an ID to refer to`,
    remedy: known.length > 0 ? `Name ${oneOf(known)}.` : 'Give the ID itself.',
  }),
} satisfies Templates;
