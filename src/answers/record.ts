import type { Clarification } from './answers.ts';
import { change, readForChange, type Changed } from './change.ts';
import { clarificationsTitle, nextIds } from './clarifications.ts';
import { answersFile, parseAnswers } from './parse.ts';

/** The text with clarifications after those it has; the result must be valid. */
export function recordClarifications(text: string, records: readonly Clarification[], file = answersFile): Changed {
  const before = parseAnswers(text, file);
  if ('findings' in before) return before;
  const ids = nextIds(before.answers.clarifications, records.length);
  let now = text;
  for (const [index, record] of records.entries()) {
    const source = readForChange(now, file);
    if ('findings' in source) return source;
    now = change(source, ['clarifications', ids[index] ?? ''], record);
  }
  if (before.answers.clarifications === undefined) now = titled(now);
  const after = parseAnswers(now, file);
  return 'findings' in after ? after : { text: now };
}

/** The first of them begin a section of their own, as a new avm.yaml would have it. */
function titled(text: string): string {
  return text.replace(/\n+clarifications:\n/, `\n\n${clarificationsTitle}\nclarifications:\n`);
}
