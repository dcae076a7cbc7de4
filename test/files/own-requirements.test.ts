import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountOf } from '../../src/files/tracing/account.ts';
import { explainer } from '../../src/files/tracing/explain.ts';
import { meaningOf } from '../../src/files/tracing/meaning.ts';
import { generate } from '../../src/files/generate.ts';
import { readCase } from '../cases/cases.ts';
import { catalog, fileOf, generated } from '../plan/support.ts';
import { anyAnswers } from '../support/any-answers.ts';
import { structure } from './markdown.ts';

/** Values that look like markup, as a person may write them into every text of a requirement. */
const hostile = [
  '# heading',
  '--- --- ---',
  '``` ~~~ `code` {{#each}} ${x} $(x) "quoted" \'single\'',
  '| a | b | [US1] (FR-001) ; done when',
  '<script>alert(1)</script> <!-- --> ](javascript:x) [a](b) [ALL_CAPS]',
  '\\ and \\| and \\',
  '1. one > two',
  '- [x] T001 **FR-999**: *done*',
  '### User Story 9 - Taken over (Priority: P1)',
  "''' // #disable-next-line",
];

const everywhere = (text: string): object => ({
  requirements: {
    stories: {
      US101: {
        title: text,
        priority: 'P1',
        why: text,
        test: text,
        scenarios: [{ given: text, when: text, then: text }],
      },
    },
    functional: {
      'FR-101': { statement: text, story: 'US101', satisfiedBy: { components: ['storage-account'], task: text } },
      'FR-102': { statement: text, story: 'US7' },
      'FR-103': { statement: text, satisfiedBy: { rules: ['SEC-008'] } },
    },
    constraints: { 'CON-101': { statement: text, satisfiedBy: { task: text } } },
    success: { 'SC-101': { statement: text, satisfiedBy: { task: text } } },
    outOfScope: { 'FR-008': text },
  },
});

const isMarkdown = (path: string): boolean => path.endsWith('.md');

describe('texts of requirements', () => {
  it.each(hostile)('never become markup, nor part of the template: %j', (text) => {
    const told = (value: string) => {
      // What the analysis finds does depend on the words; its own test holds it to be inert.
      const files = (generated(everywhere(value)).files ?? []).filter(({ path }) => !path.endsWith('/analysis.md'));
      return {
        structures: files.filter(({ path }) => isMarkdown(path)).map((one) => [one.path, structure(one.text)]),
        ids: files.map(({ trace }) => trace.map(({ from, to, reason }) => [from, to, reason.ids])),
        others: files.filter(({ path }) => !isMarkdown(path)).map((one) => one.text),
      };
    };
    expect(told(text)).toEqual(told('words'));
  });

  it('are kept as they were written', () => {
    const text = 'Files MUST be kept (all of them), for 10 years & a day: “really”.';
    for (const path of ['README.md', 'docs/traceability.md', 'specs/001-legacyapp/spec.md'])
      expect(fileOf(path, everywhere(text))).toContain(text);
  });
});

describe('documents of custom requirements', () => {
  const file = (name: string): string => {
    const path = `specs/001-invoices/${name}`;
    return readCase('own-requirements').generated.files?.find((one) => one.path === path)?.text ?? '';
  };

  it('have stories in their place by priority', () => {
    const order = [...file('spec.md').matchAll(/^### User Story (\d+) .*Priority: (P\d)/gm)].map(
      ([, number, priority]) => `${priority} ${number}`,
    );
    expect(order).toEqual(['P1 1', 'P1 2', 'P1 3', 'P1 101', 'P2 4', 'P2 5', 'P2 6', 'P2 8', 'P3 103']);
  });

  it('say what satisfies each, and where', () => {
    for (const line of [
      '- **FR-101**: Invoices MUST be kept on a share that is never deleted with the machine. (US101; satisfied by Storage account, only in prod)',
      '- **FR-103**: Restoring an invoice MUST be practised every quarter. (US101; satisfied by Backup and a person)',
      '- **FR-106**: Nobody MUST be able to sign in from outside the office (not satisfied)',
      '- **CON-101**: Data MUST stay in the European Union. (satisfied by TST-001)',
    ])
      expect(file('spec.md')).toContain(`${line}\n`);
  });

  it('have tasks: ticked for what the files do, open for a person and for what nothing satisfies', () => {
    const task = (id: string): readonly string[] =>
      file('tasks.md')
        .split('\n')
        .filter((line) => new RegExp(`\\((?:.*, )?${id}\\)`).test(line) && !line.includes('Declare'))
        .map((line) => line.replace(/ T\d+/, '').replace(/ (?:in|for) \[.*/, ''));
    expect(task('FR-101')).toEqual(['- [x] [US101] Satisfy FR-101 in prod by Storage account']);
    expect(task('FR-103')).toEqual([
      '- [x] [US101] Satisfy FR-103 by Backup',
      '- [ ] [US101] Do manually “Restore one invoice of each year into a folder of its own.”',
    ]);
    expect(task('FR-105')).toEqual([
      '- [ ] [US4] Set what satisfies FR-105: `requirements.functional.FR-105.satisfiedBy`',
    ]);
    expect(task('CON-102')).toEqual(['- [ ] Do manually “Renew the contract with the vendor.”']);
  });

  it('leave open in the checklist what a person’s text may not hold', () => {
    expect(file('checklists/requirements.md')).toContain('- [ ] Success criteria are measurable\n');
    expect(file('checklists/requirements.md')).toContain('- [ ] All functional requirements have clear');
  });

  it('tell of what is out of scope with its reason, and of nothing for it', () => {
    const [, scope = ''] = file('spec.md').split('### Out of Scope\n');
    expect(scope).toMatch(/^\n- FR-014 \(.*\): Updates are installed by the operator of the application/);
    expect(file('spec.md')).not.toContain('**FR-014**');
    expect(file('tasks.md')).not.toContain('FR-014');
  });
});

describe('trace of custom requirements', () => {
  const { spec, plan, files = [] } = readCase('own-requirements').generated;
  if (!plan) throw new Error('no plan');

  it('goes from the id to what its components make', () => {
    const { resources, parameters } = accountOf(({ ids }) => ids.includes('FR-101'), plan, files);
    expect(resources.filter((one) => one.whole).map((one) => [one.symbol, one.environments])).toEqual([
      ['storageAccount', ['prod']],
    ]);
    expect(parameters).toContain('fileShares');
  });

  it('goes from a line to the statement, as it was written', () => {
    const bicep = files.find(({ path }) => path === 'main.bicep');
    const line = (bicep?.text.split('\n').findIndex((one) => one.startsWith('module storageAccount')) ?? 0) + 1;
    const found = bicep ? explainer({ spec, plan, files })(bicep, line) : [];
    expect(found[0]?.because).toContainEqual({
      id: 'FR-101',
      kind: 'requirement',
      statement: 'Invoices MUST be kept on a share that is never deleted with the machine.',
    });
    expect(found[0]?.answers.map(({ path }) => path)).toContain('requirements.functional.FR-101');
  });

  it('has a row for each in the matrix, with the rules that satisfy it', () => {
    const matrix = files.find(({ path }) => path === 'docs/traceability.md')?.text ?? '';
    for (const one of spec.requirements.values())
      expect(matrix.includes(`\n| ${one.id} | Not applicable | `), one.id).toBe(
        one.outOfScope === undefined && !/No enabled component implements these.*$/m.exec(matrix)?.[0].includes(one.id),
      );
    expect(matrix).toMatch(/^\| CON-101 .*\| `location` \|.*\| TST-001 \|$/m);
    expect(matrix).toContain('\n- FR-014: Updates are installed');
  });
});

describe('requirements of any answers', () => {
  it('are led back to ids that exist, on every line of every file', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { files = [], spec } = generate(answers, 'version: 1\n', catalog);
        expect(files.length).toBeGreaterThan(0);
        for (const { path, text, trace } of files) {
          expect(
            trace.reduce((lines, { from, to }) => lines + to - from + 1, 0),
            path,
          ).toBe(text.split('\n').length - 1);
          for (const id of new Set(trace.flatMap(({ reason }) => reason.ids))) {
            expect(meaningOf(id, spec), `${path}: ${id}`).toBeDefined();
            expect(spec.requirements.get(id)?.outOfScope, `${path}: ${id}`).toBeUndefined();
          }
          const odd = isMarkdown(path) ? structure(text).filter((line) => line.startsWith('unexpected')) : [];
          expect(odd, path).toEqual([]);
        }
        const written = files.find(({ path }) => path.endsWith('/spec.md'))?.text ?? '';
        for (const one of spec.requirements.values())
          expect(written.includes(`- **${one.id}**: `) || one.answer === undefined, one.id).toBe(true);
      }),
      { numRuns: 30, seed: 4 },
    );
  });
});
