import { problem, type AnswerProblem } from './problem.ts';
import { offer, serviceFacts, type ServiceName } from '../azure/services.ts';
import { hasZones, pairOf, region } from '../azure/regions.ts';

interface Wanted {
  readonly service: ServiceName;
  /** The answer that asks for it. */
  readonly answer: string;
  /** What deploys in every region, as an assignment. */
  readonly instead: string;
}

/** What an answer asks for and a region does not offer; a region that nobody knows is told of where it is named. */
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
