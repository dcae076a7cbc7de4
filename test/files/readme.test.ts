import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { pinnedVersion } from '../../src/checks/bicep/version.ts';
import { generate } from '../../src/files/generate.ts';
import { meaningOf } from '../../src/files/tracing/meaning.ts';
import { bicepVersion } from '../../src/files/readme/prerequisites.ts';
import { cases, readCase } from '../cases/cases.ts';
import { answersWith, catalog, fileOf } from '../plan/support.ts';
import { anchors, fenced, structure } from './markdown.ts';

const idsIn = (text: string): ReadonlySet<string> =>
  new Set(Array.from(text.matchAll(/\b(?:ARC|SEC|OPS|NAM|TAG|TST|FR|CON|SC)-\d{3}\b/g), ([id]) => id));

const readme = (changes: object = {}): string => fileOf('README.md', changes);
const limitations = (changes: object = {}): string => readme(changes).split('## Known limitations')[1] ?? '';

/** Values that look like markup, in what a person may write freely. */
const hostile = [
  '# heading',
  '--- --- ---',
  '``` ~~~ `code` {{#each}} ${x} $(x) "quoted" \'single\'',
  '| a | b |\n| --- | --- |\n- item',
  '<script>alert(1)</script> <!-- --> ](javascript:x) [a](b)',
  '\u202eright to left\u202c \u200b zero \u2028 line',
  '\\ and \\| and \\',
  '1. one > two',
];

describe.each(cases)('README of %s', (name) => {
  const text = readCase(name).generated.files?.find((file) => file.path === 'README.md')?.text ?? '';

  it('leaves nothing open', () => {
    expect(text).not.toMatch(/undefined|\[object|NaN/);
    expect(text.match(/ $/m), 'a space at the end of a line').toBeNull();
    expect(text).not.toMatch(/\n\n\n/);
    expect(structure(text).filter((line) => line.startsWith('unexpected'))).toEqual([]);
  });

  it('has no heading without text, none twice, and no list or table that is empty', () => {
    const lines = [...structure(text).filter((line) => line !== 'blank'), '# '];
    const isEmpty = (line: string, next: string): boolean =>
      /^#+ $/.test(line) && /^#+ $/.test(next) && next.length <= line.length;
    expect(lines.filter((line, index) => isEmpty(line, lines[index + 1] ?? ''))).toEqual([]);
    expect(text).not.toMatch(/^\| ---.*\n(?!\|)/m);
    expect(new Set(anchors(text)).size).toBe(anchors(text).length);
  });

  it('links to headings that are there', () => {
    const links = [...text.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor]) => anchor);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(anchors(text)).toContain(link);
  });

  it('has as many cells in each row as in the head of its table', () => {
    const isRow = (line: string | undefined): boolean => line?.startsWith('row of') ?? false;
    const uneven = structure(text).filter(
      (line, index, all) => isRow(line) && isRow(all[index - 1]) && line !== all[index - 1],
    );
    expect(uneven).toEqual([]);
  });

  it('says of every id it names what it stands for', () => {
    const told = new Set([...text.matchAll(/^\| ([A-Z]+-\d{3}) \|/gm)].map(([, id]) => id));
    const { spec } = readCase(name).generated;
    for (const id of idsIn(text)) {
      expect(told).toContain(id);
      expect(meaningOf(id, spec), id).toBeDefined();
    }
  });

  it('says of every id in a comment of main.bicep what it stands for', () => {
    const bicep = readCase(name).generated.files?.find((file) => file.path === 'main.bicep')?.text ?? '';
    for (const id of idsIn(bicep)) expect(text).toContain(`| ${id} |`);
  });

  it('has commands that a shell can read', () => {
    const blocks = fenced(text, 'bash');
    expect(blocks.length).toBeGreaterThan(5);
    for (const block of blocks) execFileSync('bash', ['-n'], { input: block });
  });

  it('closes in its picture what it opens', () => {
    const [picture = ''] = fenced(text, 'mermaid');
    expect(picture.match(/^\s*subgraph /gm)?.length).toBe(picture.match(/^\s*end$/gm)?.length);
    const nodes = new Set([...picture.matchAll(/^\s*(?:subgraph )?(\w+)[[(]/gm)].map(([, id]) => id));
    for (const [, from = '', to = ''] of picture.matchAll(/^ {2}([\w &]+) [<=-]\S+\|"[^"]*"\| ([\w &]+)$/gm))
      for (const id of [...from.split(' & '), ...to.split(' & ')]) expect(nodes).toContain(id);
  });
});

describe('README', () => {
  it('names the version of Bicep that is tested with', () => {
    expect(bicepVersion).toBe(pinnedVersion);
  });

  it.each(hostile)('keeps its structure whatever it is told: %j', (text) => {
    const benign = { workload: { description: 'words' }, tags: { owner: 'words', note: 'words' } };
    const changed = { workload: { description: text }, tags: { owner: text, note: text } };
    expect(structure(readme(changed))).toEqual(structure(readme(benign)));
    for (const block of fenced(readme(changed), 'bash')) execFileSync('bash', ['-n'], { input: block });
  });

  it('tells of one environment without comparing it', () => {
    const answers = answersWith();
    const { files } = generate(
      { ...answers, environments: { dev: answers.environments['dev'] ?? {} } },
      'version: 1\n',
      catalog,
    );
    const text = files?.find((file) => file.path === 'README.md')?.text ?? '';
    expect(text).not.toContain('### Parameters that differ');
    expect(text).toContain('--environment dev');
    expect(text).not.toMatch(/--env (test|prod)|main-prod|\(in dev\)/);
  });

  it('deploys every environment to its own group', () => {
    for (const environment of ['dev', 'test', 'prod'])
      expect(readme()).toContain(
        `bash deploy/deploy.sh plan --environment ${environment} --resource-group rg-legacyapp-${environment}-we-001\n`,
      );
  });

  it('deploys with the Azure CLI where there are no scripts', () => {
    const text = readme({ environments: { test: { deploymentScripts: { enabled: false } } } });
    const commands = (environment: string): string =>
      `az deployment group create --resource-group rg-legacyapp-${environment}-we-001 --name main-${environment} --parameters main.${environment}.bicepparam`;
    expect(text).toContain(commands('test'));
    expect(text).not.toContain('deploy.sh plan --environment test');
    expect(text).not.toContain(commands('dev'));
    const none = readme({ spec: { deploymentScripts: { enabled: false } } });
    expect(none).toContain(commands('dev'));
    expect(none).not.toContain('deploy/deploy');
  });

  it('reads outputs of a stack from the stack', () => {
    const text = readme({ environments: { prod: { deploymentScripts: { method: 'stack' } } } });
    expect(text).toMatch(/\(prod\) az rest .*deploymentStacks\/main-\$environment/);
    expect(readme()).not.toContain('deploymentStacks');
  });

  it('asks for what this workspace needs, and for nothing else', () => {
    expect(readme()).toContain('--name EncryptionAtHost');
    expect(readme({ constitution: { rules: { 'SEC-010': 'off' } } })).not.toContain('EncryptionAtHost');
    expect(readme()).toContain('--name VirtualMachines --tier Standard --subplan P2');
    expect(readme({ constitution: { rules: { 'SEC-005': 'off' } } })).not.toContain('--subplan P2');
    expect(readme()).not.toMatch(/BICEP_TRUSTED_REGISTRIES|Network Contributor|Private DNS Zone Contributor/);
  });

  it('never shows a password', () => {
    expect(readme()).not.toMatch(/--value |--password [^"]/);
    expect(readme()).toContain('bash deploy/bootstrap-vault.sh --environment dev');
    const withoutScripts = readme({ spec: { deploymentScripts: { enabled: false } } });
    expect(withoutScripts).toContain('--file <(openssl rand -base64 32');
    expect(withoutScripts).not.toMatch(/--value |--password [^"]/);
  });
});

describe('limitations', () => {
  it('names the environments in which nobody is notified of alerts', () => {
    const told = { alerts: { enabled: true, emails: ['a@b.example'] } };
    const spec = { alerts: { emails: [] } };
    expect(limitations({ spec })).toContain('Alerts in every environment notify no one');
    expect(limitations({ spec, environments: { prod: told } })).toContain('Alerts in dev and test notify no one');
    expect(limitations({ spec: told })).not.toContain('notify no one');
  });

  it('are true of this workspace', () => {
    expect(limitations()).not.toMatch(/Windows Server 2016|no availability zones|The hub must provide|package in it/);
    expect(limitations({ spec: { virtualMachine: { image: '2016-datacenter-gensecond' } } })).toContain(
      'Support for Windows Server 2016 (every environment) ends on 2027-01-12',
    );
    expect(limitations({ environments: { dev: { natGateway: { enabled: false } } } })).toContain(
      'There is no outbound internet access in dev',
    );
    expect(limitations({ spec: { keyVault: { enabled: false } } })).not.toContain('Purge protection');
  });
});
