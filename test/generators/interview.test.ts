import { describe, expect, it } from 'vitest';
import { images, imageTitle } from '../../avm-catalog/azure/images.ts';
import { constitution } from '../../generators/constitution.ts';
import { componentGenerator } from '../../generators/component.ts';
import { environment } from '../../generators/environment.ts';
import type { NewWorkspace, WorkspaceChange } from '../../generators/session.ts';
import { workload } from '../../generators/workload.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { completed, readPreset } from '../../src/answers/preset.ts';
import { startAnswers } from '../../src/answers/start.ts';
import { writeAnswers } from '../../src/answers/write.ts';
import { applyChange } from '../../src/cli/change/change.ts';
import { presetWith } from '../../src/cli/create/given-answers.ts';
import { folder, workspace } from '../cli/run.ts';
import { scripted, type Script } from './scripted.ts';

const group = '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg-shared';

async function asked(script: Script) {
  const session = scripted(script, (await folder()).path, { folder: 'payroll' });
  return { session, ...(await workload.prompts(session)) };
}

describe('the interview', () => {
  it('with every default gives the answers of --yes', async () => {
    const { answers, session } = await asked({});
    expect(writeAnswers(answers)).toBe(writeAnswers(startAnswers({ name: 'payroll' })));
    expect(session.refused).toEqual([]);
    expect(session.asked.length).toBeLessThan(50);
  });

  it('asks for the folder where none was named, and refuses one that is taken', async () => {
    const at = await folder({ 'taken/a.txt': '' });
    const session = scripted({ '*Folder': ['taken', 'free'] }, at.path);
    expect(await workload.prompts(session)).toMatchObject({ folder: 'free', answers: { workload: { name: 'free' } } });
    expect(session.refused).toEqual([
      'The folder is not empty: a.txt. To add the workspace to it, start again with --adopt.',
    ]);
  });

  it('does not ask for what --set gave, and asks for the rest', async () => {
    const preset = await presetWith(
      [
        'workload.name=wages',
        'location.region=northeurope',
        'tags.owner=payroll-team',
        'SEC-005.maxHours=2',
        'alerts.emails=[operations@example.com]',
        'environments.test.virtualMachine.size=Standard_D4s_v5',
      ],
      undefined,
    );
    const session = scripted({ Description: 'Pays wages' }, (await folder()).path, { folder: 'payroll', preset });
    const { answers } = await workload.prompts(session);
    expect(answers).toMatchObject({
      workload: { name: 'wages', description: 'Pays wages' },
      spec: { location: { region: 'northeurope' }, alerts: { emails: ['operations@example.com'] } },
      tags: { owner: 'payroll-team', application: 'wages' },
      constitution: { rules: { 'SEC-005': { maxHours: 2 } } },
      environments: { test: { virtualMachine: { size: 'Standard_D4s_v5' } } },
    });
    for (const skipped of ['Name of the workload', 'Azure region', 'Tag owner'])
      expect(session.asked.filter((one) => one.startsWith(skipped))).toEqual([]);
    for (const rest of ['Description, in one line', 'Tag costCenter', 'Environments, in deployment order'])
      expect(session.asked).toContain(rest);
  });

  it('asks neither for what files say nor for what --set gives over them, until a person goes back', async () => {
    const files = readPreset([
      {
        file: 'org.yaml',
        text: 'tags: {owner: platform, costCenter: "0815"}\nspec: {location: {region: northeurope}}\n',
      },
    ]);
    if ('findings' in files) throw new Error('refused');
    const preset = await presetWith(['tags.owner=payroll-team'], files);
    const script = { '*Create this workspace?': ['go back to: Tags', 'create it'] };
    const session = scripted(script, (await folder()).path, { folder: 'payroll', preset });
    const { answers } = await workload.prompts(session);
    expect(answers).toMatchObject({
      tags: { owner: 'payroll-team', costCenter: '0815' },
      spec: { location: { region: 'northeurope' } },
    });
    expect(session.asked).not.toContain('Azure region');
    expect(session.asked.filter((one) => /^Tag (?:owner|costCenter)/.test(one))).toEqual([
      'Tag owner',
      'Tag costCenter',
    ]);
  });

  it('refuses what --set cannot give, before it asks more', async () => {
    const preset = await presetWith(['location.region=mars'], undefined);
    const session = scripted({}, (await folder()).path, { folder: 'payroll', preset });
    await expect(workload.prompts(session)).rejects.toMatchObject({ name: 'Refusal' });
    expect(session.asked).toEqual(['What do you want to build?']);
  });

  it('says at once what is wrong with an answer', async () => {
    const { answers, session } = await asked({
      '*Name of the workload': ['Pay Roll', 'payroll'],
      '*Environments': ['dev dev', 'd', 'dev prod'],
      '*Address space of the virtual network (dev)': ['10.20.0.1/22', '8.8.8.0/22', '10.40.0.0/22'],
      '*User name of the local administrator': ['admin', 'boss'],
      '*OS disk size': ['many', '10', '256'],
    });
    expect(session.refused).toEqual([
      expect.stringContaining('lowercase letters'),
      'Enter each name once.',
      expect.stringContaining("'d' is not a valid name"),
      expect.stringContaining('does not begin at its network address. Write it as 10.20.0.0/22.'),
      expect.stringMatching(/8\.8\.8\.0\/22 is a public address range.*network\.addressSpace=10\.20\.0\.0\/22$/),
      'Write a number.',
      expect.stringContaining('must be 30 or more'),
      expect.stringContaining('Azure doesn’t allow'),
    ] as string[]);
    expect(Object.keys(answers.environments)).toEqual(['dev', 'prod']);
    expect(answers.environments['dev']).toMatchObject({ network: { addressSpace: '10.40.0.0/22' } });
    expect(answers.spec.virtualMachine).toMatchObject({ osDisk: { sizeGb: 256 }, administrator: { username: 'boss' } });
  });

  it('carries an answer over to the other environments, or asks for each', async () => {
    const { answers, session } = await asked({
      'VM size (dev)': 'Standard_D4s_v5',
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
      'Which components do you want?': [
        'NAT gateway',
        'Azure Bastion',
        'Key vault',
        'Hardening',
        'Just-in-time',
        'Azure Monitor Agent',
        'Internal load balancer',
        'Customer-managed keys',
      ],
      'Port that clients connect to': '8443',
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

  it('asks for the naming convention of an organization', async () => {
    const { answers } = await asked({
      'Use the recommended constitution': '',
      'Which rules': ['NAM-001'],
      'NAM-001': 'must',
      pattern: 'c-{type}-{workload}-{environment}',
      regionCodes: 'westeurope=weu, northeurope = neu',
      uniqueLength: '8',
    });
    expect(answers.constitution.rules['NAM-001']).toMatchObject({
      pattern: 'c-{type}-{workload}-{environment}',
      globalPattern: '',
      regionCodes: { westeurope: 'weu', northeurope: 'neu' },
      environmentCodes: {},
      uniqueLength: 8,
    });
  });

  it('refuses to leave out what the constitution wants', async () => {
    const { session } = await asked({
      '*Which components do you want?': [
        ['NAT gateway', 'Key vault'],
        ['NAT gateway', 'Azure Bastion', 'Key vault', 'Hardening', 'Just-in-time', 'Azure Monitor Agent'],
      ] as never,
    });
    expect(session.refused.join()).toContain('SEC-004');
  });

  it('goes back to a section, and keeps what was answered elsewhere', async () => {
    const { answers, session } = await asked({
      '*Create this workspace?': ['go back to: Workload', 'go back to: Tags', 'create it'],
      '*Name of the workload': ['payroll', 'wages'],
      '*Tag owner': ['team-a', 'team-b'],
      'VM size (dev)': 'Standard_D4s_v5',
    });
    expect(answers.workload.name).toBe('wages');
    expect(answers.tags).toEqual({ owner: 'team-b', costCenter: '0000', application: 'wages' });
    expect(answers.environments['dev']).toMatchObject({
      virtualMachine: { size: 'Standard_D4s_v5', administrator: { vaultName: 'kv-wages-dev-ops' } },
    });
    expect(session.said.filter((one) => one === 'Summary')).toHaveLength(3);
  });

  it('does not write what cannot be, and offers the way back', async () => {
    const preset = readPreset([
      { file: 'a.yaml', text: 'spec: {loadBalancer: {enabled: true, probe: {protocol: Http, path: ""}}}' },
    ]);
    if ('findings' in preset) throw new Error('refused');
    const session = scripted(
      { '*Which section do you want to change?': ['go back to: Place', 'cancel'] },
      (await folder()).path,
      { folder: 'payroll', preset: () => preset },
    );
    await expect(workload.prompts(session)).rejects.toThrow('cancelled');
    expect(session.asked).toContain('Which section do you want to change?');
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
        'Port that clients connect to': '8443',
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
        'What do you want to add?': 'Storage account (another one, with a name)',
        '*Name of the component': ['Reports', 'reports'],
        'In which environments?': 'prod only',
      },
      cwd,
      { folder: '.' },
    );
    const applied = applyChange(await file('avm.yaml'), await componentGenerator.prompts(session));
    expect(session.refused).toEqual(['Use 2 to 20 lowercase letters, digits, and single hyphens.']);
    const parsed = 'text' in applied ? parseAnswers(applied.text) : applied;
    expect(parsed).toHaveProperty('answers.components.reports', { type: 'storage-account', enabled: false });
    expect(parsed).toHaveProperty('answers.environments.prod.components.reports.enabled', true);
  });

  it('can be any module, whose parameters are asked for', async () => {
    const { cwd, file } = await workspace();
    const session = scripted(
      {
        'What do you want to add?': 'An Azure Verified Module',
        '*Which module?': ['web/sit', 'web/site'],
        'Name of the component': 'shop',
        'In which environments?': 'all of them',
        kind: 'app',
        'serverFarmResourceId (the': 'another resource',
        '*serverFarmResourceId (/': ['asp-shared', `${group}/providers/Microsoft.Web/serverfarms/asp-shared`],
      },
      cwd,
      { folder: '.' },
    );
    const applied = applyChange(await file('avm.yaml'), await componentGenerator.prompts(session));
    expect(session.refused).toEqual([
      expect.stringContaining('avm/res/web/site'),
      expect.stringContaining('Enter the full ID'),
    ]);
    const parsed = 'text' in applied ? parseAnswers(applied.text) : applied;
    expect(parsed).toHaveProperty('answers.components.shop', {
      type: 'avm-module',
      module: 'avm/res/web/site',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      params: expect.objectContaining({ kind: 'app' }) as object,
    });
  });

  it('can be what exists already, by its ID, which proposes the name', async () => {
    const { cwd, file } = await workspace();
    const session = scripted(
      {
        'What do you want to add?': 'Existing resource',
        '*ID of the resource': ['asp-shared', `${group}/providers/Microsoft.Web/serverfarms/asp_Shared`],
        'In which environments?': 'all of them',
      },
      cwd,
      { folder: '.' },
    );
    const applied = applyChange(await file('avm.yaml'), await componentGenerator.prompts(session));
    expect(session.refused).toEqual([expect.stringContaining('Enter the full ID')]);
    expect('text' in applied ? parseAnswers(applied.text) : applied).toHaveProperty('answers.components.asp-shared', {
      type: 'existing-resource',
      id: `${group}/providers/Microsoft.Web/serverfarms/asp_Shared`,
    });
  });

  it('can be a data disk or an environment', async () => {
    const { cwd, file } = await workspace();
    const disk = await componentGenerator.prompts(
      scripted({ 'What do you': 'A data disk', 'Disk size in GiB': '512' }, cwd, { folder: '.' }),
    );
    const withDisk = applyChange(await file('avm.yaml'), disk);
    expect('text' in withDisk && withDisk.text).toContain('sizeGb: 512');
    const uat = await environment.prompts(
      scripted({ '*Name of the': ['prod', 'uat'], 'Address space': '10.20.12.0/22' }, cwd, { folder: '.' }),
    );
    expect(applyChange(await file('avm.yaml'), uat)).toHaveProperty('text', expect.stringContaining('uat:'));
  });

  it('has a range and a vault of its own as an environment, and is asked about names that it changes', async () => {
    const { cwd, file } = await workspace('--set', 'workload.name=payroll-of-all');
    const like = { 'Name of the': 'preprod1', 'It begins': 'test' };
    const session = scripted({ ...like, 'These names': true }, cwd, { folder: '.' });
    const changed = applyChange(await file('avm.yaml'), await environment.prompts(session));
    expect(session.said).toContainEqual(expect.stringMatching(/^dev {2}stpayroll\S+ → stpayroll\S+$/));
    expect(changed).toHaveProperty('text', expect.stringMatching(/addressSpace: 10\.20\.12\.0\/22[^]*-preprod1-ops/));
    const refusing = scripted({ ...like, '*Address space': ['10.20.4.0/23', '10.99.0.0/22'] }, cwd, { folder: '.' });
    await expect(environment.prompts(refusing)).rejects.toThrow('cancelled');
    expect(refusing.refused).toEqual(["The address range '10.20.4.0/23' overlaps a network of 'test'."]);
  });
});

describe('with files that say a part of it', () => {
  const preset = (text: string) => {
    const read = readPreset([{ file: 'org.yaml', text }]);
    if ('findings' in read) throw new Error('refused');
    return read;
  };

  it('what they say is not asked, and the rest comes to the same as without asking', async () => {
    const text =
      'workload: {name: wages}\nconstitution: {rules: {OPS-017: off}}\ntags: {owner: a}\nspec: {location: {region: northeurope}}\n';
    const session = scripted({}, (await folder()).path, { folder: 'payroll', preset: () => preset(text) });
    const { answers } = await workload.prompts(session);
    const wanted = completed(preset(text), { name: 'wages' });
    expect(parseAnswers(writeAnswers(answers))).toEqual(parseAnswers(writeAnswers(wanted as never)));
    const about = /^(Name of the workload|Use the recommended|Tag owner|Azure region)/;
    expect(session.asked.filter((one) => about.test(one))).toEqual([]);
    expect(session.asked).toEqual(expect.arrayContaining(['Description, in one line', 'Tag costCenter']));
    expect(session.said.join('\n')).toContain('changed: OPS-017');
  });

  it('environments are those that they name', async () => {
    const session = scripted({}, (await folder()).path, {
      folder: 'payroll',
      preset: () => preset('environments: {dev: {}, prod: {}}'),
    });
    const { answers } = await workload.prompts(session);
    expect(Object.keys(answers.environments)).toEqual(['dev', 'prod']);
    expect(session.asked).not.toContain('Environments, in deployment order');
  });

  it('going back asks what they say too', async () => {
    const session = scripted(
      { '*Create this workspace?': ['go back to: Workload', 'create it'], 'Name of the workload': 'salaries' },
      (await folder()).path,
      { folder: 'payroll', preset: () => preset('workload: {name: wages}') },
    );
    expect((await workload.prompts(session)).answers.workload.name).toBe('salaries');
  });
});

describe('what a person reads', () => {
  it('begins with how long it takes, and that nothing is written before the end', async () => {
    const { session } = await asked({});
    expect(session.said[0]).toBe(
      'This takes about 5 minutes. Press Enter to accept the proposed answer. At the end you can go back to each part. Nothing is written before you confirm.',
    );
  });

  it('asks again for a value that is required', async () => {
    const hub =
      '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet-hub';
    const { session, answers } = await asked({
      'Network topology (dev)': 'Spoke',
      '*Resource ID of the hub': ['', hub],
      '*Address range of the hub': ['', '10.0.1.0/26'],
    });
    expect(session.refused.slice(0, 2)).toEqual([
      'A value is required: network.topology is hub.',
      'A value is required: network.topology is hub.',
    ]);
    expect(answers.spec.network).toMatchObject({ hub: { virtualNetworkId: hub } });
  });

  it('has images in words, and rules with their levels', async () => {
    expect(images.map(imageTitle)).toEqual(
      expect.arrayContaining([
        'Windows Server 2025 Datacenter: Azure Edition, hotpatch',
        'Windows Server 2022 Datacenter',
      ]),
    );
    const common = images.filter((one) => one.common);
    expect(new Set(common.map(imageTitle)).size).toBe(common.length);
    const { answers } = await asked({
      'Use the recommended': false,
      'Which rules': ['SEC-010  Encryption at host (must)'],
      'SEC-010': 'off',
    });
    expect(answers.constitution.rules['SEC-010']).toBe('off');
  });
});
