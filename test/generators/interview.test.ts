import { describe, expect, it } from 'vitest';
import { constitution } from '../../generators/constitution.ts';
import { componentGenerator } from '../../generators/component.ts';
import { environment } from '../../generators/environment.ts';
import type { NewWorkspace, WorkspaceChange } from '../../generators/session.ts';
import { workload } from '../../generators/workload.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { startAnswers } from '../../src/answers/start.ts';
import { writeAnswers } from '../../src/answers/write.ts';
import { applyChange } from '../../src/cli/change/change.ts';
import { folder, workspace } from '../cli/run.ts';
import { scripted, type Script } from './scripted.ts';

async function asked(script: Script) {
  const session = scripted(script, (await folder()).path, { folder: 'payroll' });
  return { session, ...(await workload.prompts(session)) };
}

describe('the interview', () => {
  it('with every default comes to the answers of --yes', async () => {
    const { answers, session } = await asked({});
    expect(writeAnswers(answers)).toBe(writeAnswers(startAnswers({ name: 'payroll' })));
    expect(session.refused).toEqual([]);
    expect(session.asked.length).toBeLessThan(50);
  });

  it('asks for the folder where none was named, and refuses one that is taken', async () => {
    const at = await folder({ 'taken/a.txt': '' });
    const session = scripted({ '*Folder': ['taken', 'free'] }, at.path);
    expect(await workload.prompts(session)).toMatchObject({ folder: 'free', answers: { workload: { name: 'free' } } });
    expect(session.refused).toEqual(['It is not empty: a.txt.']);
  });

  it('says at once what is wrong with an answer', async () => {
    const { answers, session } = await asked({
      '*Name of the workload': ['Pay Roll', 'payroll'],
      '*Environments': ['dev dev', 'd', 'dev prod'],
      '*Address space of the network (dev)': ['10.20.0.1/22', '8.8.8.0/22', '10.40.0.0/22'],
      '*Name of the local administrator': ['admin', 'boss'],
      '*Size of the disk with': ['many', '10', '256'],
    });
    expect(session.refused).toEqual([
      expect.stringContaining('lower-case letters'),
      'Name each once.',
      expect.stringContaining('"d" cannot be one'),
      expect.stringContaining('does not begin at its network address. Write 10.20.0.0/22.'),
      expect.stringContaining('not a private range'),
      'Write a number.',
      expect.stringContaining('must be 30 or more'),
      expect.stringContaining('Azure refuses'),
    ] as string[]);
    expect(Object.keys(answers.environments)).toEqual(['dev', 'prod']);
    expect(answers.environments['dev']).toMatchObject({ network: { addressSpace: '10.40.0.0/22' } });
    expect(answers.spec.virtualMachine).toMatchObject({ osDisk: { sizeGb: 256 }, administrator: { username: 'boss' } });
  });

  it('carries an answer over to the other environments, or asks for each', async () => {
    const { answers, session } = await asked({
      'Size of the machine (dev)': 'Standard_D4s_v5',
      '*And for test and prod?': ['keep', 'keep', 'the same'],
      'Availability zone (dev)': '2',
      '*The same for test and prod?': [false, true, true, true, true],
      'Availability zone (prod)': '3',
    });
    expect(answers.spec).toHaveProperty('virtualMachine.size', 'Standard_D4s_v5');
    for (const one of Object.values(answers.environments)) expect(one).not.toHaveProperty('virtualMachine.size');
    expect(Object.values(answers.environments).map((one) => one.location?.zone)).toEqual([2, undefined, 3]);
    expect(session.asked).toContain('Availability zone (test)');
  });

  it('takes environments of any name, each with a range of its own', async () => {
    const { answers } = await asked({ Environments: 'sandbox, live' });
    expect(answers.defaultEnvironment).toBe('sandbox');
    expect(Object.values(answers.environments).map((one) => one.network?.addressSpace)).toEqual([
      '10.20.12.0/22',
      '10.20.16.0/22',
    ]);
    expect(answers.environments['live']).toMatchObject({
      virtualMachine: { administrator: { vaultName: 'kv-payroll-live-ops' } },
    });
  });

  it('asks of rules only what is wanted otherwise, and of components what they need', async () => {
    const { answers } = await asked({
      'Use the recommended': false,
      'Which rules': ['SEC-005', 'SEC-009'],
      'SEC-005': 'should',
      maxHours: '2',
      'SEC-009': 'must',
      mode: 'optional',
      'What is part of it?': [
        'NAT gateway',
        'Azure Bastion',
        'Key vault',
        'Hardening',
        'Just-in-time',
        'Azure Monitor Agent',
        'Internal load balancer',
        'Customer-managed keys',
      ],
      'Port that clients use': '8443',
    });
    expect(answers.constitution.rules).toMatchObject({
      'SEC-005': { level: 'should', maxHours: 2 },
      'SEC-009': { level: 'must', mode: 'optional' },
    });
    expect(answers.spec).toMatchObject({
      backup: { enabled: false },
      storageAccount: { enabled: false },
      loadBalancer: { enabled: true, ports: [{ port: 8443 }] },
    });
    expect(parseAnswers(writeAnswers(answers))).toHaveProperty('answers');
  });

  it('refuses to leave out what the constitution wants', async () => {
    const { session } = await asked({
      '*What is part of it?': [
        ['NAT gateway', 'Key vault'],
        ['NAT gateway', 'Azure Bastion', 'Key vault', 'Hardening', 'Just-in-time', 'Azure Monitor Agent'],
      ] as never,
    });
    expect(session.refused.join()).toContain('SEC-004');
  });

  it('goes back to a section, and keeps what was answered elsewhere', async () => {
    const { answers, session } = await asked({
      '*All as you want it?': ['go back to: Workload', 'go back to: Tags', 'write it'],
      '*Name of the workload': ['payroll', 'wages'],
      '*Tag owner': ['team-a', 'team-b'],
      'Size of the machine (dev)': 'Standard_D4s_v5',
    });
    expect(answers.workload.name).toBe('wages');
    expect(answers.tags).toEqual({ owner: 'team-b', costCenter: '0000', application: 'wages' });
    expect(answers.environments['dev']).toMatchObject({
      virtualMachine: { size: 'Standard_D4s_v5', administrator: { vaultName: 'kv-wages-dev-ops' } },
    });
    expect(session.said.filter((one) => one === 'Summary')).toHaveLength(3);
  });

  it('does not write what cannot be, and offers the way back', async () => {
    const session = scripted(
      { 'Network (dev)': 'a spoke', '*Where shall we go back to?': ['go back to: Place', 'cancel'] },
      (await folder()).path,
      { folder: 'payroll' },
    );
    await expect(workload.prompts(session)).rejects.toThrow('cancelled');
    expect(session.asked).toContain('Where shall we go back to?');
  });
});

describe('the constitution', () => {
  it('comes first in a new workspace', async () => {
    const session = scripted({ 'Which rules': [] }, (await folder()).path, { folder: 'new' });
    expect((await constitution.prompts(session)) as NewWorkspace).toMatchObject({ folder: 'new' });
    expect(session.asked.slice(0, 2)).toEqual(['What do you want to build?', expect.stringContaining('Which rules')]);
  });

  it('of a workspace is changed in avm.yaml', async () => {
    const { cwd, file } = await workspace();
    const change = (await constitution.prompts(
      scripted({ 'Which rules': ['OPS-004'], 'OPS-004': 'should', days: '120' }, cwd, { folder: '.' }),
    )) as WorkspaceChange;
    expect(change.settings).toEqual([
      { path: 'OPS-004.level', value: 'should' },
      { path: 'OPS-004.days', value: '120' },
    ]);
    const applied = applyChange(await file('avm.yaml'), change);
    expect('text' in applied && applied.text).toMatch(/OPS-004:\s+\{?\s*level: should,\s+days: 120/);
  });
});

describe('the constitution of a blueprint without a VM', () => {
  it('offers the rules that concern it, in its words', async () => {
    const { cwd } = await workspace('--blueprint', 'data-store');
    const about = (id: string) =>
      constitution.prompts(scripted({ 'Which rules': [id], [id]: 'off' }, cwd, { folder: '.' }));
    await expect(about('SEC-004')).rejects.toThrow('no choice SEC-004 among ARC-001');
    expect(await about('OPS-012')).toMatchObject({ settings: [{ path: 'OPS-012.level', value: 'off' }] });
  });
});

describe('what is added', () => {
  it('is chosen from a menu, with its questions', async () => {
    const { cwd, file } = await workspace();
    const session = scripted(
      {
        'What do you want to add?': 'Internal load balancer',
        'In which environments?': ['prod'],
        'Port that clients use': '8443',
      },
      cwd,
      { folder: '.' },
    );
    const change = await componentGenerator.prompts(session);
    expect(change.components).toEqual([{ name: 'internal-load-balancer', environment: 'prod' }]);
    const applied = applyChange(await file('avm.yaml'), change);
    expect(applied).toHaveProperty('text');
    expect('text' in applied && parseAnswers(applied.text)).toHaveProperty(
      'answers.environments.prod.loadBalancer.enabled',
      true,
    );
  });

  it('can be one more by name, for one environment alone', async () => {
    const { cwd, file } = await workspace();
    const session = scripted(
      {
        'What do you want to add?': 'Storage account, one more by name',
        '*What is it called?': ['Reports', 'reports'],
        'In which environments?': 'prod alone',
      },
      cwd,
      { folder: '.' },
    );
    const applied = applyChange(await file('avm.yaml'), await componentGenerator.prompts(session));
    expect(session.refused).toEqual(['Take 2 to 20 lower-case letters, digits, and single hyphens.']);
    const parsed = 'text' in applied ? parseAnswers(applied.text) : applied;
    expect(parsed).toHaveProperty('answers.spec.components.reports', { type: 'storage-account', enabled: false });
    expect(parsed).toHaveProperty('answers.environments.prod.components.reports.enabled', true);
  });

  it('can be any module, whose parameters are asked for', async () => {
    const { cwd, file } = await workspace();
    const session = scripted(
      {
        'What do you want to add?': 'An Azure Verified Module',
        '*Which module?': ['web/sit', 'web/site'],
        'What is it called?': 'shop',
        'In which environments?': 'all of them',
        'kind (string)': 'app',
        serverFarmResourceId: 'x',
      },
      cwd,
      { folder: '.' },
    );
    const applied = applyChange(await file('avm.yaml'), await componentGenerator.prompts(session));
    expect(session.refused).toEqual([expect.stringContaining('avm/res/web/site')]);
    const parsed = 'text' in applied ? parseAnswers(applied.text) : applied;
    expect(parsed).toHaveProperty('answers.spec.components.shop', {
      type: 'avm-module',
      module: 'avm/res/web/site',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      params: expect.objectContaining({ kind: 'app' }) as object,
    });
  });

  it('can be a data disk or an environment', async () => {
    const { cwd, file } = await workspace();
    const disk = await componentGenerator.prompts(
      scripted({ 'What do you': 'A data disk', 'Size in GiB': '512' }, cwd, { folder: '.' }),
    );
    const withDisk = applyChange(await file('avm.yaml'), disk);
    expect('text' in withDisk && withDisk.text).toContain('sizeGb: 512');
    const uat = await environment.prompts(
      scripted({ '*Name of the': ['prod', 'uat'], 'Address space': '10.20.12.0/22' }, cwd, { folder: '.' }),
    );
    expect(applyChange(await file('avm.yaml'), uat)).toHaveProperty('text', expect.stringContaining('uat:'));
  });
});
