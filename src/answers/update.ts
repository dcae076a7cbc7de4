import { isMap, isPair, isScalar, type Document, type Pair } from 'yaml';
import { namedKey } from '../../avm-catalog/kernel/core.ts';
import { makeFinding, type Finding } from '../findings/finding.ts';
import type { Answers } from './answers.ts';
import { change, readForChange, same, tidy } from './change.ts';
import { respelled, type Respelling } from './respell.ts';
import { answersFile, parseAnswers } from './parse.ts';
import { withoutItem } from './remove.ts';
import { isBlock, readSource, spotOf, type Refused, type Source } from './source.ts';
import { extentOf, pairEnd } from './splice.ts';
import { valueAt, type Tree } from './defaults.ts';

type Updated = { readonly text: string; readonly notes: readonly Finding[] } | Refused;

const old = ['spec', namedKey];

/** The text of an avm.yaml in the last version, which means the same; comments and order stay. */
export function updated(text: string, file = answersFile): Updated {
  const parsed = parseAnswers(text, file);
  if ('findings' in parsed) return parsed;
  const { answers } = parsed;
  if (answers.version === 2) return { text, notes: [] };
  let now = tidy(text);
  for (const step of [respellPaths, moveComponents, setVersion]) {
    const source = readForChange(now, file);
    if ('findings' in source) return source;
    now = step(source, answers);
  }
  const after = parseAnswers(now, file);
  if ('findings' in after || !meansTheSame(answers, after.answers))
    throw new Error('avm.yaml would mean something else in the new version');
  return { text: now, notes: notesOf(answers) };
}

function meansTheSame(before: Answers, after: Answers): boolean {
  const settings = ({ version: _, notSecrets: __, clarifications: ___, ...others }: Answers): object => others;
  return same(settings(before), settings(after));
}

function notesOf({ components }: Answers): readonly Finding[] {
  const to = 2;
  const where = { file: answersFile };
  return [
    makeFinding('update-version', 'note', { from: 1, to }, { ...where, answer: 'version' }),
    ...(components
      ? [makeFinding('update-components', 'note', { names: Object.keys(components) }, { ...where, answer: namedKey })]
      : []),
  ];
}

function setVersion(source: Source): string {
  return change(source, ['version'], 2);
}

const moved = (path: string): string | undefined =>
  `${path}.`.startsWith(`${old.join('.')}.`) ? path.slice('spec.'.length) : undefined;

/** Paths that answers name. */
function respellPaths(source: Source, { notSecrets = {}, clarifications = {} }: Answers): string {
  const follow = (path: readonly string[], of: 'key' | 'value', before: string): readonly Respelling[] => {
    const after = moved(before);
    return after === undefined ? [] : [{ path, of, before, after }];
  };
  return respelled(source, [
    ...Object.keys(notSecrets).flatMap((path) => follow(['notSecrets', path], 'key', path)),
    ...Object.entries(clarifications).flatMap(([id, { about = '' }]) =>
      follow(['clarifications', id, 'about'], 'value', about),
    ),
  ]);
}

/** From `spec` to behind it, with the comments that belong to them. */
function moveComponents(source: Source): string {
  const data = source.document.toJS() as Tree;
  if (valueAt(data, old) === undefined) return source.text;
  const { [namedKey]: named, ...spec } = data['spec'] as Tree;
  const cut = isBlock(spotOf(source.root, ['spec']).node) ? fromBlock(source) : fromLine(source);
  const rest = cut && readSource(cut.rest, source.file);
  const text = cut && rest && !('findings' in rest) ? behindSpec(rest, cut.lines) : undefined;
  const again = text === undefined ? undefined : readSource(text, source.file);
  const wanted = { ...data, spec, [namedKey]: named };
  if (text !== undefined && again && !('findings' in again) && same(again.document.toJS(), wanted)) return text;
  return rewritten(source.document);
}

interface Cut {
  /** The lines of the section, for the top of the file. */
  readonly lines: string;
  readonly rest: string;
}

function fromBlock({ text, root }: Source): Cut | undefined {
  const { start, end, margin } = extentOf(text, root, old);
  const lines = text
    .slice(start, end)
    .split('\n')
    .map((line) => line.slice(Math.min(margin, line.search(/[^ ]|$/))));
  const [before, after] = [text.slice(0, start), text.slice(end + 1)];
  const parted = before.endsWith('\n\n') && (after === '' || after.startsWith('\n'));
  return { lines: lines.join('\n'), rest: (parted ? before.slice(0, -1) : before) + after };
}

function fromLine(source: Source): Cut | undefined {
  const { text, root } = source;
  const { value } = spotOf(root, old);
  if (value === undefined) return undefined;
  const rest = withoutItem(text, source, old) ?? change(source, ['spec'], {});
  return { lines: `${namedKey}: ${text.slice(value, pairEnd(text, root, old))}`, rest };
}

/** Parted by an empty line where the sections around it are. */
function behindSpec(source: Source, lines: string): string | undefined {
  const isEmpty = spotOf(source.root, ['spec']).value === undefined && !isMap(spotOf(source.root, ['spec']).node);
  const text = isEmpty ? change(source, ['spec'], {}) : source.text;
  const again = isEmpty ? readSource(text, source.file) : source;
  if ('findings' in again || !isBlock(again.root)) return undefined;
  const { end } = extentOf(text, again.root, ['spec']);
  const rest = text.slice(end);
  return `${text.slice(0, end)}${rest.startsWith('\n\n') ? '\n\n' : '\n'}${lines}${rest}`;
}

/** For a text in a form that can't be cut: the library writes it, comments kept. */
function rewritten(document: Document.Parsed): string {
  const { contents } = document;
  const spec = document.get('spec');
  if (!isMap(contents) || !isMap(spec)) throw new Error('components are in a map');
  const isKey = (key: string) => (one: unknown) => isPair(one) && isScalar(one.key) && one.key.value === key;
  const [pair] = spec.items.splice(spec.items.findIndex(isKey(namedKey)), 1);
  contents.items.splice(contents.items.findIndex(isKey('spec')) + 1, 0, pair as Pair as never);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
