import { tagLimits } from '../../avm-catalog/azure/tags.ts';
import { read } from '../../avm-catalog/constitution/estate.ts';
import { makeFinding, type Finding } from '../findings/finding.ts';
import type { Snapshot } from './snapshot.ts';

/** Predicted resources with more tags than their type takes, those that modules add among them. */
export function tagFindings(snapshots: readonly Snapshot[]): readonly Finding[] {
  return snapshots.flatMap(({ environment, resources }) =>
    resources.flatMap((one) => {
      const count = Object.keys(read(one, 'tags') ?? {}).length;
      const most = tagLimits(one.type).count;
      if (count <= most) return [];
      return [makeFinding('limits/tags', 'error', { count, most, type: one.type }, { environment, resource: one.id })];
    }),
  );
}
