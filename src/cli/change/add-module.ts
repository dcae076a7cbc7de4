import { latestVersion, loadInterface } from '../../../avm-catalog/modules/load.ts';
import { fullPath } from '../../../avm-catalog/modules/path.ts';
import { namedKey } from '../../../avm-catalog/kernel/core.ts';
import { addNamed } from '../../answers/add-named.ts';
import { namedTypes } from '../../answers/named.ts';
import { describe } from '../../findings/describe.ts';
import { UsageFailure } from '../shared/failure.ts';
import type { Edited } from '../shared/workspace.ts';
import type { Assignment } from './assignments.ts';
import { settle } from './settings.ts';

/** Settings of the component itself; all others are parameters of its module. */
const own: readonly string[] = ['enabled', 'privateEndpoints', 'uses', 'version'];
const type = namedTypes.find((one) => one.modules)?.name ?? '';

interface Module {
  readonly module: string;
  readonly version: string;
  readonly name: string;
}

/** The module that is meant, in its newest version unless another one is named, and what it is to be called. */
export function chosenModule(typed: string | undefined, name: string | undefined): Module {
  if (typed === undefined)
    throw new UsageFailure('Say which module.', 'For example: avm add module avm/res/cache/redis sessions');
  const [path = '', given] = typed.split(':');
  const module = fullPath(path);
  const version = given ?? latestVersion(module) ?? '';
  const loaded = loadInterface(module, version);
  if ('finding' in loaded) {
    const { message, remedy } = describe(loaded.finding);
    throw new UsageFailure(message, remedy);
  }
  return { module, version, name: name ?? path.split('/').at(-1) ?? '' };
}

export function withModule(
  text: string,
  { module, version, name }: Module,
  given: readonly Assignment[],
  environment: string | undefined,
): Edited {
  const added = addNamed(text, { type, name, given: { module, version } }, environment);
  if ('findings' in added || given.length === 0) return added;
  const settings = given.map(({ path, value }) => {
    const below = own.includes(path.split('.')[0] ?? '') ? path : `params.${path}`;
    return { path: `${namedKey}.${name}.${below}`, value, environment };
  });
  return settle(added.text, settings);
}
