import * as fc from 'fast-check';
import { ties, type Condition } from '../../../avm-catalog/constitution/custom/condition.ts';

const path = fc.constantFrom(
  'id',
  'type',
  'location',
  'properties',
  'properties.a',
  'properties.a.b',
  'properties.list[0]',
  "tags['a.b']",
  '__proto__',
  'constructor.name',
);
const list = fc.constantFrom('properties.list[*]', 'properties.list[*].a', 'zones[*]', 'properties.a[*].b[*]');
const type = fc.constantFrom('*', 'Microsoft.Test/*', 'Microsoft.Test/things', 'Microsoft.Test/things/parts');
const scalar = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null));
const onePath = fc.record({ path });
const reference = fc.oneof(onePath, fc.record({ resource: path }), fc.record({ setting: path }));
const references = fc.oneof(reference, fc.record({ path: list }), fc.record({ resource: list }));
const range = fc.oneof(fc.string(), fc.constantFrom('10.0.0.0/8', '*', '10.1.2.3', 'fd00::/8', '[reference(x)]'));
const bounds = fc.record({ atLeast: fc.nat(5), atMost: fc.nat(5) }, { requiredKeys: [] });
const wanted = fc.record(
  {
    equals: fc.oneof(scalar, reference),
    notEquals: fc.oneof(scalar, reference),
    in: fc.oneof(fc.array(scalar), references),
    notIn: fc.oneof(fc.array(scalar), references),
    like: fc.string(),
    notLike: fc.string(),
    startsWith: fc.oneof(fc.string(), reference),
    endsWith: fc.string(),
    contains: fc.oneof(scalar, reference),
    notContains: scalar,
    atLeast: fc.oneof(fc.double(), reference),
    atMost: fc.double(),
    within: fc.oneof(range, fc.array(range), references),
    overlaps: fc.oneof(range, fc.array(range), references),
    includesPort: fc.oneof(fc.integer(), fc.array(fc.integer())),
    before: fc.oneof(fc.string(), fc.record({ days: fc.integer({ min: -36_500, max: 36_500 }) }), reference),
    after: fc.oneof(fc.string(), reference),
    moreThan: fc.double(),
    lessThan: fc.double(),
    length: bounds,
    exists: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** Any condition that the schema lets through, and more. */
export const anyCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => {
  const one = tie('condition');
  const many = fc.array(one, { minLength: 1, maxLength: 3 });
  const related = fc.record(
    { type, by: fc.constantFrom(...ties), path, where: one, atLeast: fc.nat(3), atMost: fc.nat(3) },
    { requiredKeys: ['type', 'by'] },
  );
  const subject = fc.oneof(
    onePath,
    fc.record({ every: list }),
    fc.record({ some: list }),
    fc.record({ setting: path }),
  );
  const items = fc.record({ where: one, holds: one }, { requiredKeys: [] });
  return {
    condition: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'condition' },
      fc.tuple(subject, wanted).map(([about, says]) => ({ ...about, ...says })),
      fc.tuple(subject, wanted, items).map(([about, says, inner]) => ({ ...about, ...says, ...inner })),
      fc.record({ all: many }),
      fc.record({ any: many }),
      fc.record({ none: many }),
      fc.record({ not: one }),
      fc.record({ related }),
    ),
  };
}).condition;

/** Any JSON where a resource stands, with names and expressions that conditions look for. */
export const anyResource = fc
  .tuple(
    fc.constantFrom('Microsoft.Test/things', 'microsoft.test/things/parts', 'Contoso.Other/x'),
    fc.string(),
    fc.record(
      {
        location: fc.jsonValue(),
        zones: fc.jsonValue(),
        tags: fc.dictionary(fc.string(), fc.jsonValue()),
        properties: fc.oneof(
          fc.jsonValue(),
          fc.constant("[reference('x')]"),
          fc.record({
            a: fc.jsonValue(),
            list: fc.array(
              fc.oneof(fc.jsonValue(), fc.constant("[if(true(), 'x', null())]"), fc.constant('/a/things/x')),
            ),
          }),
        ),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([kind, name, rest]) => ({ ...rest, id: `/a/${kind}/${name}`, type: kind, name }));
