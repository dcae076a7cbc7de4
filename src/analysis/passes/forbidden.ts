import type { Rule, Wish } from '../../../avm-catalog/constitution/rule.ts';
import { documentPaths, type Documents } from '../documents.ts';
import { teller, type PassResult } from '../tell.ts';

const tell = teller('constitution');

const negated = /\b(?:no|not|never|none|nobody|without|instead of|forbid\w*|den(?:y|ies|ied)|disabled|refuse[sd]?)\b/i;

/** Lines of plan and tasks that ask for what a rule forbids, unless they say that it is not to be. */
export function forbidden({ plan, tasks, folder }: Documents, on: readonly Rule[]): readonly PassResult[] {
  const wishes = on.flatMap(({ definition: { id, title, wish }, level }) =>
    wish ? [{ id, title, wish, weight: level === 'must' ? ('CRITICAL' as const) : ('HIGH' as const) }] : [],
  );
  const paths = documentPaths(folder);
  const read = [
    [paths.plan, plan],
    [paths.tasks, tasks?.text],
  ] as const;
  return read.flatMap(([file, text]) => {
    const all = (text?.lines ?? []).join('\n').toLowerCase();
    const hinted = wishes.filter(({ wish }) => isHinted(all, wish));
    if (hinted.length === 0) return [];
    return (text?.prose ?? []).flatMap(({ text: says, line, section }) => {
      if (section === 'Constitution Check') return [];
      const lower = says.toLowerCase();
      return hinted
        .filter(({ wish }) => isHinted(lower, wish) && wish.pattern.test(says) && !negated.test(says))
        .map(({ id, title, weight }) =>
          tell(weight, 'asks-for-forbidden', { file, line, subject: id }, { title, says }),
        );
    });
  });
}

function isHinted(text: string, { hints }: Wish): boolean {
  return hints.every((words) => words.some((word) => text.includes(word)));
}
