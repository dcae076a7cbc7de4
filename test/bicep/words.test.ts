import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { expect, it } from 'vitest';
import { propertyName } from '../../src/bicep/escape.ts';
import { Printer } from '../../src/bicep/print.ts';
import { object, string } from '../../src/bicep/type.ts';
import { printType } from '../../src/bicep/print-type.ts';
import { variable } from '../../src/bicep/value.ts';
import { bicepPath } from '../support/bicep.ts';
import { reservedTags } from '../support/reserved-words.ts';

const printer = new Printer(() => '');
const names = reservedTags;

it('every reserved word is a name of a property that the compiler takes, in an object, a type, and a path', async () => {
  const value = printer.value(Object.fromEntries(names.map((name) => [name, name])));
  const type = printType(object(Object.fromEntries(names.map((name) => [name, string]))), 12);
  const read = names.map((name) => printer.value(variable('all', name)));
  const source = `param given ${type}\nvar all = ${value}\noutput all object = all\noutput given object = given\noutput read array = [\n${read.map((one) => `  ${one}`).join('\n')}\n]\n`;
  await using folder = await createFixture({
    'main.bicep': source,
    'bicepconfig.json': '{"analyzers":{"core":{"enabled":false}}}',
  });
  const built = execFileSync(bicepPath(), ['build', join(folder.path, 'main.bicep'), '--stdout'], { encoding: 'utf8' });
  const { variables, parameters } = JSON.parse(built) as {
    variables: { all: Record<string, string> };
    parameters: { given: { properties: object } };
  };
  expect(variables.all).toEqual(Object.fromEntries(names.map((name) => [name, name])));
  expect(Object.keys(parameters.given.properties).toSorted()).toEqual(names.toSorted());
}, 60_000);

it('only what Bicep reads as a value is quoted among words', () => {
  const quoted = names.filter((name) => /^[A-Za-z_]\w*$/.test(name) && propertyName(name) !== name);
  expect(quoted.toSorted()).toEqual(['false', 'null', 'true']);
});
