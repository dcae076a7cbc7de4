import { createFixture } from 'fs-fixture';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkWorkspace, type CheckReport } from '../../src/checks/check.ts';
import { generate } from '../../src/files/generate.ts';
import { answersWith, catalog, merge } from '../plan/support.ts';
import { bicepPath } from '../support/bicep.ts';
import { modulesFolder } from '../support/modules.ts';
import { isMissing } from '../support/tools.ts';

const modules = modulesFolder();
type Tree = { readonly [key: string]: unknown };

/** Answers for production that a rule forbids, each with the place where it is told. */
const forbidden: readonly (readonly [rule: string, answer: string, value: object])[] = [
  ['SEC-004', 'bastion.enabled', { bastion: { enabled: false } }],
  ['SEC-005', 'justInTime.enabled', { justInTime: { enabled: false } }],
  ['SEC-007', 'hardening.script', { hardening: { script: false } }],
  ['SEC-010', 'virtualMachine.encryptionAtHost', { virtualMachine: { encryptionAtHost: false } }],
  ['SEC-011', 'virtualMachine.trustedLaunch', { virtualMachine: { trustedLaunch: false } }],
  ['OPS-003', 'monitoringAgent.enabled', { monitoringAgent: { enabled: false } }],
  ['OPS-004', 'logAnalytics.retentionDays', { logAnalytics: { retentionDays: 30 } }],
  ['OPS-005', 'backup.enabled', { backup: { enabled: false } }],
  ['OPS-008', 'maintenance.enabled', { maintenance: { enabled: false } }],
  ['OPS-010', 'alerts.enabled', { alerts: { enabled: false } }],
  ['OPS-012', 'storageAccount.softDeleteDays', { storageAccount: { softDeleteDays: 6 } }],
  ['RES-001', 'location.zone', { location: { zone: null } }],
  ['RES-002', 'storageAccount.redundancy', { storageAccount: { redundancy: 'LRS' } }],
  ['RES-003', 'lock', { lock: 'none' }],
];

const together = forbidden.reduce<Tree>((all, [, , value]) => merge(all, value as Tree), {});

function generated(prod: object, rules: Readonly<Record<string, string>>) {
  return generate(answersWith({ environments: { prod }, constitution: { rules } }), '', catalog);
}

const levels = (level: string): Readonly<Record<string, string>> =>
  Object.fromEntries(forbidden.map(([rule]) => [rule, level]));

describe('an answer that a rule forbids', () => {
  it.each(forbidden)('%s, before anything is written', (rule, answer, value) => {
    const { findings, files } = generated(value, { [rule]: 'must' });
    expect(files).toBeUndefined();
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'rule-broken',
        severity: 'error',
        ids: [rule],
        where: { file: 'avm.yaml', answer: `environments.prod.${answer}`, environment: 'prod' },
      }),
    );
  });
});

describe.skipIf(modules === null || isMissing('bicep'))(
  'what such answers would deploy, had the rules been off',
  () => {
    let report: CheckReport;

    beforeAll(async () => {
      process.env['BICEP_PATH'] = bicepPath();
      const { spec } = generated(together, levels('must'));
      const { plan, files, findings } = generated(together, levels('off'));
      if (!plan || !files) throw new Error(JSON.stringify(findings));
      await using folder = await createFixture(Object.fromEntries(files.map(({ path, text }) => [path, text])));
      const root = folder.path.replace(/\/$/, '');
      report = await checkWorkspace({
        root,
        spec,
        plan,
        catalog,
        environments: ['prod'],
        depth: 'snapshot',
        modules: modules ?? '',
      });
    });

    it.each(forbidden.map(([rule]) => rule))('%s, at the snapshot', (rule) => {
      expect(report.findings).toContainEqual(
        expect.objectContaining({ code: 'constitution/broken', severity: 'error', ids: [rule] }),
      );
    });

    it('breaks no other rule, and compiles', () => {
      const known = new Set(forbidden.map(([rule]) => rule));
      expect(
        report.findings.filter(({ code, ids }) => code !== 'constitution/broken' || !ids.some((id) => known.has(id))),
      ).toEqual([]);
    });
  },
);
