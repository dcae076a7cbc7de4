import { blueprints } from '../../../avm-catalog/blueprints/index.ts';
import { ownValue } from '../../../src/bicep/own.ts';
import { choice, input, type Prompt } from '../prompt.ts';
import {
  blueprintOf,
  groupsOf,
  known,
  none,
  scopesOf,
  wrongAbbreviation,
  wrongBlueprint,
  wrongGroup,
  wrongModule,
  wrongName,
  wrongScope,
  wrongServes,
  wrongStory,
  wrongTitle,
  type ComponentAnswers,
} from './answers.ts';

const scopeNames = { resourceGroup: 'resourceGroup: in its resource group', global: 'global: in all of Azure' };

const plain = (values: readonly string[]) => values.map((value) => ({ value, name: value }));

/** The questions, in the order of the arguments that Plop takes in their place. */
export const componentPrompts: readonly Prompt<ComponentAnswers>[] = [
  input({ name: 'name', message: 'Name, such as container-registry', wrong: wrongName }),
  input({ name: 'title', message: 'Title, such as Container registry', wrong: wrongTitle }),
  input({ name: 'summary', message: 'What it gives, in one sentence without a full stop', wrong: wrongTitle }),
  input({
    name: 'module',
    message: 'Module, by its path below avm/res, such as container-registry/registry',
    wrong: wrongModule,
  }),
  input({
    name: 'serves',
    message: 'What it serves: a capability (avm-catalog/kernel/capability.ts) or the ID of a rule',
    wrong: wrongServes,
  }),
  choice({ name: 'blueprint', message: 'Blueprint that may have it', wrong: wrongBlueprint }, () =>
    blueprints.map(({ name, title }) => ({ value: name, name: `${name}: ${title}` })),
  ),
  choice({ name: 'story', message: 'Story of the blueprint that it implements', wrong: wrongStory }, ({ blueprint }) =>
    (blueprintOf(blueprint)?.content.stories ?? []).map(({ id, title }) => ({ value: id, name: `${id}: ${title}` })),
  ),
  choice({ name: 'group', message: 'Private link group of its private endpoint', wrong: wrongGroup }, ({ module }) =>
    plain(groupsOf(known(module))),
  ),
  input({
    name: 'abbreviation',
    message: 'What its names begin with, by the Cloud Adoption Framework',
    wrong: wrongAbbreviation,
    default: ({ module }) => known(module)?.naming?.abbreviation,
  }),
  choice(
    {
      name: 'scope',
      message: 'Where its names are unique',
      wrong: wrongScope,
      default: ({ group = none }) => (group === none ? 'resourceGroup' : 'global'),
    },
    ({ module }) => scopesOf(known(module)).map((value) => ({ value, name: ownValue(scopeNames, value) ?? value })),
  ),
];
