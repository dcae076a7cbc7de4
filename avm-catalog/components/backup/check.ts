import { hasZones } from '../../azure/regions.ts';
import { offerProblems } from '../../kernel/offer-problems.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import type { View } from '../../kernel/view.ts';
import { backupInputs } from './inputs.ts';

export function backupProblems(view: View): readonly AnswerProblem[] {
  const is = backupInputs.of(view);
  if (!is.enabled) return [];
  const isGeo = is.redundancy === 'GeoRedundant';
  return [
    ...redundancyProblems(view),
    ...(is.crossRegionRestore && !isGeo
      ? [
          problem('answer-needs', 'backup.crossRegionRestore', {
            what: 'Restores in the paired region',
            needs: 'backup.redundancy=GeoRedundant',
          }),
        ]
      : []),
  ];
}

function redundancyProblems(view: View): readonly AnswerProblem[] {
  const { region } = view.core.location;
  const { redundancy } = backupInputs.of(view);
  if (redundancy === 'LocallyRedundant') return [];
  const instead = redundancy === 'GeoRedundant' && hasZones(region) ? 'ZoneRedundant' : 'LocallyRedundant';
  return offerProblems(region, {
    service: redundancy === 'ZoneRedundant' ? 'zonalVault' : 'geoVault',
    answer: 'backup.redundancy',
    instead: `backup.redundancy=${instead}`,
  });
}
