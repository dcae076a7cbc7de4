import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnswers } from '../../src/answers/parse.ts';
import { updated } from '../../src/answers/update.ts';
import { generate } from '../../src/files/generate.ts';
import { cases, textOfCase } from '../cases/cases.ts';
import { catalog } from '../plan/support.ts';
import { brief, commented } from './texts.ts';

const head = 'version: 1 # the format\nblueprint: data-store@1.0.0\nworkload: {name: records, description: Records}\n';

function now(text: string): string {
  const result = updated(text);
  if ('findings' in result) throw new Error(result.findings.map(brief).join('\n'));
  return result.text;
}
function answersOf(text: string) {
  const parsed = parseAnswers(text);
  if ('findings' in parsed) throw new Error(parsed.findings.map(brief).join('\n'));
  return parsed.answers;
}
const comments = (text: string): readonly string[] => (text.match(/#.*/g) ?? []).toSorted();

describe('the update of avm.yaml', () => {
  it('moves components behind spec, with comments, order, quotes and lines', () => {
    const before = `${head}
spec:
  lock: none # for now

  # what we added
  components:
    # for finance
    reports:   {type: storage-account, redundancy: 'ZRS'} # daily
    partner:
      type: key-vault

      softDeleteDays: 90
      # more of partner
    # more to come
  # the rest
  telemetry: false

environments:
  dev: {components: {reports: {redundancy: LRS}}}
`;
    expect(now(before)).toBe(`${head.replace('version: 1', 'version: 2')}
spec:
  lock: none # for now

  # the rest
  telemetry: false

# what we added
components:
  # for finance
  reports:   {type: storage-account, redundancy: 'ZRS'} # daily
  partner:
    type: key-vault

    softDeleteDays: 90
    # more of partner
  # more to come

environments:
  dev: {components: {reports: {redundancy: LRS}}}
`);
  });

  it.each([
    [
      'a spec with nothing else',
      'spec:\n  components:\n    reports: {type: storage-account}\nenvironments: {dev: {}}\n',
    ],
    [
      'a spec on one line',
      'spec: {components: {reports: {type: storage-account}}, lock: none} # short\nenvironments: {dev: {}}\n',
    ],
    [
      'a spec on one line with nothing else',
      'environments: {dev: {}}\nspec: {components: {reports: {type: storage-account}}}',
    ],
    [
      'deep indents',
      'spec:\n      lock: none\n      components:\n            reports:\n              type: storage-account\nenvironments: {dev: {}}\n',
    ],
    ['no components', 'spec: {lock: none}\nenvironments: {dev: {}}\n'],
    ['no spec', 'environments: {dev: {}}\n'],
  ])('knows %s', (_, body) => {
    const before = head + body;
    const after = now(before);
    expect(answersOf(after)).toEqual({ ...answersOf(before), version: 2 });
    expect(comments(after)).toEqual(comments(before));
    expect(now(after)).toBe(after);
  });

  it('knows JSON, which stays JSON', () => {
    const json = JSON.stringify({
      ...answersOf(`${head}environments: {dev: {}}\n`),
      spec: { components: { reports: { type: 'key-vault' } } },
    });
    const after = now(json);
    expect(JSON.parse(after)).toMatchObject({ version: 2, spec: {}, components: { reports: { type: 'key-vault' } } });
  });

  it('follows paths that avm.yaml names', () => {
    const text = `${head}notSecrets: {spec.components.reports.shares.0: "A digest, published with each build"}
spec: {components: {reports: {type: storage-account, shares: [3f786850e387550fdab836ed7e6dc881de23001b]}}}
environments: {dev: {}}
clarifications:
  Q-001: {question: How?, answer: ZRS, on: 2026-11-25, about: spec.components.reports.redundancy}
  Q-002: {question: Which?, answer: none, on: 2026-11-25, about: spec.lock}
`;
    const { notSecrets = {}, clarifications = {} } = answersOf(now(text));
    expect(Object.keys(notSecrets)).toEqual(['components.reports.shares.0']);
    expect(Object.values(clarifications).map(({ about }) => about)).toEqual([
      'components.reports.redundancy',
      'spec.lock',
    ]);
  });

  it('says what it changes, and nothing where there is nothing to change', () => {
    const said = (text: string): readonly string[] => {
      const result = updated(text);
      return 'notes' in result ? result.notes.map(({ code }) => code) : [];
    };
    expect(said(commented)).toEqual(['update-version']);
    expect(said(`${head}spec: {components: {a1: {type: key-vault}}}\nenvironments: {dev: {}}\n`)).toEqual([
      'update-version',
      'update-components',
    ]);
    expect(said(now(commented))).toEqual([]);
  });

  const component = fc.constantFrom(
    '{type: storage-account} # one',
    '\n      type: key-vault # two\n      # behind it',
    '\n      # above\n      type: storage-account\n\n      shares:\n      - "files"\n      - more',
    "{ type: 'key-vault',\n       sku: premium }",
  );
  const texts = fc
    .record({
      named: fc.dictionary(fc.constantFrom('reports', 'partner', 'x1'), component, { minKeys: 1 }),
      above: fc.constantFrom('', '\n', '  # ours\n', '\n  # ours\n'),
      before: fc.constantFrom('', '  lock: none\n', '  lock: none # kept\n  # end of lock\n'),
      after: fc.constantFrom('', '  telemetry: false\n', '\n  # usage\n  telemetry: false\n', '  # the end of spec\n'),
      rest: fc.constantFrom(
        'environments:\n  dev: {}\n',
        '\n# all\nenvironments: {dev: {}}',
        '\n\n# a\n\n# b\nenvironments:\n  dev: {}',
      ),
    })
    .map(
      ({ named, above, before, after, rest }) =>
        `${head}spec:\n${before}${above}  components:\n${Object.entries(named)
          .map(([name, value]) => `    ${name}:${value.startsWith('\n') ? '' : ' '}${value}\n`)
          .join('')}${after}${rest}`,
    );

  it('loses no comment and no setting of any text, and does nothing the second time', () => {
    fc.assert(
      fc.property(texts, (before) => {
        const after = now(before);
        expect(answersOf(after)).toEqual({ ...answersOf(before), version: 2 });
        expect(Object.keys(answersOf(after).components ?? {})).toEqual(Object.keys(answersOf(before).components ?? {}));
        expect(comments(after)).toEqual(comments(before));
        const [old, fresh] = [before, after].map((text) =>
          text
            .split('\n')
            .map((line) => line.trim().replace('spec: {}', 'spec:'))
            .filter(Boolean)
            .toSorted(),
        );
        expect(fresh).toEqual(old?.map((line) => line.replace('version: 1', 'version: 2')).toSorted());
        expect(now(after)).toBe(after);
      }),
      { numRuns: 200 },
    );
  });

  const first = cases.filter((name) => /^version: 1$/m.test(textOfCase(name)));

  it('finds workspaces of version 1 to be tried with, with and without components', () => {
    const named = first.filter((name) => answersOf(textOfCase(name)).components !== undefined);
    expect([first.length >= 3, named.length > 0, named.length < first.length]).toEqual([true, true, true]);
  });

  it.each(first)('changes no byte of Bicep, no name and no finding of %s', (name) => {
    const [before, after] = [textOfCase(name), now(textOfCase(name))].map((text) =>
      generate(answersOf(text), text, catalog),
    );
    const bicep = (of: typeof before) =>
      of?.files?.filter(({ path }) => /\.bicep(param)?$/.test(path)).map(({ path, text }) => [path, text]);
    expect(bicep(after)).toEqual(bicep(before));
    expect(bicep(after)?.length).toBeGreaterThan(2);
    expect(after?.plan?.names).toEqual(before?.plan?.names);
    expect(after?.findings.map(({ code, ids }) => [code, ids])).toEqual(
      before?.findings.map(({ code, ids }) => [code, ids]),
    );
  });
});
