import { hasZones } from '../../azure/regions.ts';
import { reservedWord } from '../../azure/reserved-words.ts';
import type { AnswerProblem, View } from '../../component.ts';
import { duplicates } from '../../duplicates.ts';

/** What its answers cannot be. */
export function storageProblems({ core, inputs: { storageAccount: is } }: View): readonly AnswerProblem[] {
  if (!is.enabled) return [];
  return [
    ...(is.redundancy.includes('Z') && !hasZones(core.location.region)
      ? [
          {
            code: 'region-without-zones',
            answer: 'storageAccount.redundancy',
            args: { region: core.location.region, what: `redundancy ${is.redundancy}` },
          },
        ]
      : []),
    ...listProblems(is.containers, 'containers', 'The container'),
    ...listProblems(is.shares, 'shares', 'The share'),
  ];
}

function listProblems(names: readonly string[], key: string, what: string): readonly AnswerProblem[] {
  return [
    ...duplicates(names).map(({ value, index }) => ({
      code: 'answer-twice',
      answer: `storageAccount.${key}.${index}`,
      args: { what: `${what} ${value}` },
    })),
    ...names.flatMap((name, index) => {
      const reserved = reservedWord(name);
      return reserved
        ? [{ code: 'name-reserved', answer: `storageAccount.${key}.${index}`, args: { name, ...reserved } }]
        : [];
    }),
  ];
}
