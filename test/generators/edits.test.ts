import { describe, expect, it } from 'vitest';
import { addImport, addLast, addRow, addSorted, addText } from '../../generators/contribute/edits.ts';

describe('a list of texts', () => {
  const list = "const a = {\n  one: ['x'],\n  two: ['b', 'd'],\n};\n";

  it.each([
    ['before what comes after it', 'c', 'sorted', "['b', 'c', 'd']"],
    ['at its end', 'a', 'last', "['b', 'd', 'a']"],
    ['at its end where all come before it', 'e', 'sorted', "['b', 'd', 'e']"],
    ['once', 'd', 'last', "['b', 'd']"],
  ] as const)('gets a text %s', (_, value, order, expected) => {
    expect(addText(list, 'two: [', value, order)).toBe(list.replace("['b', 'd']", expected));
  });

  it('is not guessed at', () => {
    expect(() => addText(list, 'three: [', 'c', 'last')).toThrow(
      `There is no list of texts at "three: [" to add 'c' to`,
    );
    expect(() => addText("two: ['a', // why\n]", 'two: [', 'c', 'last')).toThrow('There is no list of texts');
  });
});

describe('an object of rows', () => {
  const rows = "const rows = {\n  'a/b': { min: 1 },\n  'c/d': {\n    min: 2,\n  },\n  'ptn/a': 1,\n};\n";
  const order = (key: string): string => (key.startsWith('ptn/') ? `~${key}` : key);

  it('gets a row in its place, and none twice', () => {
    expect(addRow(rows, 'const rows = {', { key: 'b/a', row: '1' })).toContain("},\n  'b/a': 1,\n  'c/d': {\n");
    expect(addRow(rows, 'const rows = {', { key: 'z/a', row: '1' })).toContain("'ptn/a': 1,\n  'z/a': 1,\n};\n");
    expect(addRow(rows, 'const rows = {', { key: 'z/a', row: '1', order })).toContain("'z/a': 1,\n  'ptn/a': 1,\n};\n");
    expect(addRow(rows, 'const rows = {', { key: 'c/d', row: '1' })).toBe(rows);
    expect(() => addRow(rows, 'const others = {', { key: 'a', row: '1' })).toThrow('There is no object');
  });
});

describe('a list of code', () => {
  it('gets an entry at its end', () => {
    expect(addLast('const a = [\n  b,\n];\nconst c = [\n];\n', 'const a = [', '\n];', '  d,')).toBe(
      'const a = [\n  b,\n  d,\n];\nconst c = [\n];\n',
    );
    expect(() => addLast('const a = [];', 'const b = [', '\n];', '  d,')).toThrow('There is no list');
  });
});

describe('imports', () => {
  const text = "import { a } from './a/x.ts';\nimport { c } from './c/x.ts';\n\nconst b = 1;\n";

  it('of folders are in the order of folders', () => {
    expect(addSorted(text, 'b', './b/x.ts')).toContain("'./a/x.ts';\nimport { b } from './b/x.ts';\nimport { c }");
    expect(addSorted(text, 'd', './d/x.ts')).toContain("'./c/x.ts';\nimport { d } from './d/x.ts';\n\nconst");
    expect(() => addSorted('', 'd', './d/x.ts')).toThrow('There is no import');
  });

  it('of names join those of the same file', () => {
    expect(addImport(text, ['b', 'a'], './a/x.ts')).toContain("import { a, b } from './a/x.ts';\nimport { c }");
    expect(addImport("import {\n  a,\n  type B,\n} from './a.ts';\n", ['c'], './b.ts')).toBe(
      "import {\n  a,\n  type B,\n} from './a.ts';\nimport { c } from './b.ts';\n",
    );
    expect(addImport("import { a, type B } from './a.ts';\n", ['c'], './a.ts')).toContain('{ a, c, type B }');
  });
});
