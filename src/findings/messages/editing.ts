import { meant, oneOf } from './answer-words.ts';
import type { Lists, Numbers, Templates, Texts } from './message.ts';

/** What was to be set, added, or named, and can't be. */
export const editing = {
  'path-unknown': ({ path, nearest }: Texts<'path'> & Partial<Texts<'nearest'>>) => ({
    message: `There is no answer ${path}`,
    remedy: meant(nearest, 'See avm.yaml, or avm schema, for what there is.'),
  }),
  'path-shared': ({ path }: Texts<'path'>) => ({
    message: `${path} is the same in every environment`,
    remedy: 'Set it without naming an environment.',
  }),
  'value-syntax': ({ path, problem }: Texts<'path' | 'problem'>) => ({
    message: `The value for ${path} cannot be read: ${problem}`,
    remedy: 'Write text as it is, a list as [a, b], a map as {key: value}.',
  }),
  'environment-unknown': ({
    environment,
    known,
    nearest,
  }: Texts<'environment'> & Lists<'known'> & Partial<Texts<'nearest'>>) => ({
    message: `There is no environment "${environment}"`,
    remedy: meant(nearest, `There are ${oneOf(known)}; another is added with avm add environment.`),
  }),
  'environment-exists': ({ environment }: Texts<'environment'>) => ({
    message: `There is an environment ${environment} already`,
    remedy: `Change it with avm set … --env ${environment}, or give the new one another name.`,
  }),
  'component-unknown': ({
    component,
    known,
    nearest,
  }: Texts<'component'> & Lists<'known'> & Partial<Texts<'nearest'>>) => ({
    message: `There is no component "${component}"`,
    remedy: meant(nearest, `There are ${oneOf(known)}.`),
  }),
  'component-elsewhere': ({ component, blueprint }: Texts<'component' | 'blueprint'>) => ({
    message: `The blueprint '${blueprint}' has no component '${component}'`,
    remedy: 'Choose a blueprint that has it: avm catalog blueprints lists them.',
  }),
  'component-name-reserved': ({ name }: Texts<'name'>) => ({
    message: `The name '${name}' is that of a component of the catalog`,
    remedy: 'Choose another name, such as what it is for.',
  }),
  'component-name-exists': ({ name }: Texts<'name'>) => ({
    message: `There is a component '${name}' already`,
    remedy: `Choose another name, or change it with avm set components.${name}.…=…`,
  }),
  'component-name-clash': ({ name, what }: Texts<'name' | 'what'>) => ({
    message: `The name '${name}' would give ${what} a name that another component has`,
    remedy: 'Choose another name for the component.',
  }),
  'component-not-in-spec': ({ name, known }: Texts<'name'> & Lists<'known'>) => ({
    message: `spec.components has no component '${name}'`,
    remedy:
      known.length > 0
        ? `Name one of ${known.join(', ')}, or add it first, with avm add.`
        : 'Add it first, with avm add TYPE NAME.',
  }),
  'components-too-many': ({ most }: Numbers<'most'>) => ({
    message: `There are more than ${most} components`,
    remedy: 'Divide the workload into several workspaces.',
  }),
  'component-not-named': ({ component, known }: Texts<'component'> & Lists<'known'>) => ({
    message: `There is one component '${component}' in a workspace`,
    remedy: `Several are possible of ${known.join(', ')}.`,
  }),
  'component-exists': ({ component, key }: Texts<'component' | 'key'>) => ({
    message: `${component} is there already`,
    remedy: `Change its answers, with avm set ${key}.…=…`,
  }),
  'component-always': ({ component, title }: Texts<'component' | 'title'>) => ({
    message: `${title} (${component}) is not added: it is there wherever the rest needs it`,
    remedy: 'Change the answers it depends on, with avm set.',
  }),
} satisfies Templates;
