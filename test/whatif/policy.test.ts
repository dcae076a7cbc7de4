import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../src/answers/defaults.ts';
import { rules as library } from '../../avm-catalog/constitution/rules/index.ts';
import type { Level } from '../../avm-catalog/constitution/category.ts';
import { assess } from '../../src/whatif/assess.ts';
import { judge, type Forbidden } from '../../src/whatif/policy.ts';
import { deployment, idOf, property, read } from './results.ts';

const roles = 'Microsoft.Authorization/roleAssignments';
const vault = idOf('Microsoft.KeyVault/vaults', 'kv');
const assessment = assess(
  read(
    deployment([
      { resourceId: vault, changeType: 'Delete' },
      { resourceId: idOf(roles), changeType: 'Create', after: {} },
      {
        resourceId: idOf('Microsoft.Compute/virtualMachines'),
        changeType: 'Modify',
        delta: [property('zones', 'Modify', { before: ['1'], after: ['2'] })],
      },
      { resourceId: idOf('Microsoft.Compute/disks'), changeType: 'Ignore' },
    ]),
  ),
  undefined,
);
const digest = 'a'.repeat(64);
const usual = { isApproved: false, digest, environment: 'prod', at: () => ({}) };

const severities = (policy: Partial<Parameters<typeof judge>[1]> & { readonly forbidden: readonly Forbidden[] }) =>
  Object.fromEntries(judge(assessment, { ...usual, ...policy }).map(({ code, severity }) => [code, severity]));

/** A constitution with these levels. */
function constitution(levels: Readonly<Record<string, Level>>, waivers: readonly object[] = []) {
  const rules = library.map((definition) => ({
    definition,
    level: levels[definition.id] ?? ('off' as const),
    parameters: {},
  }));
  return { rules, waivers, views: [{ environment: 'prod', rules: settingsOf({}) }] } as never;
}

describe('what the command line forbids', () => {
  it('is an error, and a warning or a note otherwise', () => {
    expect(severities({ forbidden: [] })).toEqual({
      'what-if-delete': 'warning',
      'what-if-replace': 'warning',
      'what-if-role-assignment': 'note',
      'what-if-unknown': 'note',
    });
  });

  it.each(['delete', 'replace', 'role-assignment', 'unknown'] as const)('%s alone', (what) => {
    const found = severities({ forbidden: [what] });
    expect(Object.keys(found).filter((code) => found[code] === 'error')).toEqual([`what-if-${what}`]);
  });

  it('is allowed in an approved result', () => {
    const found = severities({ forbidden: ['delete', 'replace', 'role-assignment', 'unknown'], isApproved: true });
    expect(Object.values(found)).not.toContain('error');
  });
});

describe('what the constitution forbids', () => {
  const of = (levels: Readonly<Record<string, Level>>, waivers: readonly object[] = [], isApproved = false) =>
    judge(assessment, { ...usual, isApproved, forbidden: [], constitution: constitution(levels, waivers) });

  it.each([
    ['OPS-031', vault],
    ['OPS-032', idOf('Microsoft.Compute/virtualMachines')],
    ['SEC-041', idOf(roles)],
  ])('%s is an error as a MUST, a warning as a SHOULD, and in the place of what else is said', (id, resource) => {
    for (const [level, severity] of [
      ['must', 'error'],
      ['should', 'warning'],
    ] as const) {
      const found = of({ [id]: level }).filter(({ where }) => where.resource === resource);
      expect(found).toMatchObject([{ code: 'constitution/broken', severity, ids: [id] }]);
    }
    const off = of({}).filter(({ where }) => where.resource === resource);
    expect(off.map(({ code }) => code)).not.toContain('constitution/broken');
  });

  const waiver = {
    id: 'W-001',
    rule: 'OPS-031',
    environments: ['prod'],
    resources: ['kv'],
    reason: 'r',
    approvedBy: 'a',
    until: '2999-01-01',
  };

  it('is a note if a waiver covers the resource, and only that one', () => {
    expect(of({ 'OPS-031': 'must' }, [waiver])).toMatchObject([{ code: 'rule-waived', severity: 'note' }, {}, {}, {}]);
    expect(of({ 'OPS-031': 'must' }, [{ ...waiver, resources: ['kv-other'] }])).toMatchObject([
      { severity: 'error' },
      {},
      {},
      {},
    ]);
  });

  it('is allowed in an approved result', () => {
    const all = of({ 'OPS-031': 'must', 'OPS-032': 'must', 'SEC-041': 'must' }, [], true);
    expect(all.map(({ code }) => code)).not.toContain('constitution/broken');
    expect(all.map(({ severity }) => severity)).not.toContain('error');
  });

  it('doesn’t take back what the command line forbids', () => {
    const found = judge(assessment, {
      ...usual,
      forbidden: ['delete'],
      constitution: constitution({ 'OPS-031': 'should' }),
    });
    expect(found.slice(0, 2)).toMatchObject([
      { code: 'what-if-delete', severity: 'error' },
      { code: 'constitution/broken', severity: 'warning' },
    ]);
  });
});
