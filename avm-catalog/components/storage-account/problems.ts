import { offerProblems } from '../../kernel/offer-problems.ts';
import { hasZones } from '../../azure/regions.ts';
import { reservedWord } from '../../azure/reserved-words.ts';
import type { ServiceName } from '../../azure/services.ts';
import type { View } from '../../kernel/view.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import { duplicates } from '../../kernel/duplicates.ts';
import { shareProblems } from './shares.ts';
import { storageAccountInputs } from './inputs.ts';

/** Settings that can't be deployed. */
export function storageProblems(view: View): readonly AnswerProblem[] {
  const { core } = view;
  const is = storageAccountInputs.of(view);
  if (!is.enabled) return [];
  return [
    ...redundancyProblems(core.location.region, is.redundancy),
    ...listProblems(is.containers, 'containers', 'The container'),
    ...listProblems(
      is.shares.map((one) => (typeof one === 'string' ? one : one.name)),
      'shares',
      'The share',
    ),
    ...shareProblems(view),
  ];
}

function redundancyProblems(region: string, redundancy: string): readonly AnswerProblem[] {
  const service = redundancyService(redundancy);
  if (service === undefined) return [];
  const instead = service !== 'zrsStorage' && hasZones(region) ? 'ZRS' : 'LRS';
  return offerProblems(region, {
    service,
    answer: 'storageAccount.redundancy',
    instead: `storageAccount.redundancy=${instead}`,
  });
}

/** The service that a redundancy needs in the region; LRS needs none. */
function redundancyService(redundancy: string): ServiceName | undefined {
  if (redundancy.includes('GZ')) return 'gzrsStorage';
  if (redundancy.includes('G')) return 'grsStorage';
  return redundancy.includes('Z') ? 'zrsStorage' : undefined;
}

function listProblems(names: readonly string[], key: string, what: string): readonly AnswerProblem[] {
  return [
    ...duplicates(names).map(({ value, index }) =>
      problem('answer-twice', `storageAccount.${key}.${index}`, { what: `${what} ${value}` }),
    ),
    ...names.flatMap((name, index) => {
      const reserved = reservedWord(name);
      return reserved ? [problem('name-reserved', `storageAccount.${key}.${index}`, { name, ...reserved })] : [];
    }),
  ];
}
