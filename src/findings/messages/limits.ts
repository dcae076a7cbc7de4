import type { Lists, Numbers, Templates, Texts } from './message.ts';

const first = (words: readonly string[], most: number): string =>
  words.length > most ? `${words.slice(0, most).join(', ')} and ${words.length - most} more` : words.join(', ');

type Use = Texts<'unit'> & Numbers<'used' | 'allowed' | 'percent'> & Lists<'most'>;

const ofLimit =
  (name: string) =>
  ({ used, allowed, percent, most }: Use) => ({
    message: `${used} of ${allowed} ${name} are used (${percent}%), most by ${first(most, 3)}`,
    remedy: 'Split the workload, or remove components that it does not need.',
  });

/** Limits of Azure Resource Manager. */
export const limits = {
  'limits/template-size': ofLimit('bytes of the compiled template'),
  'limits/template-spec': ofLimit('bytes of a template spec'),
  'limits/resource-size': ofLimit('bytes of one resource'),
  'limits/deployments': ofLimit('nested deployments'),
  'limits/what-if': ofLimit('nested deployments that what-if expands'),
  'limits/resources': ofLimit('resources in one template'),
  'limits/parameters': ofLimit('parameters in one template'),
  'limits/variables': ofLimit('variables in one template'),
  'limits/outputs': ofLimit('outputs in one template'),
  'limits/expression-length': ofLimit('characters of one expression'),
} satisfies Templates;
