import { problem, type AnswerProblem } from './problem.ts';
import { offer, serviceFacts, type ServiceName } from '../azure/services.ts';
import { hasZones, pairOf, region } from '../azure/regions.ts';

interface Wanted {
  readonly service: ServiceName;
  /** The setting that needs it. */
  readonly answer: string;
  /** The assignment that works in every region. */
  readonly instead: string;
}

/** A setting that needs a service the region doesn't offer. Unknown regions are reported elsewhere. */
export function offerProblems(where: string, { service, answer, instead }: Wanted): readonly AnswerProblem[] {
  if (!region(where)) return [];
  const found = offer(service, where);
  if (found === 'yes') return [];
  const { title, source } = serviceFacts(service);
  const ids = ['TST-003'];
  const args = { region: where, what: title, source, instead };
  if (found === 'unknown') return [problem('region-offer-unknown', answer, args, 'warning', ids)];
  return [problem('region-lacks', answer, { ...args, why: reason(service, where) }, 'error', ids)];
}

function reason(service: ServiceName, where: string): string {
  if (/^(grs|geo|gzrs)/.test(service) && pairOf(where) === undefined) return 'the region has no paired region';
  if (!hasZones(where)) return 'the region has no availability zones';
  return 'Azure doesn’t list it there';
}
