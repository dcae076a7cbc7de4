import { describe, expect, it } from 'vitest';
import { setAnswers } from '../../src/answers/edit.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { startAnswers } from '../../src/answers/start.ts';
import { writeAnswers } from '../../src/answers/write.ts';
import { describe as prose } from '../../src/findings/describe.ts';
import { brief, minimal } from './texts.ts';

function findings(requirements: string): readonly string[] {
  const result = parseAnswers(`${minimal}requirements:\n${requirements}\n`);
  return 'findings' in result ? result.findings.map(brief) : [];
}

const story = '{title: a, priority: P1, why: b, test: c, scenarios: [{given: d, when: e, then: f}]}';
const functional = (line: string): string => `  functional:\n    ${line}`;

describe('requirements that are refused', () => {
  it.each<[string, string, ...string[]]>([
    ['an id in another form', functional('fr-101: {statement: x}'), 'requirement-id requirements.functional.fr-101 9'],
    [
      'a number of the catalog',
      functional('FR-020: {statement: x}'),
      'requirement-number requirements.functional.FR-020 9',
    ],
    ['a story of the catalog', `  stories:\n    US8: ${story}`, 'requirement-number requirements.stories.US8 9'],
    [
      'an id of another kind',
      '  constraints:\n    FR-101: {statement: x}',
      'requirement-id requirements.constraints.FR-101 9',
    ],
    ['four digits', functional('FR-1000: {statement: x}'), 'requirement-id requirements.functional.FR-1000 9'],
    ['no statement', functional('FR-101: {}'), 'answer-required requirements.functional.FR-101.statement 9'],
    [
      'an unknown key',
      functional('FR-101: {statement: x, storry: US1}'),
      'key-unknown requirements.functional.FR-101.storry 9',
    ],
    [
      'an unknown component',
      functional('FR-101: {statement: x, satisfiedBy: {components: [Key-valt]}}'),
      'answer-invalid requirements.functional.FR-101.satisfiedBy.components.0 9',
    ],
    [
      'what is no rule',
      functional('FR-101: {statement: x, satisfiedBy: {rules: [sec]}}'),
      'answer-invalid requirements.functional.FR-101.satisfiedBy.rules.0 9',
    ],
    [
      'a story without scenarios',
      '  stories:\n    US101: {title: a, priority: P1, why: b, test: c, scenarios: []}',
      'answer-invalid requirements.stories.US101.scenarios 9',
    ],
    [
      'a line break',
      functional('FR-101: {statement: "x\\ny"}'),
      'text-unseen requirements.functional.FR-101.statement 9',
    ],
    [
      'what turns the direction of writing',
      functional('FR-101: {statement: "x\\u202ey"}'),
      'text-unseen requirements.functional.FR-101.statement 9',
    ],
    [
      'a secret',
      functional('FR-101: {statement: "AccountKey=bm90IGEgcmVhbCBrZXksIGJ1dCBsb25nIGVub3VnaCB0byBsb29rIGxpa2U="}'),
      'secret-refused requirements.functional.FR-101.statement 9',
    ],
    [
      'an id that is retired',
      `${functional('FR-101: {statement: x}')}\n  retired: [FR-101]`,
      'requirement-retired requirements.functional.FR-101 9',
    ],
    [
      'an unknown requirement out of scope',
      '  outOfScope: {FR-099: x}',
      'key-unknown requirements.outOfScope.FR-099 8',
    ],
    [
      'what is always built out of scope',
      '  outOfScope: {FR-017: x}',
      'requirement-always requirements.outOfScope.FR-017 8',
    ],
  ])('%s', (_, text, ...expected) => {
    expect(findings(text)).toEqual(expected);
  });

  it('more than two hundred', () => {
    const all = Array.from({ length: 201 }, (__, index) => `    FR-${index + 101}: {statement: x}`);
    expect(findings(`  functional:\n${all.join('\n')}`)).toEqual(['requirements-too-many requirements 7']);
  });

  it('with a reason and a remedy in prose', () => {
    const result = parseAnswers(`${minimal}requirements: {functional: {FR-020: {statement: x}}}\n`);
    const [first] = 'findings' in result ? result.findings.map(prose) : [];
    expect(first).toEqual({
      message: 'FR-020 is reserved: numbers below 101 belong to the catalog',
      remedy: 'Use a number from 101 to 999, such as FR-101.',
    });
  });
});

describe('requirements that are set', () => {
  const set = (path: string, value: string, text = minimal): string => {
    const result = setAnswers(text, [{ path, value }]);
    if ('findings' in result) throw new Error(JSON.stringify(result.findings));
    return result.text;
  };
  const one = `${minimal}requirements: # ours
  functional:
    # asked for by the auditors
    FR-101:
      statement: Files are kept. # for ten years
`;

  it('one below the other, as a person would write them', () => {
    expect(set('requirements.functional.FR-101', '{statement: Files are kept., satisfiedBy: {components: [backup]}}'))
      .toContain(`requirements:
  functional:
    FR-101:
      statement: Files are kept.
      satisfiedBy: {components: [backup]}
`);
  });

  it.each([
    ['requirements.functional.FR-101.statement', 'a: b # c', '      statement: "a: b # c" # for ten years\n'],
    ['FR-101.story', 'US4', '# for ten years\n      story: US4\n'],
    ['FR-101.satisfiedBy.components', 'backup, key-vault', '      satisfiedBy: {components: [backup, key-vault]}\n'],
    ['FR-102.statement', 'New.', '# for ten years\n    FR-102:\n      statement: New.\n'],
    ['requirements.retired.+', 'FR-103', '  retired: [FR-103]\n'],
  ])('%s, comments kept', (path, value, expected) => {
    const text = set(path, value, one);
    expect(text).toContain(expected);
    expect(text).toContain('requirements: # ours\n  functional:\n    # asked for by the auditors\n    FR-101:\n');
  });

  it.each(['FR-101.statement', 'requirements.functional.FR-101.statement'])('%s not by environment', (path) => {
    expect(setAnswers(one, [{ path, value: 'x', environment: 'dev' }])).toMatchObject({
      findings: [{ code: 'path-shared' }],
    });
  });
});

it('are written with the other answers, and read back the same', () => {
  const answers = {
    ...startAnswers({ name: 'demo' }),
    requirements: {
      stories: {
        US101: {
          title: 'A title: with # marks',
          priority: 'P2' as const,
          why: 'no',
          test: '- x',
          scenarios: [{ given: 'a', when: '{b}', then: "it's" }],
        },
      },
      functional: { 'FR-101': { statement: 'x', story: 'US101', satisfiedBy: { task: 'on' } } },
      outOfScope: { 'FR-008': 'Nobody asks for it.' },
      retired: ['SC-101'],
    },
  };
  expect(parseAnswers(writeAnswers(answers))).toEqual({ answers });
});
