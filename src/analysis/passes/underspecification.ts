import type { Sources } from '../analysis.ts';
import { contractPaths, documentPaths, importedPaths, parameterPaths, type Documents } from '../documents.ts';
import { isDescribed } from '../read/bicep.ts';
import { teller, type PassResult } from '../tell.ts';
import { isCut, wordsOf } from '../text.ts';
import { measure } from './ambiguity.ts';

const tell = teller('underspecification');

/** What is there by name and says too little to be built, shown or read. */
export function underspecification(documents: Documents, sources: Sources): readonly PassResult[] {
  return [
    ...missing(documents, sources),
    ...cutShort(documents, sources),
    ...stories(documents),
    ...statements(documents),
    ...tasks(documents),
    ...bicep(documents),
  ];
}

function missing({ folder }: Documents, sources: Sources): readonly PassResult[] {
  const { constitution, specification, plan, tasks: list, ...others } = documentPaths(folder);
  const core = [constitution, specification, plan, list, 'main.bicep'];
  return [
    ...core,
    ...Object.values(others),
    ...contractPaths(folder),
    ...importedPaths(sources),
    ...parameterPaths(sources),
  ]
    .filter((path) => !sources.texts.has(path))
    .map((path) => tell(core.includes(path) ? 'CRITICAL' : 'HIGH', 'missing-document', { file: path, subject: path }));
}

function cutShort(
  { all, bicep: main, imported, parameterFiles }: Documents,
  { texts }: Sources,
): readonly PassResult[] {
  return [...all, ...(main ? [main] : []), ...imported, ...parameterFiles]
    .filter(({ path, lines }) => isCut(texts.get(path) ?? '', lines))
    .map(({ path }) => tell('HIGH', 'too-long', { file: path, subject: path }));
}

function stories({ specification }: Documents): readonly PassResult[] {
  if (!specification) return [];
  const { path: file } = specification;
  return specification.stories.flatMap(({ id, line, scenarios }) => [
    ...(scenarios.length === 0 ? [tell('HIGH', 'no-scenario', { file, line, subject: id })] : []),
    ...scenarios.flatMap((one) => {
      const lacks = ['Given', 'When', 'Then'].filter((word) => !hasPart(one.text, word));
      if (lacks.length === 0) return [];
      return [tell('HIGH', 'scenario-part', { file, line: one.line, subject: one.key }, { lacks })];
    }),
  ]);
}

/** A word of a scenario with something said behind it. */
function hasPart(text: string, word: string): boolean {
  const begins = text.indexOf(`**${word}**`);
  return begins !== -1 && /^[^*]*[^\s*,.;:]/.test(text.slice(begins + word.length + 4));
}

function statements({ specification }: Documents): readonly PassResult[] {
  if (!specification) return [];
  const { path: file } = specification;
  return specification.statements.flatMap(({ id, text, line }) => {
    const isShort = text.split(' ', 7).length < 7;
    if (isShort && wordsOf(text).size < 3)
      return [tell('HIGH', 'no-statement', { file, line, subject: id }, { says: text })];
    if (!id.startsWith('SC-')) return [];
    const own = text.replace(/\([^()]*\)\s*$/, '');
    return measure.test(own) ? [] : [tell('MEDIUM', 'no-measure', { file, line, subject: id }, { says: own })];
  });
}

function tasks({ tasks: read }: Documents): readonly PassResult[] {
  if (!read) return [];
  const { path: file } = read;
  return read.lines.flatMap(({ id, line, text, hasFile, accept }) => {
    if (id === '') return [tell('MEDIUM', 'task-without-number', { file, line, subject: text }, { says: text })];
    return [
      ...(hasFile ? [] : [tell('MEDIUM', 'task-without-file', { file, line, subject: id })]),
      ...(accept === '' ? [tell('MEDIUM', 'task-without-end', { file, line, subject: id })] : []),
    ];
  });
}

function bicep({ bicep: read }: Documents): readonly PassResult[] {
  if (!read) return [];
  return read.declarations.flatMap((one) => {
    const { kind, name, line, code } = one;
    const at = { file: read.path, line, subject: name };
    const isStub = kind === 'output' && /=\s*(?:''|null|\[\]|\{\}|0)$/.test(code.at(-1)?.text ?? '');
    return [
      ...(kind === 'param' && !isDescribed(one) ? [tell('MEDIUM', 'parameter-undescribed', at)] : []),
      ...(isStub ? [tell('HIGH', 'stub-output', at)] : []),
    ];
  });
}
