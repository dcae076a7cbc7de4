import { expect, it } from 'vitest';
import { findingLines } from '../../src/cli/shared/findings-text.ts';
import type { Finding } from '../../src/findings/finding.ts';

const broken = (resource: string, environment: string, title = 'Tags'): Finding => ({
  code: 'constitution/broken',
  severity: 'error',
  where: { resource, environment },
  ids: ['ORG-001'],
  args: { rule: 'ORG-001', title, what: 'the tags are wrong', instead: 'set them' },
});
const lines = (findings: readonly Finding[]): readonly string[] => findingLines(findings, (_, text) => text);

it('what is said of several places is said once, with the first of them', () => {
  const found = ['a', 'b', 'c'].flatMap((resource) => [broken(resource, 'dev'), broken(resource, 'prod')]);
  expect(lines(found)).toEqual([
    'error[constitution/broken]: ORG-001 (Tags) is noncompliant: the tags are wrong.',
    '    a · dev',
    '    a · prod',
    '    b · dev',
    '    b · prod',
    '    c · dev',
    '    and 1 more, which --json lists',
    '    To fix it, set them. For details, run: avm rules ORG-001',
  ]);
});

it('what differs is said apart, also where only the line does', () => {
  const at = (line: number): Finding => ({ ...broken('a', 'dev'), where: { file: 'main.bicep', line, column: 1 } });
  const heads = (findings: readonly Finding[]): number => lines(findings).filter((one) => /error/.test(one)).length;
  expect(heads([broken('a', 'dev'), broken('b', 'dev', 'Names')])).toBe(2);
  expect(heads([at(3), at(4)])).toBe(2);
});

it('a line begins with the place that editors and problem matchers read', () => {
  const at: Finding = { ...broken('a', 'dev'), where: { file: 'main.bicep', line: 3, column: 7 } };
  expect(lines([at])[0]).toBe(
    'main.bicep:3:7: error[constitution/broken]: ORG-001 (Tags) is noncompliant: the tags are wrong.',
  );
  expect(lines([{ ...at, where: { file: 'main.bicep' } }])[0]).toMatch(/^main\.bicep: error\[/);
});

it('a broken rule has the command that fixes it, quoted for a shell and for its environment', () => {
  const remedy = (instead: string, environment?: string): string | undefined =>
    lines([
      {
        code: 'rule-broken',
        severity: 'warning',
        where: environment === undefined ? {} : { environment },
        ids: ['OPS-017'],
        args: { rule: 'OPS-017', title: 'Alert receivers', what: 'x', instead },
      },
    ])
      .at(-1)
      ?.trim();
  expect(remedy('alerts.emails=[operations@example.com] with an address of yours')).toBe(
    "To fix it, run this with an address of yours: avm set 'alerts.emails=[operations@example.com]'",
  );
  expect(remedy('backup.retentionDays=30 or more', 'prod')).toBe(
    'To fix it, run: avm set backup.retentionDays=30 --env prod',
  );
  expect(remedy('location.zone=1, 2 or 3')).toBe('To fix it, run: avm set location.zone=1');
  expect(remedy('tags.owner=…')).toBe('To fix it, run: avm set tags.owner=VALUE');
  expect(remedy('a longer name')).toBe('To fix it, set a longer name.');
});
