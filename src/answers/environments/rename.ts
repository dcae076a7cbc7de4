import { verified } from '../edit.ts';
import { answersFile } from '../parse.ts';
import type { Answers } from '../answers.ts';
import { ownValue } from '../../bicep/own.ts';
import { isTree } from '../defaults.ts';
import { asWritten } from '../as-written.ts';
import { readKnown } from './known.ts';
import type { Told } from './copy.ts';
import { listsNaming } from './lists.ts';
import { respelled, type Respelling } from '../respell.ts';
import { carriedNotes, changedNotes, keptNotes } from './told.ts';
import { ownTexts, textsIn } from './texts.ts';
import { hasWord } from './words.ts';

/**
 * An environment with another name, at its place, with all that it says; what names it elsewhere follows. Names in its own
 * answers that are of its name follow too.
 */
export function renameEnvironment(text: string, from: string, to: string, file = answersFile): Told {
  const known = readKnown(text, { from, to }, file);
  if ('findings' in known) return known;
  const { source, answers } = known;
  const own = ownTexts(answers, from, to);
  const within = own.changes.map(({ path, ...one }): Respelling => ({
    path: ['environments', from, ...path],
    of: 'value',
    ...one,
  }));
  const elsewhere = namedElsewhere(answers, from, to, source.document.has('defaultEnvironment'));
  const key: Respelling = { path: ['environments', from], of: 'key', before: from, after: to };
  const all = [key, ...within, ...elsewhere];
  const result = verified(text, respelled(source, all), [`environments.${to}`], file);
  if ('findings' in result) return result;
  const places = elsewhere.map(({ path }) => path);
  const kept = own.kept.map((path) => ['environments', to, ...path]);
  const left = [...kept, ...mentions(answers, from, places)];
  return {
    ...result,
    notes: [...changedNotes(to, own.changes), ...carriedNotes(from, to, places), ...keptNotes(from, left)],
  };
}

/** Every answer outside of an environment that names it. */
function namedElsewhere(answers: Answers, from: string, to: string, hasDefault: boolean): readonly Respelling[] {
  const value = (path: readonly string[], before: string, after = to): Respelling => ({
    path,
    of: 'value',
    before,
    after,
  });
  const lists = listsNaming(answers, from).flatMap(({ path, names }) =>
    names.flatMap((name, index) => (name === from ? [value([...path, String(index)], from)] : [])),
  );
  const isDefault = hasDefault && answers.defaultEnvironment === from;
  return [
    ...lists,
    ...declarations(answers, from, to),
    ...nameCodes(answers, from, to),
    ...(isDefault ? [value(['defaultEnvironment'], from)] : []),
    ...clarified(answers, from, to),
  ];
}

const below = (path: string, from: string, to: string): string | undefined =>
  path.startsWith(`environments.${from}.`)
    ? `environments.${to}.${path.slice(`environments.${from}.`.length)}`
    : undefined;

function declarations({ notSecrets = {} }: Answers, from: string, to: string): readonly Respelling[] {
  return Object.keys(notSecrets).flatMap((before): readonly Respelling[] => {
    const after = below(before, from, to);
    return after === undefined ? [] : [{ path: ['notSecrets', before], of: 'key', before, after }];
  });
}

function nameCodes({ constitution }: Answers, before: string, after: string): readonly Respelling[] {
  const rule = ownValue(constitution.rules, 'NAM-001');
  const codes = isTree(rule) ? rule['environmentCodes'] : undefined;
  if (!isTree(codes) || ownValue(codes, before) === undefined) return [];
  return [{ path: ['constitution', 'rules', 'NAM-001', 'environmentCodes', before], of: 'key', before, after }];
}

/** A record of what was asked is about the same answers as before; its words are those that were asked. */
function clarified({ clarifications = {} }: Answers, from: string, to: string): readonly Respelling[] {
  return Object.entries(clarifications).flatMap(([id, { about = '', code = '', answer }]): readonly Respelling[] => {
    const value = (key: string, before: string, after: string | undefined): readonly Respelling[] =>
      after === undefined ? [] : [{ path: ['clarifications', id, key], of: 'value', before, after }];
    const other = code.endsWith(`/${from}`) ? `${code.slice(0, -from.length)}${to}` : undefined;
    const isDefault = about === 'defaultEnvironment' && answer === from;
    return [
      ...value('answer', answer, isDefault ? to : undefined),
      ...value('about', about, below(about, from, to)),
      ...value('code', code, other),
    ];
  });
}

/** Texts outside of the environment that have its name as a word; nobody but a person can say what they mean. */
function mentions(
  answers: Answers,
  name: string,
  done: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const places = new Set(done.map((path) => path.join('.')));
  const known = ['environments', 'defaultEnvironment', 'clarifications'];
  return textsIn(asWritten(answers))
    .filter(([path, text]) => !known.includes(path[0] ?? '') && hasWord(text, name) && !places.has(path.join('.')))
    .map(([path]) => path);
}
