import { blueprintNamed, blueprints, defaultBlueprint } from '../../../avm-catalog/blueprints/index.ts';
import type { Blueprint } from '../../../avm-catalog/kernel/blueprint.ts';
import type { Preset } from '../../answers/preset.ts';
import { nearest } from '../../findings/nearest.ts';
import { UsageFailure } from '../shared/failure.ts';

/** The blueprint of `--blueprint` or of settings files, if either names one. */
export function knownBlueprint(named: string | undefined, preset: Preset | undefined): Blueprint | undefined {
  const given = preset?.data['blueprint'];
  if (named === undefined) return typeof given === 'string' ? blueprintNamed(given) : undefined;
  if (given !== undefined)
    throw new UsageFailure(
      '--blueprint and --answers cannot be used together here: the file names its blueprint.',
      'Leave out --blueprint, or remove the line blueprint from the file.',
    );
  return blueprintOf(named);
}

/** The same, or the default. */
export function chosenBlueprint(named: string | undefined, preset: Preset | undefined): Blueprint {
  return knownBlueprint(named, preset) ?? defaultBlueprint;
}

function blueprintOf(named: string): Blueprint {
  const found = blueprintNamed(named) ?? blueprints.find((one) => one.name === named);
  if (found) return found;
  const near = nearest(
    named,
    blueprints.map((one) => one.name),
  );
  throw new UsageFailure(
    `There is no blueprint '${named}'.`,
    near === undefined ? 'To list blueprints, run: avm catalog blueprints' : `Did you mean '${near}'?`,
  );
}
