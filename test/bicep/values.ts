import * as fc from 'fast-check';
import { call, each, item, operator, param, spread, text, variable, when, type Value } from '../../src/bicep/value.ts';

/** Text with what has a meaning somewhere: quotes, interpolation, markup, marks that reverse or hide. */
export const hostileText = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    "it's",
    '${environment}',
    '\\${x}',
    "'''",
    '`id`',
    '{{x}}',
    '---',
    '../..',
    '\u202eevil',
    'a\nb',
    'a\r\nb',
    '\u0000',
    '\ufeff',
    '$',
    '$${',
    "\\'",
    '// c',
    '/*',
    '@x',
  ),
);

const { value } = fc.letrec<{ value: Value; expression: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(hostileText, fc.integer({ min: 0, max: 1_000_000 }), fc.boolean(), fc.constant(null)),
    tie('expression'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .dictionary(fc.constantFrom('name', 'a-b', 'properties', 'if', 'odd key', 'x1'), tie('value'), { maxKeys: 4 })
      .map((object) => ({ ...object })),
  ),
  expression: fc.oneof(
    fc.constant(param('environmentName')),
    fc.constant(variable('names', 'vm')),
    fc
      .tuple(hostileText, fc.constantFrom(param('environmentName'), variable('names', 'vm')))
      .map(([one, ref]) => text`${one}-${ref}`),
    fc
      .array(
        fc.constantFrom<Value>('Microsoft.Network/virtualNetworks/subnets', variable('names', 'vm'), 'a'.repeat(45)),
        { minLength: 2, maxLength: 3 },
      )
      .map((args) => call('resourceId', ...args)),
    fc.tuple(tie('value'), tie('value')).map(([a, b]) => when(param('deploy'), a, b)),
    fc
      .tuple(fc.array(tie('value'), { maxLength: 2 }), fc.array(tie('value'), { maxLength: 2 }))
      .map(([a, b]): Value => [...a, spread(when(param('deploy'), b, []))]),
    fc.constant(when(operator('&&', param('deploy'), operator('!', param('deploy'))), [], ['x'])),
  ),
}));

export const anyValue: fc.Arbitrary<Value> = value;
export const loop: Value = each('one', param('list'), { name: item('one'), list: [item('one')] });
