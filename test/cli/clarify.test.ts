import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { casesFolder } from '../cases/cases.ts';
import { avm, dataOf, folder, workspace } from './run.ts';

const today = ['--today', '2026-11-25'];
const hubId =
  '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/hub';

interface Listed {
  readonly ok: boolean;
  readonly questions: readonly { readonly about: string; readonly code: string }[];
  readonly categories: Readonly<Record<string, number>>;
}

async function listed(cwd: string): Promise<Listed> {
  const ran = await avm({ cwd }, 'clarify', '--list', '--json', ...today);
  return { ok: ran.code === 0, ...dataOf<Omit<Listed, 'ok'>>(ran) };
}

describe('avm clarify without a terminal', () => {
  it('lists what is open, and ends with 1', async () => {
    const { cwd, file } = await workspace('--set', 'alerts.emails=[]');
    const before = await file('avm.yaml');
    const ran = await avm({ cwd }, 'clarify');
    expect(ran.code).toBe(1);
    expect(ran.out).toContain(' 1  Which key vault contains the administrator’s password in dev?\n');
    expect(ran.out).toContain('spec.virtualMachine.licence is none (one of none, azureHybridBenefit)\n');
    expect(ran.out).toMatch(/\n25 open questions\.\n$/);
    expect(ran.err).toContain('avm clarify --answer PATH=VALUE');
    expect(await file('avm.yaml')).toBe(before);
  });

  it('lists nothing where nothing is open, and ends with 0', async () => {
    const at = await folder({ 'avm.yaml': await readFile(join(casesFolder, 'clarified/avm.yaml'), 'utf8') });
    expect(await avm({ cwd: at.path }, 'clarify')).toEqual({
      code: 0,
      out: 'There are no open questions. avm.yaml has 22 clarifications.\n',
      err: '',
    });
    expect(await listed(at.path)).toMatchObject({ ok: true, questions: [], clarified: 22 });
  });

  it('tells programs all of it', async () => {
    const { cwd } = await workspace('--set', 'alerts.emails=[]');
    const { questions, categories, ...rest } = await listed(cwd);
    expect(rest).toEqual({ ok: false, clarified: 0 });
    expect(Object.keys(categories)).toHaveLength(10);
    expect(Object.values(categories).reduce((sum, one) => sum + one, 0)).toBe(questions.length);
    expect(questions.find(({ about }) => about === 'spec.alerts.emails')).toEqual({
      code: 'guess',
      about: 'spec.alerts.emails',
      environments: [],
      category: 'Non-Functional Quality Attributes',
      impact: 3,
      uncertainty: 3,
      rank: 9,
      question: 'Which email addresses do alerts notify?',
      why: 'Without an email address, alerts show only in the Azure portal.',
      now: [],
      confirmable: true,
      recommended: null,
      advice: 'Use a shared mailbox or the address of your on-call tool, not the address of one person.',
      options: [],
      takes: ['array'],
      ids: [],
    });
  });

  it('answers, records, and asks no more', async () => {
    const { cwd, file } = await workspace('--set', 'alerts.emails=[]');
    await writeFile(
      join(cwd, 'avm.yaml'),
      (await file('avm.yaml')).replace('costCenter: "0000"', 'costCenter: "0000" # finance knows'),
    );
    const ran = await avm(
      { cwd },
      'clarify',
      '--answer',
      'tags.costCenter=4711',
      '--answer',
      'location.region=westeurope',
      '--answer',
      'alerts.emails=a@example.com,b@example.com',
      ...today,
    );
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('22 open questions left.');
    const text = await file('avm.yaml');
    expect(text).toContain('costCenter: "4711" # finance knows');
    expect(text).toContain('\n\n# Questions and answers that avm clarify recorded\nclarifications:\n  Q-001:\n');
    expect(text).toMatch(/answer: "a@example.com, b@example.com"/);
    expect((await listed(cwd)).questions.map(({ about }) => about)).not.toContain('spec.location.region');
    expect(await file('specs/001-demo/spec.md')).toContain(
      '### Session 2026-11-25\n\n- Q: Which cost center pays for the workload? → A: 4711\n- Q: In which region does the workload run? → A: westeurope\n',
    );
    const more = await avm({ cwd }, 'clarify', '--answer', 'tags.owner=payroll', '--today', '2026-11-26');
    expect(more.code).toBe(0);
    expect(await file('avm.yaml')).toMatch(/\n {2}Q-004:\n.*Which team owns the workload\?"\n.*payroll\n.*2026-11-26/);
    expect(await avm({ cwd }, 'render')).toMatchObject({ code: 0, out: 'Everything is up to date.\n' });
  });

  it('fixes what cannot be rendered, all of it at once', async () => {
    const { cwd } = await workspace();
    const path = join(cwd, 'avm.yaml');
    await writeFile(
      path,
      (await readFile(path, 'utf8')).replace(
        'addressSpace: 10.20.8.0/22',
        'addressSpace: 10.20.8.0/22\n      topology: hub',
      ),
    );
    expect((await avm({ cwd }, 'render')).code).toBe(1);
    const { questions } = await listed(cwd);
    expect(questions.slice(0, 2).map(({ about }) => about)).toEqual([
      'environments.prod.network.hub.virtualNetworkId',
      'environments.prod.network.hub.bastionSubnet',
    ]);
    const id = `environments.prod.network.hub.virtualNetworkId=${hubId}`;
    const half = await avm({ cwd }, 'clarify', '--answer', id, ...today);
    expect(half.code).toBe(1);
    expect(half.err).toContain('spec.network.hub.bastionSubnet · prod');
    expect(half.err).toContain('Nothing was written.');
    const whole = await avm(
      { cwd },
      'clarify',
      '--answer',
      id,
      '--answer',
      'environments.prod.network.hub.bastionSubnet=10.0.0.0/26',
      ...today,
    );
    expect(whole).toMatchObject({ code: 0, err: '' });
  });

  it('asks for a load balancer’s ports where there are none', async () => {
    const { cwd, file } = await workspace();
    await writeFile(
      join(cwd, 'avm.yaml'),
      (await file('avm.yaml')).replace(
        /loadBalancer:\n {4}enabled: false/,
        'loadBalancer:\n    enabled: true\n    ports: []',
      ),
    );
    const { questions } = await listed(cwd);
    expect(questions).toMatchObject([{ code: 'answer-invalid', about: 'spec.loadBalancer.ports' }]);
    const answer = 'loadBalancer.ports=[{name: web, port: 8443, backendPort: 8443}]';
    expect(await avm({ cwd }, 'clarify', '--answer', answer, ...today)).toMatchObject({ code: 0, err: '' });
    expect((await listed(cwd)).questions.map(({ code }) => code)).toContain('probe-elsewhere');
  });

  it('answers everything that is open about one place', async () => {
    const { cwd, file } = await workspace();
    await avm({ cwd }, 'set', 'RES-003=should', 'lock=CanNotDelete', '--env', 'test');
    await avm({ cwd }, 'set', 'environments.test.lock=CanNotDelete', 'environments.prod.lock=none');
    expect((await listed(cwd)).questions.map(({ about }) => about)).toContain('environments.prod.lock');
    await avm({ cwd }, 'clarify', '--answer', 'environments.prod.lock=none', ...today);
    expect((await listed(cwd)).questions.map(({ about }) => about)).not.toContain('environments.prod.lock');
    expect((await file('avm.yaml')).match(/code: (rule-broken|weaker).*/g)).toEqual([
      'code: rule-broken/RES-003',
      'code: weaker-in-production',
    ]);
  });

  it.each([
    [['--answer', 'spec.alerts.emailz=a@example.com'], 2, 'Did you mean spec.alerts.emails?'],
    [['--answer', 'bastion.sku=Basic'], 2, "There is no open question about 'bastion.sku'."],
    [['--answer', 'alerts.emails=nobody'], 1, 'must be an email address'],
    [['--answer', 'environments.dev.network.addressSpace=10.20.0.1/22'], 1, 'does not begin at its network address'],
    [['--answer', 'tags.costCenter=4711', '--answer', 'justInTime.enabled=false'], 1, 'SEC-005'],
    [['--answer', 'workload.description=password=hunter2'], 1, 'avm.yaml must not contain secrets'],
    [['--answer', 'tags.costCenter'], 2, 'tags.costCenter'],
    [['--answer', 'tags.costCenter=1', '--list'], 2, 'cannot be used together'],
    [['--today', '2026-02-30'], 2, 'Write it as YYYY-MM-DD'],
  ])('%j is refused', async (options, code, said) => {
    const { cwd, file } = await workspace('--set', 'alerts.emails=[]');
    const before = await file('avm.yaml');
    const ran = await avm({ cwd }, 'clarify', ...options);
    expect(ran.err).toContain(said);
    expect(ran.code).toBe(code);
    expect(await file('avm.yaml')).toBe(before);
  });

  it('shows in a dry run what would change', async () => {
    const { cwd, file } = await workspace('--set', 'alerts.emails=[]');
    const before = await file('avm.yaml');
    const ran = await avm({ cwd }, 'clarify', '--answer', 'tags.costCenter=4711', '--dry-run', ...today);
    expect(ran.out).toContain('+clarifications:');
    expect(await file('avm.yaml')).toBe(before);
  });

  it('asks nothing of what is no answer at all', async () => {
    const { cwd } = await workspace('--set', 'alerts.emails=[]');
    await appendFile(join(cwd, 'avm.yaml'), 'banana: 1\n');
    const ran = await avm({ cwd }, 'clarify');
    expect(ran.code).toBe(1);
    expect(ran.err).toContain("There is no setting 'banana' here");
  });
});
