import { shell } from '../../text/escape.ts';
import { meant, oneOf } from './answer-words.ts';
import type { Lists, Numbers, Templates, Texts } from './message.ts';

/** What can't be set, added, or named. */
export const editing = {
  'path-unknown': ({ path, nearest }: Texts<'path'> & Partial<Texts<'nearest'>>) => ({
    message: `There is no setting '${path}'`,
    remedy: meant(nearest, 'To list the settings, run: avm schema'),
  }),
  'path-ambiguous': ({ path, candidates }: Texts<'path'> & Lists<'candidates'>) => ({
    message: `'${path}' is the end of ${candidates.length} settings`,
    remedy: `Write the one you mean in full: ${candidates.join(', ')}.`,
  }),
  'path-completed': ({ path, full }: Texts<'path' | 'full'>) => ({
    message: `'${path}' is short for '${full}', which was set`,
    remedy: '',
  }),
  'answer-overridden': ({
    path,
    value,
    environments,
    all,
  }: Texts<'path' | 'value' | 'all'> & Lists<'environments'>) => ({
    message: `${all === 'yes' ? 'Every environment overrides' : `${environments.join(', ')} ${environments.length > 1 ? 'override' : 'overrides'}`} '${path}', so this does not change ${all === 'yes' ? 'anything' : 'it there'}`,
    remedy: `To change it there too, run: avm set ${shell(`${path}=${value}`)} --env ${environments.join(' --env ')}`,
  }),
  'path-shared': ({ path }: Texts<'path'>) => ({
    message: `'${path}' is the same in every environment`,
    remedy: 'Set it without --env.',
  }),
  'value-syntax': ({ path, problem }: Texts<'path' | 'problem'>) => ({
    message: `The value of '${path}' cannot be read: ${problem}`,
    remedy: 'Write text as it is, a list as [a, b], and a map as {key: value}.',
  }),
  'component-unknown': ({
    component,
    known,
    nearest,
  }: Texts<'component'> & Lists<'known'> & Partial<Texts<'nearest'>>) => ({
    message: `There is no component '${component}'`,
    remedy: meant(nearest, `Use ${oneOf(known)}.`),
  }),
  'component-elsewhere': ({ component, blueprint }: Texts<'component' | 'blueprint'>) => ({
    message: `The blueprint '${blueprint}' has no component '${component}'`,
    remedy: 'Choose a blueprint that has it. To list blueprints, run: avm catalog blueprints',
  }),
  'component-name-reserved': ({ name }: Texts<'name'>) => ({
    message: `The name '${name}' is reserved for a component of the catalog`,
    remedy: 'Choose another name, such as its purpose.',
  }),
  'component-name-exists': ({ name }: Texts<'name'>) => ({
    message: `The component '${name}' exists already`,
    remedy: `Choose another name, or change the component: avm set components.${name}.SETTING=VALUE`,
  }),
  'component-name-alike': ({ name, other, type }: Texts<'name' | 'other' | 'type'>) => ({
    message: `With the names '${name}' and '${other}', two resources (${type}) would have the same name in Azure`,
    remedy: 'Choose a component name that differs in letters or digits, not only in hyphens.',
  }),
  'component-name-clash': ({ name, what }: Texts<'name' | 'what'>) => ({
    message: `With the name '${name}', ${what} would have the same name as something else in main.bicep`,
    remedy: 'Choose another name for the component.',
  }),
  'components-place': ({ version }: Numbers<'version'>) =>
    version === 1
      ? {
          message: "In version 1 of avm.yaml, components are in 'spec'",
          remedy: "Move 'components' into 'spec', or set version: 2.",
        }
      : {
          message: `In version ${version} of avm.yaml, components are not in 'spec'`,
          remedy: "Move 'spec.components' to the top level: components, beside spec.",
        },
  'component-not-in-spec': ({ name, place, known }: Texts<'name' | 'place'> & Lists<'known'>) => ({
    message: `${place} has no component '${name}'`,
    remedy:
      known.length > 0
        ? `Use one of ${known.join(', ')}, or add it first: avm add TYPE NAME`
        : 'Add it first: avm add TYPE NAME',
  }),
  'components-too-many': ({ most }: Numbers<'most'>) => ({
    message: `There are more than ${most} components`,
    remedy: 'Split the workload into several workspaces.',
  }),
  'component-not-named': ({ component, known }: Texts<'component'> & Lists<'known'>) => ({
    message: `A workspace has only one component '${component}'`,
    remedy: `You can add several of ${known.join(', ')}.`,
  }),
  'component-exists': ({ component, key }: Texts<'component' | 'key'>) => ({
    message: `The component '${component}' is on already`,
    remedy: `To change it, run: avm set ${key}.SETTING=VALUE`,
  }),
  'component-always': ({ component, title }: Texts<'component' | 'title'>) => ({
    message: `${title} (${component}) can't be added: other components add it when they need it`,
    remedy: 'Change the settings it depends on with avm set.',
  }),
} satisfies Templates;
