import { meant, oneOf } from './answer-words.ts';
import type { Lists, Numbers, Templates, Texts } from './message.ts';

type ParameterProblem = Texts<'module' | 'parameter' | 'problem' | 'setting'> &
  Partial<Texts<'name' | 'nearest' | 'expected' | 'actual'>> &
  Partial<Lists<'allowed'>> &
  Partial<Numbers<'least' | 'most'>>;

/** Where the parameters of a module are listed; a file of the workspace declares its own. */
function shown(module: string): string {
  return module.endsWith('.bicep')
    ? 'The file declares its parameters.'
    : `To list its parameters, run: avm catalog show ${module.replace(/:.*$/, '')}`;
}

function limits({ least, most }: ParameterProblem): string {
  if (least === undefined) return `${most} or less`;
  return most === undefined ? `${least} or more` : least === most ? `${least}` : `${least} to ${most}`;
}

/** What is wrong with a parameter of a module that a person chose. */
function parameterMessage(args: ParameterProblem): { readonly message: string; readonly remedy: string } {
  const { module, parameter, setting, problem, name = parameter, nearest, allowed = [] } = args;
  switch (problem) {
    case 'unknown-parameter':
      return { message: `'${module}' has no parameter '${name}'`, remedy: meant(nearest, shown(module)) };
    case 'missing-parameter':
    case 'missing-property':
      return {
        message: `'${module}' requires a value for '${parameter}'`,
        remedy: `To set it, run: avm set ${setting}=VALUE`,
      };
    case 'unknown-property':
      return { message: `'${module}' has no property '${parameter}'`, remedy: meant(nearest, shown(module)) };
    case 'wrong-type':
      return {
        message: `'${parameter}' of '${module}' has the type ${args.actual}`,
        remedy: `Use a value of the type ${args.expected}.`,
      };
    case 'null-not-allowed':
      return { message: `'${parameter}' of '${module}' cannot be null`, remedy: 'Set a value, or remove it.' };
    case 'not-allowed':
    case 'undecided-variant':
      return {
        message: `'${parameter}' of '${module}' has a value that is not allowed`,
        remedy: `Use ${oneOf(allowed)}.`,
      };
    case 'out-of-range':
      return { message: `'${parameter}' of '${module}' is out of range`, remedy: `Use ${limits(args)}.` };
    case 'wrong-length':
      return {
        message: `'${parameter}' of '${module}' has the wrong length`,
        remedy: `Use a length of ${limits(args)}.`,
      };
    default:
      return {
        message: `'${parameter}' of '${module}' is a secret, which avm.yaml must not contain`,
        remedy: `To read it from a key vault, run: avm set ${setting}.keyVault=VAULT_RESOURCE_ID ${setting}.secret=SECRET_NAME`,
      };
  }
}

const unused = {
  itself: (name: string) => `The component '${name}' can’t use itself`,
  kind: (name: string) => `The component '${name}' can’t be used: no role for applications is known for its kind`,
  missing: (name: string) => `There is no component '${name}'`,
} as const;

/** Findings about modules that a person chose, and their parameters. */
export const modules = {
  'module-parameter': (args: ParameterProblem) => parameterMessage(args),
  'module-differs': () => ({
    message: 'Module, version, and private endpoints must be the same in every environment',
    remedy: 'Set them once for all environments, which share one template.',
  }),
  'module-lacks': ({ module, parameter, why }: Texts<'module' | 'parameter' | 'why'>) => ({
    message: `'${module}' has no parameter '${parameter}', which '${why}' requires`,
    remedy: `Remove '${why}', or choose a module that has the parameter.`,
  }),
  'use-unknown': ({ name, known, why }: Texts<'name'> & Lists<'known'> & { readonly why: keyof typeof unused }) => ({
    message: unused[why](name),
    remedy: known.length > 0 ? `Use ${oneOf(known)}.` : 'Add one first, such as a storage account or a key vault.',
  }),
  'use-circle': ({ names }: Lists<'names'>) => ({
    message: `Components use one another in a circle: ${names
      .slice(1)
      .map((name, index) => `${names[index]} uses ${name}`)
      .join(', ')}`,
    remedy: 'Remove one of these uses.',
  }),
  'module-types-only': ({ module }: Texts<'module'>) => ({
    message: `'${module}' has only types for other modules, and deploys nothing`,
    remedy: 'Choose a resource or pattern module. To list modules, run: avm catalog modules',
  }),
  'module-scope': ({ module, scope, instead }: Texts<'module' | 'scope' | 'instead'>) => ({
    message: `'${module}' is deployed to a ${scope}, and the template of this workspace to a resource group`,
    remedy:
      instead === ''
        ? `Deploy it with a separate template for the ${scope}.`
        : `Choose ${instead}, which is deployed to a resource group, or use a separate template for the ${scope}.`,
  }),
  'module-secret-vault': () => ({
    message: 'This is not the resource ID of a key vault',
    remedy: 'Use the full ID: /subscriptions/…/resourceGroups/…/providers/Microsoft.KeyVault/vaults/NAME',
  }),
  'module-reference': ({ name, known }: Texts<'name'> & Lists<'known'>) => ({
    message: `There is no component '${name}' with an ID to refer to`,
    remedy: known.length > 0 ? `Use ${oneOf(known)}.` : 'Use the resource ID itself.',
  }),
  'module-reference-differs': () => ({
    message: 'The ID of a component is not the same in every environment',
    remedy: 'Set it once for all environments, or write the resource IDs where they differ.',
  }),
} satisfies Templates;
