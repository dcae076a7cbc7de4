import { latestVersion, loadInterface } from '../../../avm-catalog/modules/load.ts';
import { fullPath } from '../../../avm-catalog/modules/path.ts';
import { namedKey } from '../../../avm-catalog/kernel/core.ts';
import { ownValue } from '../../bicep/own.ts';
import { addNamed } from '../../answers/add-named.ts';
import { namedTypes } from '../../answers/named.ts';
import { describe } from '../../findings/describe.ts';
import { UsageFailure } from '../shared/failure.ts';
import type { Edited } from '../shared/workspace.ts';
import type { Assignment } from './assignments.ts';
import { settle } from './settings.ts';

/** Settings of the component itself; all others are parameters of its module. */
const own: Called['own'] = { enabled: 'here', privateEndpoints: 'everywhere', uses: 'here', version: 'everywhere' };
const type = namedTypes.find((one) => one.modules)?.name ?? '';

interface Module {
  readonly module: string;
  readonly version: string;
  readonly name: string;
}

/** The module, its version (by default the newest), and its name. */
export function chosenModule(typed: string | undefined, name: string | undefined): Module {
  if (typed === undefined)
    throw new UsageFailure('Specify a module.', 'For example, run: avm add module avm/res/cache/redis sessions');
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
  return withParams(text, { type, name, given: { module, version }, own }, given, environment);
}

export interface Called {
  readonly type: string;
  readonly name: string;
  readonly given: Readonly<Record<string, unknown>>;
  /** Settings of the component itself: those that can differ by environment, and those that are the same everywhere. */
  readonly own: Readonly<Record<string, 'here' | 'everywhere'>>;
}

/** A component that is a module: what is not one of its own settings is a parameter of the module. */
export function withParams(
  text: string,
  { own: settingsOf, ...added }: Called,
  given: readonly Assignment[],
  environment: string | undefined,
): Edited {
  const done = addNamed(text, added, environment);
  if ('findings' in done || given.length === 0) return done;
  const settings = given.map(({ path, value }) => {
    const key = path.split('.')[0] ?? '';
    const scope = key === 'params' ? 'here' : ownValue(settingsOf, key);
    const below = scope === undefined ? `params.${path}` : path;
    const where = scope === 'everywhere' ? undefined : environment;
    return { path: `${namedKey}.${added.name}.${below}`, value, environment: where };
  });
  return settle(done.text, settings);
}
