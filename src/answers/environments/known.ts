import type { Answers } from '../answers.ts';
import { readForChange, tidy } from '../change.ts';
import { unknownEnvironment } from '../edit.ts';
import { parseAnswers } from '../parse.ts';
import type { Refused, Source } from '../source.ts';
import { refuseName } from './add.ts';

/** The answers of a workspace that has the environment `from` and can have one called `to`. */
export function readKnown(
  text: string,
  { from, to }: { readonly from: string; readonly to: string },
  file: string,
): { readonly source: Source; readonly answers: Answers } | Refused {
  const source = readForChange(tidy(text), file);
  if ('findings' in source) return source;
  const wrong = unknownEnvironment(from, source) ?? refuseName(to, source);
  if (wrong) return wrong;
  const parsed = parseAnswers(source.text, file);
  return 'findings' in parsed ? parsed : { source, answers: parsed.answers };
}
