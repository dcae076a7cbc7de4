import { describe, expect, it } from 'vitest';
import { cases, readCase, writtenIn } from '../cases/cases.ts';
import { fenced, pathsIn } from '../files/markdown.ts';

/** What Spec Kit's scripts look for, and what its agents read; the sentences are in test/files/documents.test.ts. */
describe.each(cases)('for Spec Kit, %s', (name) => {
  const { spec, files = [] } = readCase(name).generated;
  const folder = `specs/001-${spec.workload.name}`;
  const paths = files.map(({ path }) => path);
  const text = (path: string): string => files.find((file) => file.path === path)?.text ?? '';
  const lines = (path: string, start: RegExp): readonly string[] =>
    text(path)
      .split('\n')
      .filter((line) => start.test(line));

  it('has each document under the name that the scripts know, and one feature', () => {
    const own = ['spec', 'plan', 'tasks', 'research', 'data-model', 'quickstart', 'checklists/requirements'];
    for (const one of own) expect(paths).toContain(`${folder}/${one}.md`);
    expect(paths.filter((path) => path.startsWith(`${folder}/contracts/`)).length).toBeGreaterThan(0);
    const features = paths.flatMap((path) => /^specs\/([^/]+)\//.exec(path)?.[1] ?? []);
    expect([...new Set(features)]).toEqual([folder.slice('specs/'.length)]);
  });

  it('points to the feature in the one form that the scripts read without jq and Python, and write themselves', () => {
    expect(text('.specify/feature.json')).toBe(`{"feature_directory":"${folder}"}\n`);
  });

  it('brings nothing that init would write, or that is not registered', () => {
    expect(paths.filter((path) => path.startsWith('.specify/'))).toEqual([
      '.specify/feature.json',
      '.specify/memory/constitution.md',
    ]);
    expect(paths.filter((path) => /^\.(github\/(skills|hooks|agents|prompts)|claude)\//.test(path))).toEqual([]);
  });

  it('has the headings that agents look for, in their order', () => {
    const headings = {
      '.specify/memory/constitution.md': ['## Core Principles', '## Governance'],
      [`${folder}/spec.md`]: [
        '## User Scenarios & Testing *(mandatory)*',
        '### Edge Cases',
        '## Requirements *(mandatory)*',
        '### Functional Requirements',
        '## Success Criteria *(mandatory)*',
        '### Measurable Outcomes',
        '## Assumptions',
      ],
      [`${folder}/plan.md`]: ['## Summary', '## Technical Context', '## Constitution Check', '## Project Structure'],
      [`${folder}/tasks.md`]: [
        '## Phase 1: Setup',
        '## Phase 2: Foundational (Blocking Prerequisites)',
        '## Dependencies & Execution Order',
        '## Implementation Strategy',
      ],
    };
    for (const [path, wanted] of Object.entries(headings))
      expect(
        lines(path, /^##/).filter((line) => wanted.includes(line)),
        path,
      ).toEqual(wanted);
  });

  it('numbers no story twice, phases without a gap, and no principle twice', () => {
    const counted = (path: string, number: RegExp): readonly number[] =>
      [...text(path).matchAll(number)].map(([, found = '']) => Number(found));
    const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);
    const stories = counted(`${folder}/spec.md`, /^### User Story (\d+) - /gm);
    expect(new Set(stories).size).toBe(stories.length);
    const phases = counted(`${folder}/tasks.md`, /^## Phase (\d+): /gm);
    expect(phases).toEqual(upTo(phases.length));
    expect(phases.length).toBeGreaterThanOrEqual(stories.length + 2);
    const principles = lines('.specify/memory/constitution.md', /^### /);
    expect(principles.length).toBeGreaterThan(0);
    const numerals = principles.map((line) => /^### ([IVX]+)\. \S/.exec(line)?.[1]);
    expect(numerals).not.toContain(undefined);
    expect(new Set(numerals).size).toBe(principles.length);
  });

  it('gives no id of a requirement or criterion twice', () => {
    for (const start of [/^- \*\*FR-\d/, /^- \*\*SC-\d/]) {
      const ids = lines(`${folder}/spec.md`, start).map((line) => /[A-Z]+-\d+/.exec(line)?.[0]);
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('has the sixteen items of the requirements checklist in their three groups, without numbers', () => {
    const path = `${folder}/checklists/requirements.md`;
    const groups = text(path).split(/^## /m).slice(1, 4);
    expect(groups.map((group) => [group.split('\n')[0], group.match(/^- \[[ x]\] (?!CHK)./gm)?.length])).toEqual([
      ['Content Quality', 4],
      ['Requirement Completeness', 8],
      ['Feature Readiness', 4],
    ]);
  });

  it('names in the plan only files that are there, and all of the feature', () => {
    const structure = text(`${folder}/plan.md`).split('## Project Structure')[1]?.split('\n## ')[0] ?? '';
    const [feature = '', root = ''] = fenced(structure, 'text');
    const named = [...pathsIn(feature), ...pathsIn(root)];
    const all = [...paths, ...writtenIn(name).keys()];
    const isThere = (one: string): boolean =>
      all.some((path) => (one.endsWith('/') ? path.startsWith(one) : path === one));
    expect(named.filter((one) => !isThere(one))).toEqual([]);
    for (const path of paths)
      expect(
        named.some((one) => (one.endsWith('/') ? path.startsWith(one) : path === one)),
        path,
      ).toBe(true);
  });
});
