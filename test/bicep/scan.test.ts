import { expect, it } from 'vitest';
import { Scanner } from '../../src/bicep/scan.ts';

/** The code of each line, with what stands for the text of strings as one space. */
function codeOf(text: string): readonly string[] {
  const scanner = new Scanner();
  return text.split('\n').map((line) => scanner.code(line).replace(/\s+/g, ' '));
}

it.each([
  ["a: 'b' // c", ["a: ' "]],
  ["a: 'b//c' /* d */ + e", ["a: ' + e"]],
  ["a: 'it\\'s ${b} \\${c}'", ["a: ' b} "]],
  ["a: 'b${[{ c: 'd' }, e]}f'", ["a: ' [{ c: ' }, e]} "]],
  ['/* a\nb */ c /* d', ['', ' c ']],
  ["a: '''\nb ${c}\n''' d", ["a: '''", ' ', ' d']],
  ["a: $'''\nb ${c}\n''' d", ["a: $'''", ' c}', ' d']],
  ["a: $$'''\nb ${c} $${d}\n'''", ["a: $$'''", ' d}', ' ']],
  ["a: 'b\nc", ["a: ' ", 'c']],
  ["a: '${b}${'''\nc\n''' + d}e' + f", ["a: ' b} '''", ' ', ' + d} + f']],
])('leaves the code of %j', (text, expected) => {
  expect(codeOf(text)).toEqual(expected);
});

it.each([
  ["a: 'b' // c", "a: 'b' "],
  ["[a, (b)] /* c */ = 'd'", "[a, (b)]  = 'd'"],
  ["  '''a'''", "  '''a'''"],
  ["a('b', [c], 'd${e}') // f", "a('b', [c], 'd${e}') "],
  ['}', '}'],
  ["a: '/*' // b", "a: '/*' "],
])('takes the comments out of %j', (line, expected) => {
  const scanner = new Scanner();
  expect(scanner.uncommented(line)).toBe(expected);
  expect(scanner.isOutside).toBe(true);
});
