import { posix } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blueprints, defaultBlueprint } from '../../avm-catalog/blueprints/index.ts';
import { abilities, extensions } from '../../avm-catalog/components/virtual-machine/machine-module.ts';
import { reviewCategories } from '../../avm-catalog/kernel/blueprint-content.ts';
import { successCriteria } from '../../avm-catalog/blueprints/windows-vm/success-criteria.ts';
import { answersWith, catalog, fileOf } from '../plan/support.ts';
import { generate } from '../../src/files/generate.ts';
import { meaningOf } from '../../src/files/tracing/meaning.ts';
import { cases, readCase } from '../cases/cases.ts';
import { anyAnswers } from '../support/any-answers.ts';
import { anchors, structure, withoutPlace } from './markdown.ts';

/** Values that look like markup, in what a person may write freely. */
const hostile = [
  '# heading',
  '--- --- ---',
  '``` ~~~ `code` {{#each}} ${x} $(x) "quoted" \'single\'',
  '| a | b |\n| --- | --- |\n- item',
  '<script>alert(1)</script> <!-- --> ](javascript:x) [a](b) [ALL_CAPS]',
  '\u202eright to left\u202c \u200b zero \u2028 line',
  '\\ and \\| and \\',
  '1. one > two',
];

const told: ReadonlySet<string> = new Set(
  [...defaultBlueprint.content.stories, ...successCriteria].map(({ id }) => id),
);

interface Document {
  readonly path: string;
  readonly text: string;
}

/** Pages about Azure and its modules; every other link stays inside the workspace. */
const outside =
  /^https:\/\/(learn\.microsoft\.com\/|azure\.github\.io\/|github\.com\/Azure\/bicep-registry-modules\/|www\.microsoft\.com\/licensing\/|aka\.ms\/avm$)/;

const isDocument = (path: string): boolean => /^(\.specify|specs)\/.*\.md$/.test(path);

function documentsOf(changes: object = {}): readonly Document[] {
  const { files, findings } = generate(answersWith(changes), 'version: 1\n', catalog);
  if (!files) throw new Error(JSON.stringify(findings));
  return files.filter(({ path }) => isDocument(path));
}

describe.each(cases)('documents of %s', (name) => {
  const { files = [], spec } = readCase(name).generated;
  const own = spec.requirements;
  const documents = files.filter(({ path }) => isDocument(path));

  it('leave nothing open', () => {
    expect(documents.length).toBeGreaterThan(0);
    for (const { path, text } of documents) {
      expect(text, path).not.toMatch(/undefined|\[object|NaN|NEEDS CLARIFICATION|__SPECKIT/);
      expect(text.replaceAll(/\[US\d+\]/g, ''), path).not.toMatch(/\[[A-Z_0-9]{3,}\]/);
      expect(text.match(/ $/m), `${path}: a space at the end of a line`).toBeNull();
      expect(text, path).not.toMatch(/\n\n\n/);
      expect(text, path).not.toMatch(/^\| ---.*\n(?!\|)/m);
      expect(
        structure(text).filter((line) => line.startsWith('unexpected')),
        path,
      ).toEqual([]);
    }
  });

  it('have as many cells in each row as in the head of its table', () => {
    for (const { path, text } of documents) {
      const isRow = (line: string | undefined): boolean => line?.startsWith('row of') ?? false;
      const uneven = structure(text).filter(
        (line, index, all) => isRow(line) && isRow(all[index - 1]) && line !== all[index - 1],
      );
      expect(uneven, path).toEqual([]);
    }
  });

  it('have the lines that Spec Kit reads', () => {
    const spec = documents.find(({ path }) => path.endsWith('/spec.md'))?.text ?? '';
    const inSection = (title: string): readonly string[] =>
      (spec.split(`\n${title}\n`)[1]?.split('\n#')[0] ?? '').split('\n').filter((line) => line.startsWith('- '));
    for (const line of inSection('### Functional Requirements')) expect(line).toMatch(/^- \*\*FR-\d{3}\*\*: .+/);
    const isFree = (id: string): boolean => own.get(id)?.answer !== undefined && own.get(id)?.story === undefined;
    const ids = inSection('### Functional Requirements').map((line) => /FR-\d{3}/.exec(line)?.[0] ?? '');
    for (const id of ids.filter((one) => !isFree(one)))
      expect(spec.split('## Requirements')[0], 'a requirement belongs to a story').toContain(id);
    for (const line of inSection('### Measurable Outcomes')) expect(line).toMatch(/^- \*\*SC-\d{3}\*\*: .+/);
    const headings = [...spec.matchAll(/^### User Story.*$/gm)].map(([heading]) => heading);
    expect(headings.length).toBeGreaterThan(0);
    for (const heading of headings) expect(heading).toMatch(/^### User Story \d+ - .+ \(Priority: P[1-9]\)$/);
    expect(spec.match(/\*\*Acceptance Scenarios\*\*:\n\n1\. \*\*Given\*\*/g)?.length).toBe(headings.length);
    for (const title of [
      'User Scenarios & Testing *(mandatory)*',
      'Requirements *(mandatory)*',
      'Success Criteria *(mandatory)*',
    ])
      expect(spec).toContain(`\n## ${title}\n`);
  });

  it('have tasks in order, each requirement in one of them at least', () => {
    const [spec = '', tasks = ''] = ['spec', 'tasks'].map(
      (one) => documents.find(({ path }) => path.endsWith(`/${one}.md`))?.text,
    );
    const lines = tasks.split('\n').filter((line) => line.startsWith('- ['));
    for (const line of lines) expect(line).toMatch(/^- \[[ xX]\] T\d{3,}( \[P\])?( \[US\d+\])? .+; done when .+/);
    const numbers = lines.map((line) => /T\d{3,}/.exec(line)?.[0] ?? '');
    expect(numbers).toEqual(lines.map((_, index) => `T${String(index + 1).padStart(3, '0')}`));
    for (const [number] of tasks.matchAll(/\bT\d{3}\b/g)) expect(numbers).toContain(number);
    for (const [, id = ''] of spec.matchAll(/^- \*\*((?:FR|SC|CON)-\d{3})\*\*/gm))
      expect(
        lines.filter((line) => line.includes(id)),
        id,
      ).not.toEqual([]);
    const phases = tasks.split(/^## /m).filter((part) => part.startsWith('Phase'));
    for (const phase of phases) {
      const story = /User Story (\d+)/.exec(phase)?.[1];
      for (const line of phase.split('\n').filter((one) => one.startsWith('- [')))
        expect(/\[US(\d+)\]/.exec(line)?.[1], line).toBe(story);
    }
  });

  it('link to files and headings that are there', () => {
    const all = new Map(files.map((file) => [file.path, file.text]));
    for (const { path, text } of documents)
      for (const [, link = ''] of text.matchAll(/(?<!\\)\]\(([^)]*)\)/g)) {
        if (outside.test(link)) continue;
        const [relative = '', anchor] = link.split('#');
        const target = relative === '' ? path : posix.join(posix.dirname(path), relative);
        expect([...all.keys()], `${path}: ${link}`).toContain(target);
        expect(anchor === undefined || anchors(all.get(target) ?? '').includes(anchor), `${path}: ${link}`).toBe(true);
      }
  });

  it('name ids that exist', () => {
    for (const { path, text } of documents)
      for (const [id] of text.matchAll(/\b(?:ARC|SEC|OPS|NAM|TAG|TST|FR|SC|CON)-\d{3}\b|\bUS\d+\b/g))
        expect(meaningOf(id, spec) !== undefined || told.has(id), `${path}: ${id}`).toBe(true);
  });

  it('are where Spec Kit looks for them', () => {
    const feature = files.find(({ path }) => path === '.specify/feature.json')?.text ?? '';
    const { feature_directory: folder } = JSON.parse(feature) as { feature_directory: string };
    expect(folder).toMatch(/^specs\/\d{3}-[a-z0-9-]+$/);
  });
});

describe('documents', () => {
  it.each(hostile)('keep their structure whatever they are told: %j', (text) => {
    const told = (value: string) =>
      documentsOf({
        workload: { description: value },
        tags: { owner: value },
        clarifications: { 'Q-001': { question: value, answer: value, on: '2026-11-25' } },
        constitution: {
          own: {
            'ORG-001': {
              level: 'should',
              category: 'naming',
              title: value,
              statement: value,
              resources: { type: 'Microsoft.Compute/virtualMachines' },
              must: { path: 'name', startsWith: 'vm-' },
              message: value,
              instead: value,
            },
          },
        },
      }).map((one) => [one.path, structure(one.text)]);
    expect(told(text)).toEqual(told('words'));
  });
});

describe('documents of any answers', () => {
  it('leave nothing open', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { files = [] } = generate(answers, 'version: 1\n', catalog);
        for (const { path, text } of files.filter((file) => isDocument(file.path))) {
          expect(text, path).not.toMatch(/undefined|\[object|NaN|\n\n\n/);
          expect(text, path).not.toMatch(/^\| ---.*\n(?!\|)/m);
          expect(text, path).not.toMatch(/^#+ .*\n\n(?=## )/m);
        }
      }),
      { numRuns: 30, seed: 4 },
    );
  });
});

describe('constitution', () => {
  const constitution = (changes: object = {}): string => fileOf('.specify/memory/constitution.md', changes);

  it('has the days it was given, and says what to do where there is none', () => {
    expect(constitution()).toMatch(/^\*\*Version\*\*: 1\.0\.0 \| \*\*Ratified\*\*: TODO\(RATIFIED\)/m);
    expect(constitution({ constitution: { version: '1.2.0', ratified: '2026-01-31' } })).toContain(
      '**Version**: 1.2.0 | **Ratified**: 2026-01-31 | **Last Amended**: 2026-01-31\n',
    );
    expect(constitution({ constitution: { version: '1.2.0', ratified: '2026-01-31', amended: '2026-02-01' } })).toMatch(
      /^\*\*Version\*\*: \d+\.\d+\.\d+ \| \*\*Ratified\*\*: \d{4}-\d\d-\d\d \| \*\*Last Amended\*\*: 2026-02-01$/m,
    );
  });

  it('names every rule with its level, and what is switched off apart', () => {
    const text = constitution({ constitution: { rules: { 'SEC-005': 'off', 'SEC-010': 'should' } } });
    expect(text).toContain('- **SEC-010 Encryption at host** (SHOULD): ');
    expect(text.split('## Rules Not Adopted')[1]).toContain('- SEC-005 Just-in-time VM access\n');
  });
});

describe.each(cases)('checklists of %s', (name) => {
  const files = readCase(name).generated.files ?? [];
  const checklists = files.filter(({ path }) => /checklists\/(security|operations)\.md$/.test(path));

  it('ask a reviewer few questions about these requirements, none of them answered by a tool', () => {
    expect(checklists).toHaveLength(2);
    const ids = new Set(files.find(({ path }) => path.endsWith('/spec.md'))?.text.match(/\b(FR|SC)-\d{3}\b/g));
    for (const { path, text } of checklists) {
      const items = text.split('\n').filter((line) => line.startsWith('- ['));
      expect(items.length, path).toBeGreaterThan(2);
      expect(items.length, path).toBeLessThanOrEqual(12);
      items.forEach((item, index) =>
        expect(item).toMatch(
          new RegExp(`^- \\[ \\] CHK${String(index + 1).padStart(3, '0')} [A-Z].*\\? \\[[A-Z][a-z]+, Spec §FR-\\d{3}`),
        ),
      );
      for (const [, id = ''] of text.matchAll(/§((?:FR|SC)-\d{3})/g)) expect([...ids], `${path}: ${id}`).toContain(id);
      for (const [heading] of text.matchAll(/(?<=^## ).*$/gm))
        expect([...reviewCategories, 'Notes']).toContain(heading);
    }
  });
});

describe('checklists', () => {
  const checklist = (file: string, changes: object = {}): string =>
    fileOf(`specs/001-legacyapp/checklists/${file}.md`, changes);

  it('are about these answers, and ask nothing about what is not there', () => {
    expect(checklist('operations')).toContain('keeping backups for 7 days in dev and test, 30 days in prod?');
    const off = {
      spec: { backup: { enabled: false }, storageAccount: { enabled: false }, keyVault: { enabled: false } },
    };
    expect(checklist('operations', off)).not.toContain('backups');
    expect(checklist('operations', off)).not.toContain('SC-010');
    expect(checklist('security', off)).not.toMatch(/storage account|classified/);
    expect(checklist('security')).not.toContain('Bastion host of a hub');
    const hub = {
      virtualNetworkId: `/subscriptions/${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/hub`,
      bastionSubnet: '10.0.0.0/26',
    };
    expect(checklist('security', { environments: { prod: { network: { topology: 'hub', hub } } } })).toContain(
      'connect through their own Bastion host in dev and test, the Bastion host of a hub in prod?',
    );
  });
});

describe('clarifications', () => {
  const one = (question: string, on: string): object => ({ question, answer: 'so', on, about: 'spec.lock' });

  it('are in the specification by their day, each a line that Spec Kit reads, and are led back to', () => {
    const given = {
      'Q-010': one('ten?', '2026-11-24'),
      'Q-009': one('nine?', '2026-11-25'),
      'Q-011': one('eleven?', '2026-11-24'),
    };
    const files = generate(answersWith({ clarifications: given }), 'version: 1\n', catalog).files ?? [];
    const spec = files.find(({ path }) => path.endsWith('/spec.md'));
    const section = spec?.text.split('\n## ').find((one) => one.startsWith('Clarifications'));
    expect(section).toBe(
      'Clarifications\n\n### Session 2026-11-24\n\n- Q: ten? → A: so\n- Q: eleven? → A: so\n\n### Session 2026-11-25\n\n- Q: nine? → A: so\n',
    );
    const line = (spec?.text.split('\n').indexOf('- Q: nine? → A: so') ?? 0) + 1;
    expect(spec?.trace.find(({ from, to }) => from <= line && line <= to)?.reason).toEqual({
      ids: ['FR-017'],
      answers: ['clarifications.Q-009', 'spec.lock'],
    });
  });

  it('are a task for as long as something is open, and no section where there are none', () => {
    expect(fileOf('specs/001-legacyapp/spec.md')).not.toContain('Clarifications');
    expect(fileOf('specs/001-legacyapp/tasks.md')).toContain('- [ ] T002 Answer the questions of avm clarify');
    const tasks = readCase('clarified').generated.files?.find(({ path }) => path.endsWith('/tasks.md'));
    expect(tasks?.text).toContain('- [x] T002 Answer the questions of avm clarify');
  });
});

describe('plan', () => {
  const wish = {
    constitution: { rules: { 'SEC-011': 'should' } },
    environments: { dev: { virtualMachine: { trustedLaunch: false } } },
  };

  it('says of a wish that is not followed where, and why', () => {
    const text = fileOf('specs/001-legacyapp/plan.md', wish);
    expect(text).toContain('| SEC-011 | SHOULD | Noncompliant in dev; Not evaluated in test and prod |');
    expect(text.split('## Complexity Tracking\n')[1]).toContain(
      '| `SEC-011` is Noncompliant (dev) | Trusted Launch is disabled |',
    );
  });

  it('tracks every native resource', () => {
    const { plan } = generate(answersWith(), 'version: 1\n', catalog);
    const tracked = fileOf('specs/001-legacyapp/plan.md').split('## Complexity Tracking\n')[1];
    for (const one of (plan?.resources ?? []).filter(({ kind }) => kind === 'native'))
      expect(tracked).toContain(`| \`${one.symbol}\` is a native resource |`);
  });
});

describe('words', () => {
  /** Two thirds were for a catalog with fewer rules: each that is on needs some 70 words, and each that is off some 20. */
  it('outside of diagrams, trees, and commands, are fewer than 73 percent of those of the reference', () => {
    const words = documentsOf().flatMap(({ text }) =>
      withoutPlace(text)
        .replaceAll(/^```[\s\S]*?^```$/gm, '')
        .split(/\s+/),
    ).length;
    expect(words).toBeLessThan((21_176 * 73) / 100);
  });
});

describe.each(blueprints)('stories of $name', ({ components, content: { requirements, stories } }) => {
  it('have every requirement and every component once', () => {
    expect(stories.flatMap((one) => one.requirements).toSorted()).toEqual(Object.keys(requirements).toSorted());
    expect(stories.flatMap((one) => one.components).toSorted()).toEqual(components.toSorted());
  });

  it('have scenarios of their own requirements', () => {
    for (const { id, requirements: own, scenarios } of stories)
      for (const one of scenarios) expect(own, id).toEqual(expect.arrayContaining([...one.requirements]));
  });
});

describe('data model', () => {
  const model = (changes: object = {}): string => fileOf('specs/001-legacyapp/data-model.md', changes);

  it('says what each parameter and property resolves to, by environment', () => {
    const text = model({
      environments: {
        dev: { logAnalytics: { retentionDays: 90 } },
        test: { logAnalytics: { retentionDays: 90 } },
        prod: { logAnalytics: { retentionDays: 365 }, tags: { owner: 'payroll' } },
      },
    });
    expect(text).toMatch(
      /^\| `logRetentionDays` \| .* \| `int` from `90` to `730` \| `90` in dev and test; `365` in prod \|$/m,
    );
    expect(text).toMatch(/^\| `location` \|.*\| `westeurope` \|$/m);
    expect(text).toMatch(/^\| `tagValues` \| .* \| \[Properties\]\(#properties-of-objects\) \|$/m);
    expect(text).toMatch(/^\| `alertEmails` \| .* \| `operations@example.com` \|$/m);
  });

  it('says of lists what their items have', () => {
    const text = model({
      spec: {
        virtualMachine: {
          dataDisks: [
            { name: 'data', lun: 0, sizeGb: 64, type: 'Premium_LRS', caching: 'None' },
            { name: 'logs', lun: 1, sizeGb: 128, type: 'Premium_LRS', caching: 'None' },
          ],
        },
      },
    });
    expect(text).toMatch(/^\| `dataDisks\[\]\.sizeGb` \| `int` \| `64`, `128` \|$/m);
  });
});

describe('plan', () => {
  it('tracks what the linter does not see, and secure defaults that are given up', () => {
    const keys = {
      constitution: { rules: { 'SEC-009': { level: 'must', mode: 'optional' } } },
      spec: { customerManagedKeys: { enabled: true } },
    };
    const tracked = (changes: object = {}): string =>
      fileOf('specs/001-legacyapp/plan.md', changes).split('## Complexity Tracking')[1] ?? '';
    expect(tracked()).toContain('| `logAnalytics` overrides its module’s secure default of forceCmkForQuery |');
    expect(tracked()).not.toContain('encryptionType');
    expect(tracked(keys)).toContain('| `diskEncryptionSet` overrides its module’s secure default of encryptionType |');
    expect(fileOf('main.bicep')).not.toContain('#disable-next-line');
    const off = [...fileOf('bicepconfig.json').matchAll(/"(\S+)": \{ "level": "off" \}/g)].map(([, rule]) => rule);
    expect(off).toContain('use-recent-api-versions');
    for (const rule of off) expect(tracked()).toContain(`| \`${rule}\` is off `);
  });
});

describe('research', () => {
  it('names parameters that the VM’s module has', () => {
    const text = fileOf('specs/001-legacyapp/research.md');
    const [, module = '', version = ''] = /`(avm\/res\/compute\/virtual-machine)` ([\d.]+) configures/.exec(text) ?? [];
    const loaded = catalog.interface(module, version);
    const named = [...abilities, ...extensions].map(({ parameter }) => parameter);
    for (const parameter of named) expect(loaded.parameters, parameter).toHaveProperty(parameter);
  });
});

describe('specification', () => {
  it('lists what a person has to say, by environment, and nothing of what is not there', () => {
    const inputs = (changes: object = {}): string =>
      fileOf('specs/001-legacyapp/spec.md', changes).split('## User Inputs\n')[1]?.split('\n## ')[0] ?? '';
    expect(inputs()).toMatch(/^- VM size: `\S+` in dev; `\S+` in test; `\S+` in prod$/m);
    expect(inputs()).toMatch(/^- Existing Windows Server license: none$/m);
    expect(inputs()).not.toMatch(/hub|package/);
    expect(inputs({ spec: { alerts: { enabled: true, emails: ['ops@example.com'] } } })).toContain(
      '- Alert receivers: `ops@example.com`\n',
    );
  });
});
