import { describe, expect, it } from 'vitest';
import { importsIn, isLocal, pathFrom } from '../../src/bicep/sources.ts';

describe('what a Bicep file takes from others', () => {
  it('is read from imports alone, not from comments and strings', () => {
    const text = `import { a } from 'shared/types.bicep'
  import * as b from 'br/public:avm/utl/types/avm-common-types:0.7.0'
import {
  c // from 'no.bicep'
  d
} from "no.bicep'
import {
  e
} from '../e.bicep'
// import { f } from 'no.bicep'
var text = 'import { g } from no'
`;
    expect(importsIn(text)).toEqual([
      'shared/types.bicep',
      'br/public:avm/utl/types/avm-common-types:0.7.0',
      '../e.bicep',
    ]);
  });

  it.each([
    ['shared/types.bicep', true],
    ['./a.bicep', true],
    ['br/public:avm/res/cache/redis:1.0.0', false],
    ['br:example.azurecr.io/x:1', false],
    ['ts:sub/rg/spec:1', false],
    ['', false],
  ])('%j is local: %s', (source, is) => {
    expect(isLocal(source)).toBe(is);
  });

  it.each([
    ['modules/a.bicep', 'b.bicep', 'modules/b.bicep'],
    ['modules/a.bicep', './x/../b.bicep', 'modules/b.bicep'],
    ['modules/a.bicep', '../main.bicep', 'main.bicep'],
    ['modules/a.bicep', '../../main.bicep', undefined],
    ['main.bicep', '/etc/x.bicep', 'etc/x.bicep'],
  ])('from %s, %s leads to %s', (file, source, path) => {
    expect(pathFrom(file, source)).toBe(path);
  });
});
