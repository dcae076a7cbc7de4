import { describe, expect, it } from 'vitest';
import { avm, dataOf, workspace } from './run.ts';

const waiver =
  'constitution.waivers.W-001={rule: SEC-010, environments: [dev], reason: The feature is not registered, approvedBy: platform-team, until: 2027-03-31}';
const { cwd, file } = await workspace();
const set = await avm({ cwd }, 'set', waiver, '--json');
const off = await avm({ cwd }, 'set', 'virtualMachine.encryptionAtHost=false', '--env', 'dev');

interface Report {
  readonly ok: boolean;
  readonly findings: readonly { readonly code: string; readonly severity: string; readonly where: { line?: number } }[];
}

async function checkOn(...day: string[]): Promise<{ readonly code: number; readonly report: Report }> {
  const { code, out } = await avm({ cwd }, 'check', '--depth', 'interface', '--json', ...day);
  return { code, report: JSON.parse(out) as Report };
}

const codes = ({ report }: { readonly report: Report }): readonly string[] =>
  report.findings.map((one) => `${one.severity} ${one.code}`);

describe('a waiver', () => {
  it('lets an answer be given that a rule forbids', async () => {
    expect([set.code, off.code]).toEqual([0, 0]);
    expect(off.err + off.out).toContain('W-001 waives it until 2027-03-31');
    expect(await file('.specify/memory/constitution.md')).toMatch(/\| W-001 \| SEC-010 .*\| dev \| The feature/);
  });

  it('is a note of the check while it counts', async () => {
    const checked = await checkOn('--today', '2026-11-25');
    expect(checked).toMatchObject({ code: 0, report: { ok: true } });
    expect(codes(checked)).toEqual(['note rule-waived']);
    expect((await checkOn('--today', '2027-03-31')).code).toBe(0);
  });

  it('warns before it runs out', async () => {
    expect(codes(await checkOn('--today', '2027-03-30'))).toEqual(['note rule-waived', 'warning waiver-expiring']);
  });

  it('fails the check once it has run out, and what it covered is as it was', async () => {
    const checked = await checkOn('--today', '2027-04-01');
    expect(checked).toMatchObject({ code: 1, report: { ok: false } });
    expect(codes(checked)).toEqual(['error rule-broken', 'error waiver-expired']);
    expect(checked.report.findings.every(({ where }) => (where.line ?? 0) > 0)).toBe(true);
    const rendered = await avm({ cwd }, 'render');
    expect(rendered.code).toBe(0);
  });

  it('is suppressed in SARIF, with why', async () => {
    const { out } = await avm({ cwd }, 'check', '--depth', 'interface', '--today', '2026-11-25', '--sarif');
    const { runs } = JSON.parse(out) as { runs: readonly { results: readonly object[] }[] };
    expect(runs[0]?.results).toMatchObject([
      {
        ruleId: 'rule-waived',
        suppressions: [
          {
            kind: 'external',
            status: 'accepted',
            justification: 'W-001: The feature is not registered (platform-team, until 2027-03-31)',
          },
        ],
      },
    ]);
  });

  it('has run out for the rules as for the check', async () => {
    const late = ['--today', '2027-04-01'];
    const { out } = await avm({ cwd }, 'rules', 'SEC-010', ...late);
    expect(out).not.toMatch(/Waived|W-001/);
    expect(out).toContain('✗ dev: encryption at host is disabled');
    expect((await avm({ cwd }, 'rules', ...late)).out).not.toContain('W-001');
    const told = dataOf(await avm({ cwd }, 'rules', 'SEC-010', '--json', ...late));
    const { report } = await checkOn(...late);
    expect(told).toMatchObject({ waivers: [], state: 'Noncompliant' });
    expect(report).toMatchObject({ ok: false });
    expect((await avm({ cwd }, 'rules', '--today', 'soon')).code).toBe(2);
  });

  it('is told with its rule', async () => {
    const { out } = await avm({ cwd }, 'rules', 'SEC-010', '--today', '2026-11-25');
    expect(out).toMatch(/Waived +W-001 in dev, until 2027-03-31: The feature is not registered \(platform-team\)/);
    expect(out).toContain('~ dev: encryption at host is disabled (virtualMachine.encryptionAtHost). Waived by W-001');
    expect((await avm({ cwd }, 'rules', '--today', '2026-11-25')).out).toMatch(/SEC-010 +must, W-001 /);
    const json = dataOf(await avm({ cwd }, 'rules', 'SEC-010', '--json', '--today', '2026-11-25'));
    expect(json).toMatchObject({ waivers: [{ id: 'W-001', environments: ['dev'], resources: ['*'] }] });
  });

  it('is compared with the clock unless a day is given', async () => {
    const today = new Date().toLocaleDateString('sv-SE');
    expect(await checkOn()).toEqual(await checkOn('--today', today));
  });

  it.each(['2026-13-01', '2026-11-5', '2027-02-29', 'tomorrow', ''])('is not held against "%s"', async (day) => {
    const { code, err } = await avm({ cwd }, 'check', '--depth', 'interface', '--today', day);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('is not a date') as string });
  });
});
