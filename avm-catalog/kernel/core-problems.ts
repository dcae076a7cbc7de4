import { suggestion } from '../../src/findings/nearest.ts';
import { hasZones, region, regionNames } from '../azure/regions.ts';
import { sovereignCloud } from '../azure/sovereign.ts';
import type { AnswerProblem } from './component.ts';
import type { View } from './view.ts';

/** What of the settings that all components share cannot be: a region that is none, a zone that it lacks. */
export function coreProblems(view: View): readonly AnswerProblem[] {
  const { region: name, zone } = view.core.location;
  const at = { answer: 'location.region', ids: ['TST-003'] };
  const cloud = sovereignCloud(name);
  if (cloud) return [{ ...at, code: 'region-sovereign', args: { region: name, cloud: cloud.name, why: cloud.why } }];
  if (!region(name))
    return [{ ...at, code: 'region-unknown', args: { region: name, ...suggestion(name, regionNames) } }];
  if (zone === null || hasZones(name)) return [];
  const args = { region: name, what: `zone ${zone}`, instead: 'location.zone=null' };
  return [{ ...at, code: 'region-without-zones', answer: 'location.zone', args }];
}
