import { expect, test } from 'vitest';
import { Printer } from '../../../src/bicep/print.ts';
import { cases, declarations } from '../../plan/interface-cases.ts';
import { compileCalls } from './compile-stubs.ts';
import { isMissing } from '../../support/tools.ts';

const head = [
  ...Object.values(declarations).map(({ bicep }) => bicep),
  'var two = 2',
  "resource other 'Microsoft.Network/natGateways@2024-07-01' existing = { name: 'x' }",
].join('\n');

test.skipIf(isMissing('bicep'))('the check and the compiler agree on which module calls are right', async () => {
  const printer = new Printer(() => '');
  const calls = cases.map(({ module, version, params }) => ({ module, version, params: printer.object(params, 2) }));
  const [ofHead, ...said] = await compileCalls(calls, { head });
  expect(ofHead).toEqual([]);
  const differ = cases.filter(({ problems }, index) => problems.length > 0 !== said[index]!.length > 0);
  expect(differ.map((one) => ({ ...one, compiler: said[cases.indexOf(one)] }))).toEqual([]);
});
