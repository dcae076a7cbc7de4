import type { GeneratedFile } from './file-set.ts';

/** The lines between which a person's own text stands; each is a whole line, and each stands once. */
export const ownTextMarks = { begin: '<!-- your text: begin -->', end: '<!-- your text: end -->' } as const;

const place = [
  '',
  '<!-- Write your own text between the next two comments: avm keeps it whenever it writes this file. -->',
  ownTextMarks.begin,
  ownTextMarks.end,
];

/** A document with a place for a person's own text at its end; it exists for the reason of the title. */
export function withOwnText(file: GeneratedFile): GeneratedFile {
  const from = file.text.split('\n').length;
  const [title] = file.trace;
  const run = title && { from, to: from + place.length - 1, reason: title.reason };
  return { ...file, text: `${file.text}${place.join('\n')}\n`, trace: run ? [...file.trace, run] : [], ownText: true };
}
