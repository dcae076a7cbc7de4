import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadIndex, loadInterface } from '../../../avm-catalog/modules/load.ts';
import { isRequired } from '../../../avm-catalog/modules/resolve.ts';
import { modulesFolder } from '../../support/modules.ts';
import { compileCalls } from './compile-stubs.ts';
import { isMissing } from '../../support/tools.ts';

const folder = modulesFolder();
const calls = Object.entries(loadIndex()).map(([module, { held }]) => ({
  module,
  version: held.at(-1) ?? '',
  params: '{}',
}));

function missing(messages: readonly string[]): string[] {
  const [listed] = messages.flatMap(
    (message) => /"object" declaration is missing .*?: (.*)\.$/.exec(message)?.[1] ?? [],
  );
  return (listed?.match(/"([^"]+)"/g) ?? []).map((name) => name.slice(1, -1)).toSorted();
}

describe.skipIf(isMissing('bicep'))('modules of interfaces alone, all in one file', () => {
  test('the compiler asks of each for what its interface requires, and says nothing else', async () => {
    const [, ...said] = await compileCalls(calls);
    for (const [index, { module, version }] of calls.entries()) {
      const loaded = loadInterface(module, version);
      if ('finding' in loaded) throw new Error(module);
      const { parameters, types, scope } = loaded.interface;
      const required = Object.keys(parameters).filter((name) => isRequired(types, parameters[name]!));
      expect([module, missing(said[index]!)]).toEqual([module, required.toSorted()]);
      const others = said[index]!.filter((message) => !message.includes('"object" declaration is missing'));
      expect(others.filter((message) => !scope || !/BCP134|"scope"/.test(message))).toEqual([]);
    }
  });

  test.skipIf(folder === null)(
    'with derived types the compiler says the very same as of the modules themselves',
    async () => {
      const some = calls.filter((_, index) => index % 9 === 0);
      const template = (module: string, version: string): string =>
        readFileSync(join(folder!, module, version, 'main.json'), 'utf8');
      const [stubs, real] = [await compileCalls(some, { derived: true }), await compileCalls(some, { template })];
      expect(stubs).toEqual(real);
    },
  );
});
