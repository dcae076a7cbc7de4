import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readDeclarations } from '../../src/bicep/declarations.ts';
import { bicepPath } from '../support/bicep.ts';
import { isMissing } from '../support/tools.ts';

const read = (text: string) => readDeclarations(text.split('\n'));
const names = (text: string): readonly string[] => read(text).map(({ kind, name }) => `${kind} ${name}`);

/** Odd in every line, and the compiler takes it; nothing that it declares is called `none`. */
const odd = readFileSync(new URL('odd.bicep', import.meta.url), 'utf8');

describe('a text that the compiler takes', () => {
  it('is read where it is code', () => {
    expect(read(odd).map(({ kind, name, from, line, to }) => [kind, name, from, line, to])).toEqual([
      ['param', 'plain', 2, 6, 6],
      ['param', 'spaced', 8, 14, 14],
      ['param', 'indented', 15, 15, 15],
      ['param', 'choice', 16, 16, 18],
      ['param', 'text', 19, 24, 27],
      ['var', 'lines', 28, 28, 31],
      ['var', 'more', 32, 32, 35],
      ['var', 'nested', 36, 36, 36],
      ['var', 'chosen', 37, 37, 43],
      ['var', 'empty', 44, 44, 44],
      ['type', 'shape', 45, 45, 48],
      ['func', 'shout', 49, 49, 49],
      ['resource', 'accounts', 50, 51, 56],
      ['resource', 'group', 57, 57, 62],
      ['output', 'first', 63, 63, 63],
      ['output', 'last', 64, 65, 65],
    ]);
  });

  it.skipIf(isMissing('bicep'))('is read as the compiler reads it', () => {
    const file = fileURLToPath(new URL('odd.bicep', import.meta.url));
    const built = execFileSync(bicepPath(), ['build', file, '--stdout'], { encoding: 'utf8', stdio: 'pipe' });
    const template = JSON.parse(built) as Record<'parameters' | 'definitions' | 'resources' | 'outputs', object> & {
      readonly functions: readonly { readonly members: object }[];
    };
    const keys = (kind: string, of: object) => Object.keys(of).map((name) => `${kind} ${name}`);
    expect(
      names(odd)
        .filter((one) => !one.startsWith('var '))
        .toSorted(),
    ).toEqual(
      [
        ...keys('param', template.parameters),
        ...keys('type', template.definitions),
        ...keys('func', template.functions[0]?.members ?? {}),
        ...keys('resource', template.resources).filter((one) => !one.includes('::')),
        ...keys('output', template.outputs),
      ].toSorted(),
    );
  });
});

it('reads what a module and a resource are, and their comments, decorators and code', () => {
  const text = [
    '// Left alone',
    '',
    "// Not a module: there's none.",
    '@batchSize(',
    '  // one at a time',
    '  1',
    ')',
    '/* Why',
    '   it is here */',
    "resource it 'A.B/c@2024-01-01' existing = { // the one",
    '',
    "  name: 'x'",
    '  // as agreed',
    '} // it',
    '// Behind it',
    "module other './it\\'s.bicep' = {}",
    "param choice 'a'",
  ].join('\n');
  const texts = (lines: readonly { readonly text: string }[]) => lines.map((one) => one.text.trim());
  expect(
    read(text).map(({ name, source, isExisting, comments, decorators, code }) => ({
      name,
      source,
      isExisting,
      comments: texts(comments),
      decorators: decorators.map(texts),
      code: texts(code),
    })),
  ).toEqual([
    {
      name: 'it',
      source: 'A.B/c@2024-01-01',
      isExisting: true,
      comments: ["// Not a module: there's none.", '/* Why', 'it is here */'],
      decorators: [['@batchSize(', '1', ')']],
      code: ['@batchSize(', '1', ')', "resource it 'A.B/c@2024-01-01' existing = { // the one", "name: 'x'", '} // it'],
    },
    {
      name: 'other',
      source: "./it\\'s.bicep",
      isExisting: false,
      comments: ['// Behind it'],
      decorators: [],
      code: ["module other './it\\'s.bicep' = {}"],
    },
    { name: 'choice', source: '', isExisting: false, comments: [], decorators: [], code: ["param choice 'a'"] },
  ]);
});

describe('a text that the compiler refuses', () => {
  it.each([
    ['nothing', '', []],
    ['a string of several lines that never ends', "}}}''' ''\nparam a string\n'${'\nparam b string", []],
    ['a comment that never ends', 'param a string /*\nparam b string', ['param a']],
    ['a string that its line ends', "var a = 'x\nparam b string", ['var a', 'param b']],
    ['code in a string that its line ends', "var a = 'x${[{\nparam b string", ['var a', 'param b']],
    [
      'the same in several lines',
      "var a = $'''\n${(\nparam b string\n''' '''\nparam c string",
      ['var a', 'param b', 'param c'],
    ],
    ['brackets too many', 'var a = [1]]}\nparam b string', ['var a', 'param b']],
    [
      'a declaration in brackets',
      "var a = {\n  b: [\nmodule c './c.bicep' = {\n}\n  ]\n}\nparam d string",
      ['var a', 'param d'],
    ],
    ['words that begin like one', 'parameter a string\nparams string\nparam 1a string\nvar\ntypes a', []],
  ])('%s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('loses one declaration to a bracket that is never closed', () => {
    const text =
      "var a = {\n\n  b: 1\n}\n\nvar c = [\n  {\n]\n\n// of d\nparam d string\n\nvar e = '''\n\nvar f = {\n'''\n";
    expect(read(text).map(({ name, from, to }) => [name, from, to])).toEqual([
      ['a', 1, 4],
      ['c', 6, 8],
      ['d', 10, 11],
      ['e', 13, 16],
    ]);
  });
});
