import type { Documents } from '../documents.ts';
import type { Markdown, Prose } from '../read/markdown.ts';
import { teller, type PassResult } from '../tell.ts';
import { digest, wordsOf } from '../text.ts';

const tell = teller('ambiguity');

/** Words that promise something nobody can measure. */
const vague: ReadonlySet<string> = new Set(
  (
    'secure securely fast faster quick quickly performant scalable responsive robust robustly reliable reliably ' +
    'intuitive intuitively user-friendly easy easily efficient efficiently flexible flexibly seamless seamlessly ' +
    'appropriate appropriately adequate adequately sufficient sufficiently reasonable reasonably optimal optimally ' +
    'minimal timely modern simple etc'
  ).split(' '),
);
/** About security and speed they weigh more. */
const heavy = /^(?:secur|fast|quick|perform|scal|respons)/;

/** What can be measured: a number, a name as code, or all or none of something. */
export const measure = /\d|`|\b(?:no|none|never|every|all|each|any|only|zero)\b/i;

/** Spec Kit's marks of what is open, in text that is no code. */
const placeholder =
  /\bTODO\b(?=[:(]|\s*$|\s*\|)|\b(?:TKTK|TBD|FIXME)\b|\?\?\?|\[NEEDS CLARIFICATION|(?<!\\)\[(?!US\d+\])[A-Z][A-Z0-9_]{2,}\](?!\()|(?<!\\)<(?!\/?(?:br|code|sub|sup|b|i|em|strong|kbd|details|summary)\b)[a-z][a-z0-9 _-]{1,60}>/;

/** What begins every mark. */
const anyMark = /\[(?!US\d)[A-Z]|<[a-z]|\?\?\?|T(?:ODO|KTK|BD)|FIXME/;

/** Words without a measure, and what was left open. */
export function ambiguity(documents: Documents): readonly PassResult[] {
  return [...vagueness(documents), ...documents.all.flatMap(open), ...openInBicep(documents)];
}

function vagueness({ specification }: Documents): readonly PassResult[] {
  if (!specification) return [];
  const { path: file, statements, stories } = specification;
  const scenarios = stories.flatMap((story) => story.scenarios.map(({ key, text, line }) => ({ id: key, text, line })));
  return [...statements, ...scenarios].flatMap(({ id, text, line }) => {
    if (/\d|`/.test(text)) return [];
    const word = [...wordsOf(text)].find((one) => vague.has(one));
    if (word === undefined) return [];
    return [tell(heavy.test(word) ? 'HIGH' : 'MEDIUM', 'vague', { file, line, subject: id }, { word, says: text })];
  });
}

function open({ path: file, prose }: Markdown): readonly PassResult[] {
  return prose.flatMap((one) => {
    if (!anyMark.test(one.text)) return [];
    const found = placeholder.exec(withoutCode(one.text))?.[0];
    return found === undefined || isAllowed(one) ? [] : [left(file, one.line, found, one.text)];
  });
}

function withoutCode(text: string): string {
  return text.includes('`') ? text.replace(/`[^`]*`/g, '``') : text;
}

/** What a person said of the workload is theirs; a day that the constitution waits for is told by its own pass. */
function isAllowed({ text }: Prose): boolean {
  return text.startsWith('**Input**') || text.startsWith('**Version**');
}

/** The same in another case, which is slow to make, is looked for where one of these is. */
const mayBeLeft = /'[<?TtCc]/;

function openInBicep({ bicep, parameterFiles }: Documents): readonly PassResult[] {
  return [...(bicep ? [bicep] : []), ...parameterFiles].flatMap(({ path, lines }) =>
    lines.flatMap((line, index) => {
      const isSaid = line.includes('//') && /\/\/.*\b(?:TODO|TKTK|TBD|FIXME)\b|\/\/.*\?\?\?/.test(line);
      const isGiven =
        path.endsWith('.bicepparam') && mayBeLeft.test(line) && /'(?:<[^'>]*>|\?\?\?|TODO|TBD|CHANGE ?ME)'/i.test(line);
      return isSaid || isGiven ? [left(path, index + 1, 'a mark', line)] : [];
    }),
  );
}

function left(file: string, line: number, mark: string, text: string): PassResult {
  return tell('HIGH', 'placeholder', { file, line, subject: digest(text) }, { mark, says: text });
}
