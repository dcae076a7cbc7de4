import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/analysis/analysis.ts';
import { servedBy } from '../../src/files/documents/analysis.ts';
import { generate, type Generated } from '../../src/files/generate.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { describe as prose } from '../../src/findings/describe.ts';
import { analysis as messages } from '../../src/findings/messages/analysis.ts';
import { cases, readCase } from '../cases/cases.ts';
import { catalog, generated } from '../plan/support.ts';
import { anyAnswers } from '../support/any-answers.ts';
import { edits, editsOfCases, type Edit } from './edits.ts';
import { analysisOf, edit, textsOf } from './support.ts';

const workspace = generated();
const texts = textsOf(workspace);
const feature = 'specs/001-legacyapp/';
const documents = [...texts.keys()].filter((path) => /^(?:\.specify\/memory|specs)\/|\.bicep(?:param)?$/.test(path));
const text = (path: string): string => texts.get(path) ?? '';
const ids = ({ findings }: Analysis): readonly string[] => findings.map(({ id }) => id);
const codes = new Set<string>();

function found(files: Readonly<Record<string, string | null>>, made = workspace): Analysis {
  const analysis = analysisOf(made, files);
  for (const one of analysis.findings) {
    codes.add(one.code);
    expect(prose(one).remedy).not.toBe('');
    expect(`${prose(one).message} ${prose(one).remedy}`).not.toMatch(/undefined|\[object/);
  }
  return analysis;
}

/** What is to be found in a case as it was generated: nothing, but for these. */
const wanting: Readonly<Record<string, readonly string[]>> = {
  'own-requirements': ['E-FR-105-requirement-unsatisfied', 'E-FR-106-requirement-unsatisfied'],
};

/** What is found after an edit, as the tables of edits write it. */
function foundIn(made: Generated, [file, find, by]: Edit): readonly string[] {
  const all = textsOf(made);
  const folder = `specs/001-${made.spec.workload.name}/`;
  const path = /^\.specify\/|\.bicep/.test(file) ? file : folder + file;
  const changed = edit(all.get(path) ?? '', find, by);
  const { findings } = found({ [path]: changed.text }, made);
  return findings.map(({ id, where: { file: at, line } }) => {
    if (at !== path) return `${id} ${at}`;
    return line === undefined ? id : `${id}:${line - changed.line}`;
  });
}

describe.each(cases)('the analysis of %s', (name) => {
  const { generated: made } = readCase(name);
  const document = [...textsOf(made)].find(([path]) => path.endsWith('/analysis.md'))?.[1] ?? '';

  it('finds nothing in what was generated but what nothing satisfies, and covers every requirement', () => {
    const analysis = analysisOf(made);
    const { coverage, metrics, read } = analysis;
    expect(ids(analysis)).toEqual(wanting[name] ?? []);
    expect(coverage.length).toBeGreaterThan(5);
    expect(metrics).toMatchObject({ requirements: coverage.length, covered: coverage.length });
    expect(metrics.tasks).toBeGreaterThan(20);
    expect(read).toContain('main.bicep');
  });

  it('is in analysis.md with the same numbers', () => {
    const { findings, coverage, metrics } = analysisOf(made);
    expect(document.includes('\n## Specification Analysis Report\n\nNone. The passes are ')).toBe(
      findings.length === 0,
    );
    for (const { id, weight } of findings) expect(document).toContain(`\n| ${id} | coverage | ${weight} | `);
    expect(document).toContain(`- Total Requirements: ${metrics.requirements}, including success criteria\n`);
    expect(document).toContain(`- Total Tasks: ${metrics.tasks}\n`);
    for (const { id, tasks } of coverage) expect(document).toContain(`| ${id} | Yes | ${tasks.join(', ')} | `);
  });
});

it('takes a requirement that a person sees to for done when that task is ticked', () => {
  const functional = {
    'FR-101': { statement: 'Keys MUST be handed over in person.', satisfiedBy: { task: 'Hand over.' } },
  };
  const made = generated({ requirements: { functional } });
  const [task = ''] = /- \[ \] T\d+ Do manually “Hand over/.exec(textsOf(made).get(`${feature}tasks.md`) ?? '') ?? [];
  expect(foundIn(made, ['tasks.md', task, task.replace('[ ]', '[x]'), []])).toEqual([]);
});

describe('an edit', () => {
  it.each(edits)('%s: %j → %j', (...one) => {
    expect(foundIn(workspace, one)).toEqual(one[3]);
  });

  it.each(editsOfCases)('of %s, %s: %j → %j', (name, ...one) => {
    const { generated: made } = readCase(name);
    const before = new Set(ids(analysisOf(made)));
    const told = foundIn(made, one).filter((id) => !before.has(id.split(/[ :]/)[0] ?? ''));
    expect(told).toEqual(one[3]);
  });

  it('of README.md is compared with the answers too', () => {
    const row =
      text('README.md')
        .split('\n')
        .find((line) => line.startsWith('|') && line.includes('365')) ?? '';
    const changed = edit(text('README.md'), row, row.replace('365', '30'));
    const { findings } = found({ 'README.md': changed.text });
    expect(findings).toMatchObject([
      { code: 'analysis/says-otherwise', where: { file: 'README.md', line: changed.line } },
    ]);
    expect(findings[0]?.args).toMatchObject({ says: '30', wants: '365' });
  });

  it('tells what is said, what the answers come to, and what to do', () => {
    const { findings } = found({
      'main.prod.bicepparam': edit(text('main.prod.bicepparam'), 'logRetentionDays = 365', 'logRetentionDays = 30')
        .text,
    });
    expect(findings.map(prose)).toEqual([
      {
        message:
          '\'logRetentionDays\' is set to "param logRetentionDays = 30", and avm.yaml resolves to "param logRetentionDays = 365"',
        remedy: expect.stringContaining('avm set') as string,
      },
    ]);
  });
});

describe('what still agrees', () => {
  const tasks = text(`${feature}tasks.md`);

  it.each([
    ['ticked tasks', `${feature}tasks.md`, tasks.replaceAll('- [ ]', '- [X]')],
    [
      'a ticked checklist',
      `${feature}checklists/requirements.md`,
      text(`${feature}checklists/requirements.md`).replaceAll('- [ ]', '- [x]'),
    ],
    [
      'added prose',
      `${feature}spec.md`,
      text(`${feature}spec.md`).replaceAll('\n\n### ', '\n\nIt was agreed in a meeting.\n\n- with everybody\n\n### '),
    ],
    [
      'a section more',
      `${feature}plan.md`,
      `${text(`${feature}plan.md`)}\n## Minutes\n\n| Who | What |\n| --- | --- |\n| Ann | agreed |\n`,
    ],
    [
      'a task more',
      `${feature}tasks.md`,
      `${tasks}\n## Phase 9: Polish\n\n- [ ] T090 Add the runbook in [mine](../../scripts/mine.ps1) (FR-015), after T050; done when it is there\n`,
    ],
    ['comments', 'main.bicep', text('main.bicep').replaceAll('\n  params: {', '\n  // as agreed\n  params: {')],
    [
      'comments of several lines',
      'main.bicep',
      text('main.bicep').replaceAll('\n  params: {', '\n  /* as\nparam agreed */\n  params: {'),
    ],
    ['line ends of another system', `${feature}spec.md`, `\ufeff${text(`${feature}spec.md`).replaceAll('\n', '\r\n')}`],
    ['blank lines', 'main.bicep', text('main.bicep').replaceAll('\n\n', '\n\n\n\n')],
    ['a table laid out by an editor', `${feature}plan.md`, text(`${feature}plan.md`).replaceAll(' | ', '   |   ')],
  ])('%s: nothing is found', (_, path, now) => {
    expect(now).not.toBe(text(path));
    expect(ids(found({ [path]: now }))).toEqual([]);
  });
});

describe('documents that are missing', () => {
  it.each(documents.filter((path) => !path.endsWith('analysis.md')))('%s', (path) => {
    const missing = found({ [path]: null }).findings.filter(({ code }) => code === 'analysis/missing-document');
    expect(missing.map(({ where }) => where.file)).toEqual([path]);
    expect(missing[0]?.severity).toBe('error');
  });
});

describe('rules that the answers do not follow', () => {
  const wish = generated({
    constitution: { rules: { 'SEC-011': 'should' } },
    environments: { dev: { virtualMachine: { trustedLaunch: false } } },
  });
  const path = `${feature}plan.md`;
  const plan = textsOf(wish).get(path) ?? '';

  it('are no finding where the plan says why', () => {
    expect(ids(analysisOf(wish))).toEqual([]);
  });

  it('are one where it does not, and where the plan says that they hold', () => {
    const untracked = analysisOf(wish, { [path]: plan.replace(/^\| `SEC-011` is Noncompliant.*\n/m, '') });
    for (const { code } of untracked.findings) codes.add(code);
    expect(ids(untracked)).toEqual(['D-SEC-011-wish-untracked']);
    const claimed = analysisOf(wish, { [path]: plan.replace('| Noncompliant in dev;', '| Compliant in dev;') });
    expect(ids(claimed)).toEqual(['D-SEC-011-check-result']);
  });
});

describe('what exists for nothing', () => {
  it('is found where it is declared or told, in the words it was found with first', () => {
    const idle = generated({
      spec: { natGateway: { enabled: true } },
      constitution: { rules: { 'SEC-006': 'off' } },
      requirements: {
        stories: {
          US101: {
            title: 'Sing',
            priority: 'P3',
            why: 'It is nice.',
            test: 'Listen.',
            scenarios: [{ given: 'a', when: 'b', then: 'c' }],
          },
        },
        outOfScope: { 'FR-005': 'Nobody goes out.' },
      },
    });
    const told = analysisOf(idle);
    for (const { code } of told.findings) codes.add(code);
    expect(told.findings.map(({ id, weight, where }) => `${id} ${weight} ${where.file}`)).toEqual([
      'E-nat-gateway-exists-for-nothing MEDIUM main.bicep',
      `E-US101-story-for-nothing MEDIUM ${feature}spec.md`,
    ]);
    const messages = (all: readonly Finding[]) => all.map((one) => prose(one).message).toSorted();
    expect(messages(told.findings)).toEqual(messages(idle.findings));
  });
});

describe('what was clarified', () => {
  const answer = {
    question: 'In which region does it run?',
    answer: 'westeurope',
    on: '2026-11-25',
    about: 'spec.location.region',
  };
  const of = (more: object) => {
    const analysis = analysisOf(generated({ clarifications: { 'Q-001': { ...answer, code: 'guess', ...more } } }));
    for (const { code } of analysis.findings) codes.add(code);
    return analysis.findings;
  };

  it('agrees for as long as it is in avm.yaml', () => {
    expect(of({})).toEqual([]);
    expect(of({ answer: 'yes', about: 'spec.alerts.enabled' })).toEqual([]);
    expect(of({ answer: 'true', about: 'environments.prod.alerts.enabled' })).toEqual([]);
  });

  it('is found where something else is there by now', () => {
    expect(of({ answer: 'eastus' })).toMatchObject([
      {
        id: 'F-Q-001-clarified-otherwise',
        weight: 'MEDIUM',
        where: { file: `${feature}spec.md`, line: expect.any(Number) as number },
      },
    ]);
    expect(of({ answer: 'eastus' }).map(prose)[0]?.message).toContain('spec.location.region is now westeurope');
    expect(of({ answer: '10.1.0.0/16', about: 'environments.dev.network.addressSpace' })).toHaveLength(1);
  });

  it('is not judged where a person wrote it, or of a place that is not there', () => {
    expect(of({ answer: 'Somewhere in Europe', code: undefined })).toEqual([]);
    expect(of({ about: 'spec.location.nowhere' })).toEqual([]);
    expect(of({ about: undefined })).toEqual([]);
  });
});

describe('what is ticked and not there', () => {
  it('is found', () => {
    const tasks = text(`${feature}tasks.md`).replaceAll('- [ ]', '- [x]');
    const served = new Set([...servedBy(workspace.files ?? [])].filter((id) => id !== 'FR-013'));
    const { findings } = analysisOf(workspace, { [`${feature}tasks.md`]: tasks }, served);
    for (const { code } of findings) codes.add(code);
    expect(findings.map(({ id }) => id)).toEqual(['E-FR-013-nothing-built']);
  });
});

describe('published defects, put into a generated workspace', () => {
  const bicep = text('main.bicep');
  const after = (path: string, now: string): readonly string[] => {
    expect(now).not.toBe(text(path));
    return found({ [path]: now }).findings.map(({ code }) => code);
  };

  it.each([
    [
      'ranges written into the template',
      'analysis/hard-coded',
      bicep.replace('addressPrefixes: [addressSpace]', "addressPrefixes: ['10.0.0.0/16']"),
    ],
    [
      'a size written into the template',
      'analysis/hard-coded',
      bicep.replace('vmSize: virtualMachineSize', "vmSize: 'Standard_D2s_v3'"),
    ],
    [
      'a password of uniqueString',
      'analysis/hard-coded',
      bicep.replace(/adminPassword: .*/, "adminPassword: 'P@ssw0rd!${uniqueString(resourceGroup().id)}'"),
    ],
    [
      'subnets by their place',
      'analysis/by-place',
      bicep.replace(
        'name: names.virtualMachine\n',
        'name: names.virtualMachine\n      zones: [virtualNetwork.outputs.subnetResourceIds[1]]\n',
      ),
    ],
    [
      'an output that is a stub',
      'analysis/stub-output',
      bicep.replace('output virtualMachineId string = ids.virtualMachine', "output virtualMachineId string = ''"),
    ],
    [
      '26: a comment that says otherwise',
      'analysis/comment-differs',
      bicep.replace('// Key vault of the workload (', '// Key vault, made before its identity ('),
    ],
    [
      'an open vault',
      'analysis/declaration-differs',
      bicep.replace("publicNetworkAccess: 'Disabled'", "publicNetworkAccess: 'Enabled'"),
    ],
    ['retention written down', 'analysis/declaration-differs', bicep.replace(/(dataRetention: )\w+/, '$130')],
  ])('%s', (_, code, now) => {
    expect(after('main.bicep', now)).toContain(code);
  });

  it('an alert on another metric, in a file that main.bicep imports', () => {
    const path = 'alert-rules.bicep';
    const now = text(path).replace("metric: 'Available Memory Percentage'", "metric: 'Percentage CPU'");
    expect(after(path, now)).toContain('analysis/declaration-differs');
  });

  it('27: no ids in the template', () => {
    const told = after('main.bicep', bicep.replaceAll(/ \([A-Z]{2,5}-\d{3}[^()]*\)/g, ''));
    const resources = workspace.plan!.resources.length;
    expect(told.filter((code) => code === 'analysis/resource-without-id')).toHaveLength(resources);
  });

  it('no ids in the tasks, and a coverage that is not there', () => {
    const told = found({
      [`${feature}tasks.md`]: text(`${feature}tasks.md`).replaceAll(/ \([A-Z]{2,5}-\d{3}[^()]*\)/g, ''),
    });
    const requirements = text(`${feature}spec.md`).match(/^- \*\*FR-/gm) ?? [];
    const told2 = told.findings.filter(({ code }) => code === 'analysis/task-without-ids');
    expect(told2.length).toBeGreaterThan(30);
    expect(told.findings.filter(({ code }) => code === 'analysis/no-task')).toHaveLength(requirements.length);
    expect(told.metrics.covered).toBeLessThan(told.metrics.requirements);
  });

  it('a plan that asks for what a rule forbids', () => {
    const plan = text(`${feature}plan.md`);
    for (const [id, line] of [
      ['SEC-012', 'The password is computed from the resource group.'],
      ['SEC-020', 'The subnets allow all outbound traffic.'],
      ['SEC-008', 'The vault has public network access enabled.'],
      ['SEC-002', 'The group allows RDP from the internet.'],
    ] as const) {
      const path = `${feature}plan.md`;
      const now = plan.replace('## Summary\n', `## Summary\n\n${line}\n`);
      expect(ids(found({ [path]: now })), line).toEqual([`D-${id}-asks-for-forbidden`]);
      const denied = plan.replace('## Summary\n', `## Summary\n\nIt is never so: ${line}\n`);
      expect(ids(found({ [path]: denied })), line).toEqual([]);
    }
  });

  it('the report of another run', () => {
    const other = textsOf(
      generated({ spec: { natGateway: { enabled: false } }, constitution: { rules: { 'SEC-006': 'should' } } }),
    );
    const told = found(
      Object.fromEntries([`${feature}tasks.md`, `${feature}spec.md`].map((path) => [path, other.get(path) ?? null])),
    );
    expect(told.findings.length).toBeGreaterThan(3);
  });
});

describe('ids of findings', () => {
  const first = edit(text(`${feature}spec.md`), 'The workload MUST back up the VM every day.', 'Backup is fast.').text;

  it('stay as they are when something else is edited', () => {
    const before = ids(found({ [`${feature}spec.md`]: first }));
    const after = ids(
      found({
        [`${feature}spec.md`]: first.replace('# Feature', '\nMore.\n\n# Feature'),
        [`${feature}plan.md`]: edit(text(`${feature}plan.md`), 'overview) 0.', 'overview) 1.').text,
      }),
    );
    expect(before.length).toBeGreaterThan(0);
    expect(after).toEqual(expect.arrayContaining([...before]));
  });

  it('are given once each, and again the same', () => {
    const edited = Object.fromEntries(documents.map((path) => [path, text(path).replaceAll(/[aeiou]n/g, 'o')]));
    const [one, two] = [found(edited), found(edited)];
    expect(new Set(ids(one)).size).toBe(one.findings.length);
    expect(one.findings.length).toBeGreaterThan(100);
    expect(JSON.stringify(one)).toBe(JSON.stringify(two));
  });
});

describe('whatever a document holds', () => {
  const scraps = fc.constantFrom(
    '- **FR-001**: ',
    '- [ ] T001 ',
    '| a | b |',
    '|',
    '```',
    '# ',
    '### User Story 1 - x',
    '](',
    '](../',
    '**',
    '\\',
    '`',
    '\r',
    '\n',
    '\ufeff',
    '1. ',
    ', after T1',
    '(FR-',
    "param x = '",
    'module a ',
    '@x(',
    '{',
    '<',
    '\u202e',
    '\u0000',
    '[ABC]',
    '---',
  );
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(fc.oneof(scraps, fc.string({ maxLength: 12 })), { maxLength: 60 }).map((parts) => parts.join('')),
  );

  it('is told, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.array(anything, { minLength: documents.length, maxLength: documents.length }), (now) => {
        const { findings } = analysisOf(
          workspace,
          Object.fromEntries(documents.map((path, index) => [path, now[index] ?? ''])),
        );
        for (const one of findings) {
          expect(`${one.id}${prose(one).message}`).not.toMatch(/[\u0000-\u001f\u202e]/);
          expect(one.id).toMatch(/^[A-F]-[\w.-]+$/);
        }
      }),
      { numRuns: 30, seed: 4 },
    );
  });

  it.each([
    ['one line', 'x'.repeat(3_000_000)],
    ['backticks', '`'.repeat(1_000_000)],
    ['links', ']('.repeat(500_000)],
    ['bars', '|'.repeat(1_000_000)],
    ['backslashes', `${'\\|'.repeat(3_000)}\n`.repeat(200)],
    ['tasks', '- [ ] T001 same `a.b'.repeat(9).concat('\n').repeat(9_000)],
    [
      'requirements',
      Array.from(
        { length: 9_000 },
        (_, index) => `- **FR-${100 + (index % 900)}**: one two three four five six ${index}`,
      ).join('\n'),
    ],
    ['scenarios', `### User Story 1 - x\n${'1. **Given** '.repeat(20)}\n`.repeat(4_000)],
    ['declarations', "// x (FR-001)\nmodule a 'b' = {\n}\n".repeat(7_000)],
    ['brackets', '['.repeat(4_000).concat('\n').repeat(250)],
    ['spaces', ' '.repeat(4_000).concat('x\n').repeat(250)],
  ])('takes no time: %s', (_, now) => {
    const begin = performance.now();
    analysisOf(workspace, Object.fromEntries(documents.map((path) => [path, now])));
    expect(performance.now() - begin).toBeLessThan(8_000);
  });

  it('says where a text is longer than is read', () => {
    expect(
      ids(found({ [`${feature}research.md`]: `${text(`${feature}research.md`)}${'x\n'.repeat(600_000)}` })),
    ).toContain('C-specs.001-legacyapp.research.md-too-long');
  });
});

/** What is said of custom requirements and stories: any words may be too few, vague or twice the same. */
const inOwnWords = /^[ABC]-(?:(?:FR|CON|SC)-|US)1\d\d/;

describe('the documents of any answers', () => {
  it('may be about a workload whose description looks like an id, a mark or a region', () => {
    const description = 'SEC-999 FR-999 US99 [PLACEHOLDER] <person> TODO: eastus Standard_D2s_v3 10.0.0.0/8';
    expect(ids(analysisOf(generated({ workload: { description } })))).toEqual([]);
  });

  it('have nothing that is found, but what nothing satisfies and what exists for nothing', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const made = generate(answers, 'version: 1\n', catalog);
        const known = new Set(made.findings.map(({ code }) => `analysis/${code}`));
        const { findings } = made.files ? analysisOf(made) : { findings: [] };
        // A story of the blueprint whose parts are all off is told for custom requirements alone.
        const bare = new Set([...made.spec.requirements.values()].map(({ story }) => `C-${story}-no-scenario`));
        const unexpected = findings.filter(
          ({ code, id, pass }) => pass !== 'ambiguity' && !known.has(code) && !inOwnWords.test(id) && !bare.has(id),
        );
        expect(unexpected.map(({ id }) => id)).toEqual([]);
      }),
      { numRuns: 15, seed: 4 },
    );
  });

  it.each([
    '# heading | `code` [ALL_CAPS] <b>',
    '\\ and \\| TODO: later, and \\',
    '\u202e1. one \u2028 > two ??? \u200b <person>',
  ])('have nothing that words of a person put in: %j', (words) => {
    const made = generated({
      workload: { description: words },
      tags: { owner: words },
      constitution: {
        own: {
          'ORG-001': {
            level: 'should',
            category: 'naming',
            title: words,
            statement: words,
            resources: { type: 'Microsoft.Compute/virtualMachines' },
            must: { path: 'name', startsWith: 'vm-' },
            message: words,
            instead: words,
          },
        },
      },
    });
    const { findings } = analysisOf(made);
    expect(findings.filter(({ pass }) => pass !== 'ambiguity')).toEqual([]);
  });
});

it('every code was found by a test', () => {
  expect([...codes].toSorted()).toEqual(Object.keys(messages).toSorted());
});
