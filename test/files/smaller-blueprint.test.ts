import { componentsFor } from '../../src/resolve/components.ts';
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { windowsVm } from '../../avm-catalog/blueprints/windows-vm/blueprint.ts';
import type { Blueprint } from '../../avm-catalog/kernel/blueprint.ts';
import { fileSet } from '../../src/files/files.ts';
import { buildPlan } from '../../src/plan/build.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { answersWith, catalog } from '../plan/support.ts';
import { anchors, fenced, structure } from './markdown.ts';

/** No machine, and nothing of the content that tells of one. */
const services: Blueprint = {
  ...windowsVm,
  name: 'services',
  title: 'Services reached inside a network',
  components: ['log-analytics', 'virtual-network', 'private-dns', 'key-vault', 'storage-account', 'alerts'],
  content: {
    problem: 'Services are needed inside a network.',
    constraints: [],
    requirements: { 'FR-001': 'Modules make it.', 'FR-002': 'Every environment has the same template.' },
    foundations: ['FR-001', 'FR-002'],
    reasons: { modules: 'FR-001', environments: 'FR-002' },
    stories: [],
    criteria: [],
    decisions: [],
    edgeCases: [],
    reviews: { operations: [], security: [] },
    userInputs: [],
  },
};

function filesOf(changes: object = {}): ReadonlyMap<string, string> {
  const spec = {
    ...resolve(answersWith(changes)),
    blueprint: services,
    components: componentsFor(services, {}),
  };
  const requirements = new Map(
    Object.entries(services.content.requirements).map(([id, statement]) => [
      id,
      { id, kind: 'functional', statement, components: [], rules: [] } as const,
    ]),
  );
  const planned = buildPlan({ ...spec, requirements }, catalog);
  if (!('plan' in planned)) throw new Error(JSON.stringify(planned.findings));
  const files = fileSet(planned.plan, { ...spec, requirements }, 'version: 1\n', { isOpen: false, findings: [] });
  return new Map(files.map(({ path, text }) => [path, text]));
}

const rg = '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups';
const workspaces: Readonly<Record<string, object>> = {
  'as it is': {},
  'with existing zones': {
    spec: { privateDns: { zones: 'existing', resourceGroupId: `${rg}/rg-dns` }, natGateway: { enabled: false } },
  },
  'without rules about logs and tags': { constitution: { rules: { 'OPS-002': 'off', 'TAG-001': 'off' } } },
  'with shares, and no alerts': {
    spec: {
      alerts: { enabled: false },
      storageAccount: { shares: ['data'], shareAccess: { identity: 'managedIdentity' } },
    },
  },
  'with as little as can be': {
    spec: { keyVault: { enabled: false }, storageAccount: { enabled: false }, alerts: { enabled: false } },
  },
};

/** Without what the constitution says, which is about whatever a workspace may have. */
const withoutOthers = (text: string): string =>
  text
    .replace(/^The constitution has these rules:$[\s\S]*?\n(?=\n[^|\n])/m, '')
    .replace(/^\| \S+ \| (?:Comply with|Turn on) the rule .*\n/gm, '')
    // The picture is drawn from nodes and edges of its own.
    .replace(/^```mermaid$[\s\S]*?^```$/m, '')
    .replaceAll('core.windows.net', '');

describe.each(Object.entries(workspaces))('a workspace of fewer components, %s', (_, changes) => {
  const files = filesOf(changes);
  const text = files.get('README.md') ?? '';

  it('tells of no machine', () => {
    for (const path of ['README.md', 'specs/001-legacyapp/quickstart.md', 'specs/001-legacyapp/tasks.md'])
      expect(
        withoutOthers(files.get(path) ?? '').match(/.*(?:\bVMs?\b|\bmachines?\b|password|Bastion|Windows).*/gi),
        path,
      ).toBeNull();
  });

  it('has no heading, list or table that is empty', () => {
    expect(text).not.toMatch(/undefined|\[object|NaN|\n\n\n/);
    const lines = [...structure(text).filter((line) => line !== 'blank'), '# '];
    expect(lines.filter((line) => line.startsWith('unexpected'))).toEqual([]);
    const isEmpty = (line: string, next: string): boolean =>
      /^#+ $/.test(line) && /^#+ $/.test(next) && next.length <= line.length;
    expect(lines.filter((line, index) => isEmpty(line, lines[index + 1] ?? ''))).toEqual([]);
    expect(text).not.toMatch(/^\| ---.*\n(?!\|)/m);
    expect(structure(text).filter((line, index, all) => line === 'text' && all[index - 1] === 'text')).toEqual([]);
    expect(text).not.toMatch(/:\n\n(?!```|[|!-])/);
    expect(new Set(anchors(text)).size).toBe(anchors(text).length);
  });

  it('links to headings that are there', () => {
    for (const [, link] of text.matchAll(/\]\(#([^)]*)\)/g)) expect(anchors(text)).toContain(link);
  });

  it('has commands that a shell can read, and that know their variables', () => {
    const blocks = fenced(text, 'bash');
    for (const block of blocks) execFileSync('bash', ['-n'], { input: block });
    const all = blocks.join('\n');
    for (const name of ['machine', 'password_vault', 'password_secret', 'administrator', 'key'])
      expect(all).not.toContain(`$${name}"`);
  });
});
