import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { createFixture } from 'fs-fixture';
import { describe, expect, it } from 'vitest';
import { Printer } from '../../src/bicep/print.ts';
import { printType } from '../../src/bicep/print-type.ts';
import { arrayOf, int, literals, object, string } from '../../src/bicep/type.ts';
import { because, call, param, propertyOf, text, variable, when, type Value } from '../../src/bicep/value.ts';
import { bicepPath } from '../support/bicep.ts';
import { anyValue, hostileText, loop } from './values.ts';
import { isMissing } from '../support/tools.ts';

const printer = new Printer(() => '');
const before = (index: number): string => `var v${index} = `;
const print = (value: Value, column = 0): string => printer.value(value, 0, column);

async function formatted(source: string): Promise<string> {
  await using folder = await createFixture({ 'main.bicep': source });
  execFileSync(bicepPath(), ['format', join(folder.path, 'main.bicep')]);
  return readFileSync(join(folder.path, 'main.bicep'), 'utf8');
}

describe('printing', () => {
  it.each<[string, Value, string]>([
    ['a string', "it's ${here}\n", "'it\\'s \\${here}\\n'"],
    ['an interpolation', text`vm-${variable('names', 'vm')}-${'${x}'}`, "'vm-${names.vm}-\\${x}'"],
    ['a key that is no identifier', { 'odata.type': 1 }, "{\n  'odata.type': 1\n}"],
    ['an array that fits', ['a', 'b'], "['a', 'b']"],
    ['a call that ends in an object', call('union', param('a'), { b: 1 }), 'union(a, {\n  b: 1\n})'],
    [
      'a call that ends in a list of objects',
      call('concat', param('a'), [{ b: 1 }]),
      'concat(a, [\n  {\n    b: 1\n  }\n])',
    ],
    ['an index known at deployment', variable('codes', param('location')), 'codes[location]'],
    ['a marked value like the value itself', because({ ids: ['SEC-001'] }, [1]), '[1]'],
    ['a property of a call', propertyOf(call('resourceGroup'), 'id'), 'resourceGroup().id'],
  ])('writes %s', (_, value, expected) => {
    expect(print(value)).toBe(expected);
  });

  it('breaks a choice between texts that do not fit', () => {
    const long = call('resourceId', 'Microsoft.Network/virtualNetworks/subnets', 'a'.repeat(50));
    expect(print(when(param('deploy'), long, long)).split('\n')).toHaveLength(3);
  });

  it('hides what could not be seen', () => {
    expect(print('a\u202eb\u200bc')).toBe("'a\\u{202e}b\\u{200b}c'");
  });

  it.skipIf(isMissing('bicep'))('leaves nothing for bicep format to change', async () => {
    const values = fc.sample(anyValue, { numRuns: 300, seed: 7 });
    const long = literals(...'abcdefghij'.split('').map((one) => one.repeat(12)));
    const types = [
      object({ a: string, b: literals('x', 'y') }),
      arrayOf(object({ name: string, sizeGb: int, kind: long })),
      long,
    ];
    const source = [
      ...values.map((value, index) => `${before(index)}${print(value, before(index).length)}`),
      ...types.map((type, index) =>
        `param t${index} ${printType(type, `param t${index} `.length)}`.replace(/ \n/, '\n'),
      ),
      `var loop = ${print(loop, 11)}`,
    ].join('\n\n');
    expect(await formatted(`${source}\n`)).toBe(`${source}\n`);
  });

  it.skipIf(isMissing('bicep'))('gives the compiler every text as it was', async () => {
    const texts = fc.sample(
      hostileText.filter((one) => !/\p{Surrogate}/u.test(one)),
      { numRuns: 300, seed: 11 },
    );
    const source = `using none\n\n${texts.map((one, index) => `param p${index} = ${print(one)}`).join('\n')}\n`;
    await using folder = await createFixture({ 'main.bicepparam': source });
    const built = execFileSync(bicepPath(), ['build-params', join(folder.path, 'main.bicepparam'), '--stdout'], {
      encoding: 'utf8',
    });
    const { parameters } = JSON.parse((JSON.parse(built) as { parametersJson: string }).parametersJson) as {
      parameters: Record<string, { value: string }>;
    };
    // A leading bracket is doubled: ARM would take it for an expression.
    expect(texts.map((_, index) => parameters[`p${index}`]?.value.replace(/^\[\[/, '['))).toEqual(texts);
  });
});
