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
    '  error ORG-001 (Tags) is noncompliant: the tags are wrong. constitution/broken',
    '    a · dev',
    '    a · prod',
    '    b · dev',
    '    b · prod',
    '    c · dev',
    '    and 1 more, which --json names',
    '    → To fix it, set them.',
  ]);
});

it('what differs is said apart, also where only the line does', () => {
  const at = (line: number): Finding => ({ ...broken('a', 'dev'), where: { file: 'main.bicep', line, column: 1 } });
  const heads = (findings: readonly Finding[]): number => lines(findings).filter((one) => /error/.test(one)).length;
  expect(heads([broken('a', 'dev'), broken('b', 'dev', 'Names')])).toBe(2);
  expect(heads([at(3), at(4)])).toBe(2);
});
