import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Printer } from '../../src/bicep/print.ts';
import {
  call,
  each,
  isExpression,
  isObject,
  lambda,
  propertyOf,
  spread,
  text,
  variable,
} from '../../src/bicep/value.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { answersWith, fileOf } from '../plan/support.ts';

const printer = new Printer(() => '');
const kinds = ['ref', 'call', 'text', 'if', 'op', 'for', 'spread', 'lambda', 'because'];
const fields = [
  '$',
  'kind',
  'name',
  'path',
  'fn',
  'args',
  'item',
  'body',
  'test',
  'reason',
  'value',
  '[code]',
  'Symbol(expression)',
];
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(fc.constantFrom(...kinds), fc.boolean(), fc.integer(), fc.constant(null)),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...fields), tie('json'), { maxKeys: 5 }),
  ),
}));

describe('data and code', () => {
  it('no data is an expression, whatever its keys and however it is read', () => {
    const everywhere = (value: unknown): unknown[] =>
      typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(everywhere)] : [value];
    fc.assert(
      fc.property(json, (value) => {
        const written = JSON.stringify(value);
        const read = [value, JSON.parse(written) as unknown, parse(written) as unknown];
        expect(read.flatMap(everywhere).filter(isExpression)).toEqual([]);
      }),
    );
  });

  it.each([
    ['a call', call('resourceGroup')],
    ['a property of a call', propertyOf(call('resourceGroup'), 'id')],
    ['a loop', each('one', variable('list'), 1)],
    ['a text', text`a-${variable('names', 'vm')}`],
    ['a spread', spread([])],
    ['a lambda', lambda('one', 1)],
  ])('%s is an expression, and is data once it has been text', (_, value) => {
    expect(isExpression(value)).toBe(true);
    const read = JSON.parse(JSON.stringify(value)) as never;
    expect(isExpression(read)).toBe(false);
    expect(isObject(read)).toBe(true);
  });

  it('a lambda that returns an object begins on the line of its call', () => {
    const made = call('map', variable('list'), lambda('one', { name: 'a' }));
    expect(printer.value(made)).toBe("map(list, one => {\n  name: 'a'\n})");
  });

  it('an object with the fields of an expression is printed as an object', () => {
    const object = JSON.parse('{"$": "lambda", "item": "resourceGroup().tags //", "body": "x"}') as never;
    expect(printer.value(object)).toBe("{\n  '$': 'lambda'\n  item: 'resourceGroup().tags //'\n  body: 'x'\n}");
  });
});

it.each(kinds)('a tag named $ that says %s is a tag', (kind) => {
  const code = "readEnvironmentVariable('HOME')";
  const tags = { $: kind, item: `${code} //`, name: code, fn: code, body: 'x', value: 'y', kind: 'param' };
  const given = JSON.stringify(answersWith({ tags }));
  const parsed = parseAnswers(given);
  if (!('answers' in parsed)) throw new Error(JSON.stringify(parsed.findings));
  const parameters = fileOf('main.dev.bicepparam', { tags: parsed.answers.tags });
  expect(parameters).toContain(`'$': '${kind}'`);
  expect(parameters).toContain(`item: 'readEnvironmentVariable(\\'HOME\\') //'`);
  expect(parameters.replaceAll(/'(?:\\.|[^'\\])*'/g, '')).not.toContain('readEnvironmentVariable');
});
