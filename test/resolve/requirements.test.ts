import { defaultBlueprint } from '../../avm-catalog/blueprints/index.ts';
import { requirementIds } from '../../src/resolve/requirements.ts';
import { describe, expect, it } from 'vitest';
import { components } from '../../avm-catalog/components/index.ts';
import { describe as prose } from '../../src/findings/describe.ts';
import { findingsOf, fileOf, planOf } from '../plan/support.ts';

const own = (functional: object, rest: object = {}): object => ({ requirements: { functional, ...rest } });
const by = (satisfiedBy: object): object => own({ 'FR-101': { statement: 'It works.', satisfiedBy } });
const told = (changes: object): readonly unknown[] =>
  findingsOf(changes).map(({ code, severity, where, ids }) => [code, severity, where.answer, ids.join(' ')]);
const messages = (changes: object): readonly string[] => findingsOf(changes).map((one) => prose(one).message);

describe('what satisfies a requirement', () => {
  it.each([
    ['a component', { components: ['storage-account'] }],
    ['a rule', { rules: ['SEC-008'] }],
    ['a person', { task: 'Do it.' }],
  ])('can be %s', (_, satisfiedBy) => {
    expect(told(by(satisfiedBy))).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['nothing is named', own({ 'FR-101': { statement: 'x' } }), 'Nothing satisfies FR-101'],
    ['an empty map is named', by({}), 'Nothing satisfies FR-101'],
    [
      'its component is off',
      by({ components: ['internal-load-balancer'] }),
      'Nothing satisfies FR-101: internal-load-balancer is off in every environment',
    ],
    [
      'its rule is off',
      { ...by({ rules: ['OPS-012'] }), constitution: { rules: { 'OPS-012': 'off' } } },
      'Nothing satisfies FR-101: OPS-012 is off in every environment',
    ],
  ])('is missing where %s', (_, changes, message) => {
    expect(told(changes)).toEqual([
      ['requirement-unsatisfied', 'warning', 'requirements.functional.FR-101.satisfiedBy', 'FR-101'],
    ]);
    expect(messages(changes)).toEqual([message]);
  });

  it('is named where it is missing in some environments', () => {
    const changes = {
      ...by({ components: ['key-vault'] }),
      environments: { dev: { keyVault: { enabled: false } } },
    };
    expect(told(changes)).toEqual([
      ['requirement-partly', 'note', 'requirements.functional.FR-101.satisfiedBy', 'FR-101'],
    ]);
    expect(messages(changes)).toEqual(['Nothing satisfies FR-101 in dev']);
  });

  it('is reported where a part of it is off', () => {
    const changes = by({ components: ['key-vault', 'internal-load-balancer'] });
    expect(messages(changes)).toEqual(['FR-101 names internal-load-balancer, which is off in every environment']);
  });

  it('holds for constraints and criteria too', () => {
    const changes = {
      requirements: { constraints: { 'CON-101': { statement: 'x' } }, success: { 'SC-101': { statement: 'x' } } },
    };
    expect(messages(changes)).toEqual(['Nothing satisfies CON-101', 'Nothing satisfies SC-101']);
  });
});

describe('what a requirement names', () => {
  it.each<[string, object, unknown[], string]>([
    [
      'a story that does not exist',
      own({ 'FR-101': { statement: 'x', story: 'US9', satisfiedBy: { task: 'y' } } }),
      ['requirement-story', 'error', 'requirements.functional.FR-101.story', 'FR-101'],
      "FR-101 belongs to the story 'US9', which does not exist",
    ],
    [
      'a rule that does not exist',
      by({ rules: ['SEC-008', 'SEC-098'] }),
      ['requirement-rule', 'error', 'requirements.functional.FR-101.satisfiedBy.rules.1', 'FR-101'],
      "FR-101 names the rule 'SEC-098', which does not exist",
    ],
  ])('is refused where it is %s', (_, changes, finding, message) => {
    expect(told(changes)).toEqual([finding]);
    expect(messages(changes)).toEqual([message]);
  });

  it('may be a story of the blueprint', () => {
    expect(told(own({ 'FR-101': { statement: 'x', story: 'US7', satisfiedBy: { task: 'y' } } }))).toEqual([]);
  });
});

describe('what exists for nothing', () => {
  const story = { title: 'a', priority: 'P1', why: 'b', test: 'c', scenarios: [{ given: 'd', when: 'e', then: 'f' }] };
  const unwanted = {
    requirements: { outOfScope: { 'FR-015': 'Somebody else watches it.' } },
    constitution: { rules: { 'OPS-010': 'off', 'OPS-015': 'off', 'CST-004': 'off' } },
  };

  it('is a story without a requirement', () => {
    expect(told(own({}, { stories: { US101: story } }))).toEqual([
      ['story-for-nothing', 'warning', 'requirements.stories.US101', 'US101'],
    ]);
  });

  it('is a component whose requirements are out of scope and whose rules are off', () => {
    expect(told(unwanted)).toEqual([
      ['exists-for-nothing', 'warning', 'spec.alerts.enabled', 'FR-015 OPS-010 OPS-015'],
    ]);
    expect(fileOf('main.bicep', unwanted)).not.toMatch(/FR-015|OPS-010|OPS-015/);
  });

  it('is named by environment where it is on in some', () => {
    const found = findingsOf({ ...unwanted, environments: { dev: { alerts: { enabled: false } } } });
    expect(found.map(({ where }) => where.environment)).toEqual(['test', 'prod']);
  });

  it('is no component that a custom requirement names', () => {
    const { requirements, ...rest } = unwanted;
    const functional = { 'FR-101': { statement: 'x', satisfiedBy: { components: ['alerts'] } } };
    expect(told({ ...rest, requirements: { ...requirements, functional } })).toEqual([]);
  });

  it('is no component while one of its rules is on, which contradicts that its requirement is out of scope', () => {
    expect(told({ requirements: unwanted.requirements })).toEqual([
      ['scope-contradicted', 'warning', 'requirements.outOfScope.FR-015', 'FR-015'],
    ]);
    const off = { OPS: { 'OPS-010': 'off', 'OPS-011': 'off', 'OPS-015': 'off', 'CST-004': 'off' } };
    expect(
      told({
        requirements: unwanted.requirements,
        constitution: { rules: off.OPS },
        spec: { alerts: { enabled: false } },
      }),
    ).toEqual([]);
  });

  const others: Readonly<Record<string, object>> = {
    application: { packageUri: 'https://example.com/app.zip', installCommand: 'install.cmd' },
    'site-recovery': {
      resourceGroupId: '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-recovery',
      virtualNetworkId:
        '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-recovery/providers/Microsoft.Network/virtualNetworks/vnet-recovery',
    },
  };

  const switched = components.filter(
    ({ name, inputs }) =>
      defaultBlueprint.components.includes(name) && inputs?.switchOn && (!inputs.needsMore || others[name]),
  );

  it.each(switched.map((one) => [one.name, one] as const))(
    'is found for %s once nothing asks for it',
    (name, { serves: capabilities, inputs }) => {
      const serves = requirementIds(capabilities, { blueprint: defaultBlueprint });
      const functional = serves.filter((id) => id.startsWith('FR-') && id !== 'FR-012');
      const found = findingsOf({
        spec: { [inputs?.token.key ?? '']: { ...others[name], ...inputs?.switchOn } },
        requirements: { outOfScope: Object.fromEntries(functional.map((id) => [id, 'x'])) },
        constitution: {
          rules: Object.fromEntries(serves.filter((id) => !id.startsWith('FR-')).map((id) => [id, 'off'])),
        },
      });
      const expected = serves.includes('FR-012') ? [] : [name];
      expect(
        found
          .flatMap((one) => (one.code === 'exists-for-nothing' ? [one.args.component] : []))
          .filter((component) => component === name),
      ).toEqual(expected);
    },
  );
});

describe('a requirement that names a component', () => {
  const named = by({ components: ['storage-account'] });

  it('is a reason of everything the component makes, and of no other resource', () => {
    const { resources, parameters } = planOf(named);
    const withId = (
      all: readonly {
        readonly component?: string;
        readonly reason: { readonly ids: readonly string[]; readonly component?: string };
      }[],
    ) => all.filter(({ reason }) => reason.ids.includes('FR-101')).map(({ reason }) => reason.component);
    expect(withId(resources)).toEqual(['storage-account']);
    const own = parameters.filter(({ reason }) => reason.component === 'storage-account');
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ reason }) => reason.ids.includes('FR-101'))).toBe(true);
  });

  it('is in the comment of its resource', () => {
    expect(fileOf('main.bicep', named)).toContain('// Storage account of the workload (FR-011, FR-101, SEC-008)\n');
  });

  it('changes nothing else of the template', () => {
    const without = (text: string): string => text.replaceAll('FR-101, ', '');
    expect(without(fileOf('main.bicep', named))).toBe(fileOf('main.bicep'));
  });
});
