import { suggestion } from '../../src/findings/nearest.ts';
import { hasZones, region, regionNames } from '../azure/regions.ts';
import { sovereignCloud } from '../azure/sovereign.ts';
import { problem, type AnswerProblem } from './problem.ts';
import type { View } from './view.ts';

/** Problems with the shared settings: an unknown region, or a zone that it lacks. */
export function coreProblems(view: View): readonly AnswerProblem[] {
  const { region: name, zone } = view.core.location;
  const [answer, ids] = ['location.region', ['TST-003']];
  const cloud = sovereignCloud(name);
  if (cloud)
    return [problem('region-sovereign', answer, { region: name, cloud: cloud.name, why: cloud.why }, 'error', ids)];
  if (!region(name))
    return [problem('region-unknown', answer, { region: name, ...suggestion(name, regionNames) }, 'error', ids)];
  if (zone === null || hasZones(name)) return [];
  const args = { region: name, what: `zone ${zone}`, instead: 'location.zone=null' };
  return [problem('region-without-zones', 'location.zone', args, 'error', ids)];
}
