import { regionNames } from '../../../../avm-catalog/azure/regions.ts';
import { vmSizeNames } from '../../../../avm-catalog/azure/sizes.ts';
import type { Declaration } from '../../../bicep/declarations.ts';
import type { Sources } from '../../analysis.ts';
import { parameterPaths, type Documents } from '../../documents.ts';
import type { BicepText } from '../../read/bicep.ts';
import { readMarkdown, type Markdown } from '../../read/markdown.ts';
import { teller, type PassResult } from '../../tell.ts';
import { said, wordsOf } from '../../text.ts';
import { factsOf, type DocumentFact } from './facts.ts';

const tell = teller('inconsistency');

/** Where an edited file disagrees with the generated text. Added text disagrees with nothing. */
export function disagreements(documents: Documents, expected: Documents, sources: Sources): readonly PassResult[] {
  const isEdited = ({ path }: { readonly path: string }): boolean =>
    sources.texts.get(path) !== sources.expected.get(path);
  const pairs = <T extends { readonly path: string }>(now: readonly T[], then: readonly T[]) =>
    now.filter(isEdited).flatMap((one) => {
      const other = then.find(({ path }) => path === one.path);
      return other ? [[one, other] as const] : [];
    });
  const documentPairs = [...pairs(documents.all, expected.all), ...readme(sources)];
  const strays = documentPairs.length === 0 ? () => [] : strayFinder(documents.folder, sources);
  return [
    ...documentPairs.flatMap(([now, then]) => [...facts(now, then), ...strays(now, then)]),
    ...pairs(bicepOf(documents), bicepOf(expected)).flatMap(([now, then]) => declarations(now, then)),
  ].map((one) => ({ ...one, secondary: true as const }));
}

/** README.md is read where it was edited only: no other pass asks for it. */
function readme({ texts, expected }: Sources): readonly (readonly [Markdown, Markdown])[] {
  const [now, then] = [texts.get('README.md'), expected.get('README.md')];
  if (now === undefined || then === undefined || now === then) return [];
  return [[readMarkdown('README.md', now), readMarkdown('README.md', then)]];
}

const bicepOf = ({ bicep, imported, parameterFiles }: Documents): readonly BicepText[] => [
  ...(bicep ? [bicep] : []),
  ...imported,
  ...parameterFiles,
];

function facts(now: Markdown, then: Markdown): readonly PassResult[] {
  const [found, wanted] = [factsOf(now), factsOf(then)];
  const added = [...found].flatMap(([key, fact]) => (fact.isWeak && !wanted.has(key) ? [fact] : []));
  const gone = new Set<number>();
  const differing = new Set<string>();
  return [...wanted].flatMap(([key, one]) => {
    const fact = found.get(key) ?? (one.isWeak ? rewritten(one, added) : undefined);
    if (fact) {
      const which = `${fact.line} ${fact.value} ${one.value}`;
      if (fact.value.toLowerCase() === one.value.toLowerCase() || differing.has(which)) return [];
      differing.add(which);
      return [otherwise(now.path, fact, one)];
    }
    if (gone.has(one.line)) return [];
    gone.add(one.line);
    const under = now.headings.find(({ text }) => text.startsWith(one.under));
    const at = { file: now.path, subject: one.subject, line: under?.line };
    return [tell(one.isWeak ? 'LOW' : 'MEDIUM', 'left-out', at, { what: one.told })];
  });
}

function otherwise(file: string, fact: DocumentFact, { subject, value, isWeak }: DocumentFact): PassResult {
  const at = { file, line: fact.line, subject };
  return tell(isWeak ? 'LOW' : 'MEDIUM', 'says-otherwise', at, { says: fact.value, wants: value });
}

/** The item that took the place of another: it stands under the same heading and has most of its words. */
function rewritten({ under, value }: DocumentFact, added: readonly DocumentFact[]): DocumentFact | undefined {
  const words = wordsOf(value);
  return added.find(
    (one) => one.under === under && [...wordsOf(one.value)].filter((word) => words.has(word)).length * 2 > words.size,
  );
}

function declarations({ path: file, declarations: now }: BicepText, then: BicepText): readonly PassResult[] {
  const found = new Map(now.map((one) => [`${one.kind} ${one.name}`, one]));
  const isValue = file.endsWith('.bicepparam');
  return then.declarations.flatMap((wanted) => {
    const one = found.get(`${wanted.kind} ${wanted.name}`);
    if (!one) return [tell('HIGH', 'declaration-missing', { file, subject: wanted.name }, { kind: wanted.kind })];
    const parted = firstDifference(one, wanted);
    if (!parted) return [];
    const at = { file, line: parted.line, subject: wanted.name };
    return [tell('HIGH', isValue ? 'value-differs' : 'declaration-differs', at, parted)];
  });
}

function firstDifference(one: Declaration, wanted: Declaration) {
  const length = Math.max(one.code.length, wanted.code.length);
  for (let index = 0; index < length; index += 1) {
    const [says, wants] = [one.code[index]?.text.trim() ?? '', wanted.code[index]?.text.trim() ?? ''];
    if (says !== wants) return { says, wants, line: one.code[index]?.line ?? one.line };
  }
  return undefined;
}

/** Regions, sizes and ranges that a document names and no environment has. */
function strayFinder(folder: string, sources: Sources): (now: Markdown, then: Markdown) => readonly PassResult[] {
  const values = parameterPaths(sources)
    .map((path) => sources.expected.get(path) ?? '')
    .join('\n');
  const names = new Set([...regionNames, ...vmSizeNames]);
  const readIn = new Set(['spec', 'plan', 'tasks', 'quickstart'].map((name) => `${folder}/${name}.md`));
  return (now, then) => {
    if (!readIn.has(now.path)) return [];
    const before = new Set(then.lines);
    return now.prose
      .filter(({ text }) => !before.has(text))
      .flatMap(({ text, line }) =>
        (said(text).match(/\b\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}\b|\b[A-Za-z][A-Za-z0-9_]{3,40}\b/g) ?? [])
          .filter((word) => (word.includes('/') || names.has(word)) && !values.includes(word))
          .map((word) => tell('MEDIUM', 'value-stray', { file: now.path, line, subject: word })),
      );
  };
}
