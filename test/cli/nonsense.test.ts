import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAvm, folder } from './run.ts';

const file = join(import.meta.dirname, 'answers/thirteen-nonsensical-settings.yaml');

interface Told {
  readonly code: string;
  readonly severity: string;
  readonly where: { readonly answer?: string; readonly line?: number };
  readonly message: string;
  readonly remedy: string;
}

const expected: readonly (readonly [string, string])[] = [
  ['name-reserved', 'workload.name'],
  ['tag-invalid', 'tags.Owner'],
  ['day-unknown', 'spec.maintenance.start'],
  ['recurrence-invalid', 'spec.maintenance.recurEvery'],
  ['time-zone-unknown', 'spec.backup.timeZone'],
  ['answer-twice', 'spec.storageAccount.containers.1'],
  ['answer-twice', 'spec.loadBalancer.ports.1.backendPort'],
  ['address-reserved', 'spec.loadBalancer.address'],
  ['computer-name-administrator', 'spec.virtualMachine.computerName'],
  ['disk-caching', 'spec.virtualMachine.dataDisks.0.caching'],
  ['answer-twice', 'spec.virtualMachine.dataDisks.1.lun'],
  ['answer-twice', 'spec.alerts.emails.1'],
  ['range-bastion', 'environments.prod.network.hub.bastionSubnet'],
];

describe('thirteen nonsensical settings at once', () => {
  it('are all named in one run, each with its place and a remedy, and nothing is written', async () => {
    const { path: cwd } = await folder();
    const ran = await createAvm({ cwd }, 'x', '--answers', file, '--json');
    const { findings } = JSON.parse(ran.out) as { findings: readonly Told[] };
    expect(ran.code).toBe(1);
    expect(findings.every((one) => one.severity === 'error')).toBe(true);
    const told = findings.map((one) => `${one.code} ${one.where.answer}`);
    expect(told.toSorted()).toEqual(expected.map((one) => one.join(' ')).toSorted());
    const lines = readFileSync(file, 'utf8').split('\n');
    for (const { where, message, remedy } of findings) {
      const key = /^\d+$/.test(where.answer?.split('.').at(-1) ?? '') ? '' : (where.answer?.split('.').at(-1) ?? '');
      expect(lines[(where.line ?? 0) - 1]).toContain(key);
      expect(message.length).toBeGreaterThan(10);
      expect(remedy).toMatch(/^[A-Z].{8,}([.?]|: avm .*[^.])$/);
    }
    expect(existsSync(join(cwd, 'x'))).toBe(false);
  });

  it('are told to people with their line', async () => {
    const { path: cwd } = await folder();
    const { err } = await createAvm({ cwd }, 'x', '--answers', file);
    expect(err).toContain('Failed with 13 errors. Nothing was written.');
    for (const [, answer] of expected) expect(err).toContain(answer);
  });

  it('are named too where they come as JSON', async () => {
    const { path: cwd } = await folder();
    const { parse } = await import('yaml');
    const input = JSON.stringify(parse(readFileSync(file, 'utf8')));
    const ran = await createAvm({ cwd, input }, 'x', '--answers', '-', '--json');
    const { findings } = JSON.parse(ran.out) as { findings: readonly Told[] };
    expect(findings.map((one) => one.code).toSorted()).toEqual(expected.map(([code]) => code).toSorted());
  });
});

describe('a setting whose form is wrong', () => {
  const answers = (spec: string): string =>
    `version: 1\nblueprint: windows-vm@1.0.0\nworkload: {name: app, description: An app}\ntags: {owner: a, costCenter: b, application: c}\nspec: ${spec}\nenvironments: {dev: {}}\n`;
  const codes = async (spec: string): Promise<readonly string[]> => {
    const made = await folder({ 'a.yaml': answers(spec) });
    const ran = await createAvm({ cwd: made.path }, 'x', '--answers', 'a.yaml', '--json');
    const { findings } = JSON.parse(ran.out) as { findings: readonly Told[] };
    return findings.filter((one) => one.severity === 'error').map((one) => `${one.code} ${one.where.answer}`);
  };

  it('hides no finding about another part', async () => {
    expect(await codes('{lock: nome, alerts: {enabled: true, emails: [a@example.com, a@example.com]}}')).toEqual([
      'answer-value spec.lock',
      'answer-twice spec.alerts.emails.1',
    ]);
  });

  it('draws no finding that may come of it alone', async () => {
    expect(await codes('{network: {topology: hubb, addressSpace: 10.0.0.0/26}}')).toEqual([
      'answer-value spec.network.topology',
    ]);
    expect(
      await codes('{loadBalancer: {enabled: true, ports: [{name: a, port: 0, backendPort: 1}], address: 10.99.0.4}}'),
    ).toEqual(['answer-invalid spec.loadBalancer.ports.0.port']);
  });
});
