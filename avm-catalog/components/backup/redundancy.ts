import { bool, literals } from '../../../src/bicep/type.ts';
import { operator, type ObjectValue, type Value } from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';
import { choice } from '../../kernel/patterns.ts';
import { backupInputs } from './inputs.ts';

/** Redundancy of the vault; only a geo-redundant one says whether backups can be restored in the paired region. */
export function redundancy(c: Composer): Value {
  const kinds = ['GeoRedundant', 'ZoneRedundant', 'LocallyRedundant'] as const;
  const chosen = c.choose({
    name: 'backupRedundancy',
    type: literals(...kinds),
    description: 'Redundancy of backups. You can’t change this after the first backup',
    value: (view) => backupInputs.of(view).redundancy,
    answers: ['backup.redundancy'],
  });
  const restore = crossRegionRestore(c);
  const settings = (kind: Value): ObjectValue => ({
    standardTierStorageRedundancy: kind,
    ...(kind === 'GeoRedundant' && restore !== undefined ? { crossRegionRestore: restore } : {}),
  });
  if (typeof chosen === 'string') return settings(chosen);
  // The module's type is discriminated by this property, so one object with the parameter inside doesn't match it.
  // Each redundancy has a branch, used or not, because the parameter allows them all.
  return kinds
    .slice(1)
    .reduce<Value>((rest, kind) => choice(operator('==', chosen, kind), settings(kind), rest), settings(kinds[0]));
}

/** The module's default is Disabled. */
function crossRegionRestore(c: Composer): Value | undefined {
  const chosen = c.choose({
    name: 'backupCrossRegionRestore',
    type: bool,
    description: 'Allow restores in the paired region. You can’t turn this off after the first backup',
    value: (view) => backupInputs.of(view).crossRegionRestore,
    answers: ['backup.crossRegionRestore'],
  });
  return chosen === false ? undefined : c.because(['RES-007'], choice(chosen, 'Enabled', 'Disabled'));
}
