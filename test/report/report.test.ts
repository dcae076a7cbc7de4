import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { makeFinding, type Finding, type FindingOf } from '../../src/findings/finding.ts';
import { reportHtml, reportMark } from '../../src/report/report.ts';
import { cases, readCase } from '../cases/cases.ts';
import { section, tagsOf, textOf } from './markup.ts';
import { deep, few, requestFrom, requestOf, snapshot } from './requests.ts';

const broken: FindingOf<'constitution/broken'> = {
  code: 'constitution/broken',
  severity: 'error',
  where: { resource: few[0]?.id ?? '', environment: 'prod' },
  ids: ['SEC-010'],
  args: {
    rule: 'SEC-010',
    title: 'Encryption at host',
    what: 'it is not encrypted',
    instead: 'set encryptionAtHost to true',
  },
};
const deepRequest = requestOf({}, { ...deep(few, 'dev', 'test', 'prod'), findings: [broken] });
const page = reportHtml(deepRequest);
const told = (id: string, of = page): string => textOf(section(of, id));
const row = (id: string, of = page): string => {
  const start = of.indexOf(`id="rule-${id}"`);
  return textOf(of.slice(start - 30, of.indexOf('</tbody>', start)).replace(/^[^<]*/, ''));
};

describe('the page', () => {
  it.each(cases)('of %s is closed markup with links that lead somewhere, and asks for nothing', (name) => {
    const html = reportHtml(requestFrom(readCase(name).generated, {}));
    const tags = tagsOf(html);
    const ids = tags.flatMap(({ attributes: { id } }) => id ?? []);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const targets = tags.flatMap(({ attributes: { href } }) => (href?.startsWith('#') ? href.slice(1) : []));
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    const labelled = tags.flatMap(({ attributes }) => attributes['aria-labelledby'] ?? []);
    expect(labelled.filter((id) => !ids.includes(id))).toEqual([]);
    for (const { attributes } of tags) {
      expect(Object.keys(attributes).filter((key) => /^on|^style$/.test(key))).toEqual([]);
      for (const key of ['src', 'href']) expect(attributes[key] ?? '#').toMatch(/^(#|data:)/);
    }
  });

  it('is the same for the same check, begins with its mark, and holds no path or host', () => {
    expect(reportHtml(requestOf({}, { ...deep(few, 'dev', 'test', 'prod'), findings: [broken] }))).toBe(page);
    expect(page.split('\n')[0]).toBe(reportMark);
    expect(page).not.toContain('/somewhere');
    expect(page).not.toMatch(/https?:/);
  });

  it('permits its own style and script by their hashes, and nothing else', () => {
    const policy =
      /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll('&#39;', "'") ?? '';
    expect(page).toMatch(/<style>:root \{[^<]*@media print[^<]*<\/style>/);
    expect(page).toMatch(/<script>'use strict';/);
    const hash = (tag: string): string =>
      createHash('sha256')
        .update(new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(page)?.[1] ?? '')
        .digest('base64');
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src 'sha256-${hash('style')}'`,
      `script-src 'sha256-${hash('script')}'`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it('lets no value into its templates but by the helper', () => {
    const folder = fileURLToPath(new URL('../../templates/report/', import.meta.url));
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.hbs'))) {
      const raw: string[] = [];
      const visitor = new Handlebars.Visitor();
      visitor.MustacheStatement = (statement) => {
        const { original } = statement.path as hbs.AST.PathExpression;
        if (original !== 'html') raw.push(original);
      };
      visitor.accept(Handlebars.parse(readFileSync(`${folder}${file}`, 'utf8')));
      expect(raw, file).toEqual(file === 'report.html.hbs' ? ['verbatim', 'verbatim', 'verbatim'] : []);
    }
  });

  it('keeps what a person wrote, as text', () => {
    const description = `</title><script>alert(1)</script> & "quoted" 'too' <img src=x onerror=alert(2)> \u202egnp.exe`;
    const html = reportHtml(requestOf({ workload: { description }, tags: { owner: '<b>"x"</b>' } }));
    expect(tagsOf(html).filter(({ name }) => name === 'script')).toHaveLength(1);
    expect(tagsOf(html).filter(({ attributes }) => attributes['src'] === 'x')).toEqual([]);
    expect(textOf(html)).toContain(description.replace('\u202e', '\\u{202e}'));
    expect(html).not.toContain('\u202e');
  });
});

describe('the overview', () => {
  it('identifies the check, and says that nothing was deployed', () => {
    const text = told('summary');
    expect(text).toContain('Predicted, not deployed.');
    for (const fact of [
      'Workload legacyapp',
      'Environments dev, test, prod',
      'As of 2026-11-27',
      'Tool create-avm 1.2.3',
      'Compiler Bicep 0.49.2',
      'Validation level order',
      `Settings avm.yaml, SHA-256 ${'ab'.repeat(32)}`,
      `Template main.bicep, SHA-256 ${'cd'.repeat(32)}`,
      'Commit None',
      'Waivers None.',
    ])
      expect(text).toContain(fact);
    expect(told('summary', reportHtml(requestOf()))).toContain(
      'Not deployed, and not predicted for every environment.',
    );
  });

  it('says what a signature covers: environments, day, and hashes, and that it is not Azure', () => {
    const covered = (check: Parameters<typeof requestOf>[1], basis: object = {}): string => {
      const request = requestOf({}, check);
      return told('summary', reportHtml({ ...request, basis: { ...request.basis, ...basis } }));
    };
    expect(covered(deep(few, 'dev', 'test', 'prod'))).toMatch(
      /My signature covers dev, test, and prod as of 2026-11-27, with these SHA-256 hashes: avm\.yaml abababababab… ?, main\.bicep cdcdcdcdcdcd… ?\. It covers no resources in Azure\. Name Role Date Signature/,
    );
    const one = covered({ ...deep(few, 'prod'), environments: ['prod'] }, { template: null });
    expect(one).toMatch(/My signature covers prod as of 2026-11-27, .*main\.bicep None ?\./);
    expect(one).toContain('Template None: there is no main.bicep');
  });

  it('counts each rule once, by level and by the state that decides', () => {
    const text = told('summary');
    const [, must = '', should = '', all = ''] = /MUST ([\d ]+) SHOULD ([\d ]+) All rules ([\d ]+)/.exec(text) ?? [];
    const numbers = (row: string): readonly number[] => row.trim().split(' ').map(Number);
    const sum = (row: string): number =>
      numbers(row)
        .slice(0, -1)
        .reduce((one, other) => one + other, 0);
    for (const row of [must, should, all]) expect(numbers(row).at(-1)).toBe(sum(row));
    expect(numbers(must)[0]).toBe(1);
    expect(numbers(all)).toEqual(numbers(must).map((one, at) => one + (numbers(should)[at] ?? 0)));
    expect(numbers(all).at(-1)).toBe(deepRequest.spec.rules.filter(({ level }) => level !== 'off').length);
  });

  it('says that all holds only where all was looked at', () => {
    const clean = reportHtml(requestOf({}, deep([], 'dev', 'test', 'prod')));
    expect(told('summary', clean)).toContain('✓ Every MUST is Compliant, Not evaluated, or Not applicable');
    const shallow = told('summary', reportHtml(requestOf()));
    expect(shallow).toContain(
      '○ No error in what was evaluated Not evaluated: compiler, predicted resources, types, and order.',
    );
    expect(told('evaluation', reportHtml(requestOf()))).toContain(
      'Not evaluated The check ran at validation level interface.',
    );
    expect(told('summary')).toContain('✗ 1 error This workspace is Noncompliant.');
  });

  it('says Noncompliant of a rule alone, and not of a file that was edited', () => {
    const edited: Finding = {
      code: 'files/edited',
      severity: 'error',
      where: { file: 'main.bicep' },
      ids: [],
      args: { path: 'main.bicep' },
    };
    const text = told(
      'summary',
      reportHtml(requestOf({}, { ...deep(few, 'dev', 'test', 'prod'), findings: [edited] })),
    );
    expect(text).toContain('✗ 1 error This workspace has errors; see the findings.');
    expect(text).not.toContain('This workspace is Noncompliant');
  });

  it.each([
    [
      makeFinding('compiler/missing', 'error', { looked: ['/a'], pinned: '0.49.2' }),
      'No Bicep compiler was found in /a.',
    ],
    [makeFinding('modules/no-folder', 'error', { folder: '/mods' }), "The modules folder '/mods' does not exist."],
  ])('says why there was no compiler: $code', (finding, why) => {
    const html = reportHtml(requestOf({}, { depth: 'order', findings: [finding] }));
    expect(told('evaluation', html)).toContain(why);
    expect(told('evaluation', html)).toContain('The compiler didn’t run.');
    expect(told('summary', html)).toContain(
      'This workspace could not be evaluated. Not evaluated: compiler, predicted resources, types, and order.',
    );
  });

  it.each([
    [{ ...deep([]), source: 'interfaces' }, 'Modules that were built from interfaces contain no resources.'],
    [deep([]), 'The files on disk don’t compile, or their prediction failed.'],
    [{ ...deep([]), depth: 'module' as const }, 'The check ran at validation level module.'],
  ])('says why nothing was predicted', (check, why) => {
    const html = reportHtml(requestOf({}, check));
    expect(told('evaluation', html)).toContain(why);
    expect(told('resources', html)).toContain(`No resources were predicted for dev, test, prod. ${why}`);
  });

  it('tells of the environments that were checked, and names the others', () => {
    const html = reportHtml(requestOf({}, { ...deep(few, 'prod'), environments: ['prod'] }));
    expect(told('summary', html)).toContain('Environments prod (not evaluated: dev, test)');
    expect(told('parameters', html)).not.toContain('dev');
    expect(told('resources', html)).toMatch(/prod 3 in rg-legacyapp-prod/);
  });
});

describe('the constitution', () => {
  it('says of a rule where it holds, over how many resources, and what breaks it', () => {
    expect(row('SEC-010')).toMatch(
      /dev ✓ Compliant 1 resource test ✓ Compliant 1 resource prod ✗ Noncompliant 1 resource/,
    );
    expect(row('SEC-010')).toContain(
      '✗ prod it is not encrypted: vm-a Remedy To fix it, set encryptionAtHost to true.',
    );
    expect(row('SEC-010')).toMatch(/Evaluated in dev vm-a Evaluated in test vm-a/);
    expect(section(page, 'constitution')).toContain('<a class="id" href="#resource-prod-1">vm-a</a>');
  });

  it('tells apart what main.bicep keeps, what has nothing to look at, and what was not looked at', () => {
    expect(row('ARC-003')).toContain('dev ✓ Compliant main.bicep');
    expect(row('SEC-017')).toContain('– Not applicable there’s no key vault');
    const shallow = reportHtml(requestOf());
    expect(row('SEC-010', shallow)).toContain(
      'dev ○ Not evaluated settings Compliant; avm check evaluates the predicted resources',
    );
    expect(row('SEC-001', shallow)).toMatch(/dev ○ Not evaluated avm check evaluates the predicted resources test/);
  });

  it('says what answers break a rule that is a wish', () => {
    const html = reportHtml(
      requestOf({
        constitution: { rules: { 'SEC-005': { level: 'should', maxHours: 3 } } },
        environments: { dev: { justInTime: { enabled: false } } },
      }),
    );
    expect(row('SEC-005', html)).toContain('dev ✗ Noncompliant');
    expect(row('SEC-005', html)).toContain('✗ dev just-in-time access is disabled');
    expect(told('findings', html)).toContain('! warning SEC-005');
  });

  it('tells of custom rules what they look at, where they hold for want of anything, and what cannot be told', () => {
    const rule = (more: object): object => ({
      title: 'T',
      level: 'must',
      category: 'network',
      statement: 'S',
      message: 'M',
      instead: 'I',
      ...more,
    });
    const own = {
      'ORG-001': rule({ resources: { type: 'Microsoft.Network/publicIPAddresses' }, count: { atMost: 0 } }),
      'ORG-002': rule({
        resources: { type: 'Microsoft.Compute/virtualMachines' },
        must: { path: 'properties.x', equals: 1 },
      }),
    };
    const untold: Finding = {
      ...broken,
      code: 'constitution/untold',
      severity: 'warning',
      ids: ['ORG-002'],
      args: { ...broken.args, rule: 'ORG-002' },
    };
    const html = reportHtml(
      requestOf({ constitution: { own } }, { ...deep(few, 'dev', 'test', 'prod'), findings: [untold] }),
    );
    expect(row('ORG-001', html)).toMatch(/must, custom .*dev ✓ Compliant 3 resources/);
    expect(row('ORG-002', html)).toMatch(/dev ✓ Compliant 1 resource test .*prod ○ Not evaluated 1 resource/);
    expect(told('summary', html)).toContain('Not evaluated');
    expect(row('ORG-002', html)).toMatch(/Resources .*Condition /);
  });

  it('says of what is waived by whom, until when, and how the waiver stands', () => {
    const waivers = {
      'W-001': {
        rule: 'SEC-010',
        environments: ['dev'],
        reason: 'Not registered yet',
        approvedBy: 'The board',
        until: '2027-01-31',
      },
    };
    const changes = {
      constitution: { waivers },
      environments: { dev: { virtualMachine: { encryptionAtHost: false } } },
    };
    const expiring: Finding = {
      code: 'waiver-expiring',
      severity: 'warning',
      where: {},
      ids: ['SEC-010'],
      args: { waiver: 'W-001', rule: 'SEC-010', until: '2027-01-31', approvedBy: 'The board', days: 3 },
    };
    const html = reportHtml(requestOf(changes, deep(few, 'dev', 'test', 'prod')));
    expect(row('SEC-010', html)).toMatch(/dev ! Waived 1 resource test ✓ Compliant/);
    expect(row('SEC-010', html)).toContain('encryption at host is disabled; W-001 waives it until 2027-01-31');
    expect(row('SEC-010', html)).toContain('Waived The board approved it: Not registered yet');
    expect(told('summary', html)).toContain('Every MUST is Compliant, Waived, Not evaluated, or Not applicable');
    expect(told('summary', html)).toMatch(/W-001 SEC-010 dev All Not registered yet The board 2027-01-31 ✓ Active/);
    expect(told('summary', reportHtml(requestOf(changes, { findings: [expiring] })))).toContain('! Expires soon');
  });

  it('names rules that are off, and proves none of them', () => {
    const html = reportHtml(requestOf({ constitution: { rules: { 'SEC-010': 'off' } } }));
    expect(told('constitution', html)).toMatch(
      /These rules are off and weren’t evaluated: (?:[^.]*; )?SEC-010 Encryption at host/,
    );
    expect(html).not.toContain('id="rule-SEC-010"');
  });
});

describe('what is below it', () => {
  it('sets parameters side by side, and marks what differs', () => {
    const html = section(page, 'parameters');
    const at = (name: string): string => html.slice(html.lastIndexOf('<tr', html.indexOf(`<code>${name}</code>`)));
    const cells = (name: string): readonly string[] =>
      [
        ...at(name)
          .slice(0, at(name).indexOf('</tr>'))
          .matchAll(/<td( class="other")?>/g),
      ].map(([, mark]) => mark ?? '');
    expect(at('lockKind')).toMatch(/^<tr data-row data-differs="yes">/);
    expect(cells('lockKind')).toEqual(['', '', ' class="other"']);
    expect(at('location')).toMatch(/^<tr data-row data-differs="no">/);
    expect(cells('location')).toEqual(['', '', '']);
  });

  it('tells of each predicted resource: what it is on, who looked at it, what it breaks, all of its properties', () => {
    const text = told('resources');
    expect(text).toContain('vm-a Microsoft.Compute/virtualMachines ✗ Noncompliant');
    expect(text).toContain('to-logs on vm-a Microsoft.Insights/diagnosticSettings');
    expect(text).toContain('"encryptionAtHost": false');
    expect(text).toMatch(/Noncompliant SEC-010 Rules evaluated against it [A-Z0-9, -]*SEC-010/);
  });

  it('leads from ids to declarations, parameters, files and lines, and back', () => {
    const text = told('traceability');
    expect(text).toMatch(/SEC-004 Administrative access through Azure Bastion bastion , justInTime bastionName/);
    expect(text).toMatch(/main\.bicep \d+–\d+/);
    expect(text).toMatch(/bastion avm\/res\/network\/bastion-host:[\d.]+ Azure Bastion everywhere FR-004 , SEC-004/);
    expect(text).toContain('No enabled component implements FR-006');
  });

  it('says of custom requirements what satisfies them, and of others why they are out of scope', () => {
    const requirements = {
      functional: {
        'FR-101': {
          statement: 'Payslips are kept.',
          satisfiedBy: { components: ['storage-account'], rules: ['SEC-015'] },
        },
        'FR-102': { statement: 'Somebody looks.', satisfiedBy: { task: 'Look at it' } },
      },
      outOfScope: { 'FR-006': 'There is no hub.' },
    };
    const text = told('traceability', reportHtml(requestOf({ requirements })));
    expect(text).toMatch(/FR-101 Payslips are kept\. Satisfied everywhere by SEC-015\. [^.]*storageAccount/);
    expect(text).toContain('FR-102 Somebody looks. Satisfied everywhere by a person: Look at it.');
    expect(text).toContain('Out of scope: FR-006 , There is no hub.');
  });

  it('tells of findings the worst first, with their place and remedy', () => {
    const warning: Finding = {
      code: 'files/edited',
      severity: 'warning',
      where: { file: 'main.bicep', line: 3, column: 5 },
      ids: [],
      args: { path: 'main.bicep' },
    };
    const html = reportHtml(requestOf({}, { ...deep(few, 'prod'), findings: [warning, broken] }));
    expect(told('findings', html)).toMatch(
      /✗ error SEC-010 .*Resource vm-a.*! warning 'main\.bicep' was edited.*File main\.bicep:3:5/,
    );
    expect(section(html, 'findings')).toContain('href="#resource-prod-1"');
    expect(told('findings', reportHtml(requestOf()))).toContain('None.');
  });

  it('shows the drawings of the file set, and has no section where there is none', () => {
    const without = deepRequest.files.filter(({ path }) => !path.endsWith('.svg'));
    expect(reportHtml({ ...deepRequest, files: without })).not.toContain('id="architecture"');
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><text>a & "b" # % \ud800</text></svg>';
    const files = ['docs/architecture.svg', 'docs/architecture.prod.svg', 'docs/other.svg'].map((path) => ({
      path,
      text: svg,
      trace: [],
    }));
    const html = reportHtml({ ...deepRequest, files: [...without, ...files] });
    const images = tagsOf(html).filter(({ name }) => name === 'img');
    expect(images.map(({ attributes }) => decodeURIComponent(attributes['src'] ?? ''))).toEqual(
      Array.from({ length: 2 }, () => `data:image/svg+xml,${svg.replace('\ud800', '\ufffd')}`),
    );
    expect(images.every(({ attributes }) => attributes['alt']?.includes('docs/architecture'))).toBe(true);
  });

  it('takes resources whose ids differ in case, and two of one id', () => {
    const [machine] = few;
    if (!machine) throw new Error('no machine');
    const twice = [machine, { ...machine, id: machine.id.toUpperCase() }];
    const html = reportHtml(
      requestOf({}, { ...deep([], 'dev', 'test'), snapshots: [snapshot('prod', twice)], findings: [broken] }),
    );
    tagsOf(html);
    expect(section(html, 'resources').match(/class="badge bad"/g)).toHaveLength(2);
  });
});

describe('the benchmarks', () => {
  const controlRow = (id: string, of = page): string => {
    const html = section(of, 'benchmarks');
    const start = html.indexOf(`class="rule-id">${id}</th>`);
    if (start < 0) throw new Error(`no control ${id}`);
    return textOf(html.slice(start + 'class="rule-id">'.length, html.indexOf('</tr>', start)));
  };

  it('lead from controls to rules with their states, and say that a state is none of the control', () => {
    expect(controlRow('NS-2')).toMatch(/^NS-2 Secure cloud native services with network controls .* SEC-008 , SEC-015/);
    expect(controlRow('DP-4')).toMatch(/✗ Noncompliant SEC-010/);
    expect(controlRow('8.11')).toMatch(/Ensure Trusted Launch is enabled on virtual machines .*SEC-011/);
    expect(section(page, 'benchmarks')).toContain('<a class="id" href="#rule-SEC-010">SEC-010</a>');
    expect(told('benchmarks')).toContain('It isn’t a state of the control');
    expect(told('benchmarks')).toContain('learn.microsoft.com/azure/governance/policy/samples/cis-azure-2-0-0');
    expect(row('SEC-016')).toMatch(/MCSB v1 PA-7 CIS v2\.0\.0 8\.6 CIS v3\.0\.0 3\.3\.6/);
  });

  it('have the controls that only custom rules name, in their order', () => {
    const own = (controls: object): object => ({
      title: 'Disks are small',
      level: 'must',
      category: 'cost',
      statement: 'Disks MUST be small.',
      resources: { type: 'Microsoft.Compute/disks' },
      must: { path: 'properties.diskSizeGB', atMost: 64 },
      message: 'it is large',
      instead: 'use a smaller one',
      controls,
    });
    const answers = { 'ORG-001': own({ cis2: ['9.10', '9.9'] }), 'ORG-002': own({ cis2: ['9.9', '3.10'] }) };
    const html = reportHtml(requestOf({ constitution: { own: answers } }));
    expect(controlRow('9.9', html)).toMatch(/ORG-001 , ORG-002/);
    expect(controlRow('3.10', html)).toMatch(/ORG-002/);
    expect(section(html, 'benchmarks').indexOf('>9.9<')).toBeLessThan(section(html, 'benchmarks').indexOf('>9.10<'));
  });

  it('say Not evaluated of a rule that is off, and leave out controls without a rule', () => {
    const html = reportHtml(requestOf({ constitution: { rules: { 'SEC-010': 'off' } } }));
    expect(controlRow('DP-4', html)).toMatch(/○ Not evaluated SEC-010 \(off\)/);
    expect(html).not.toContain('href="#rule-SEC-010"');
    expect(() => controlRow('DP-5')).toThrow('no control DP-5');
    const required = reportHtml(
      requestOf({ constitution: { rules: { 'SEC-009': { level: 'must', mode: 'required' } } } }),
    );
    expect(controlRow('DP-5', required)).toMatch(/○ Not evaluated SEC-009/);
  });
});

describe('what paper leaves out', () => {
  const waiver = (at: number, more: object = {}): object => ({
    rule: 'SEC-010',
    environments: ['dev'],
    reason: `Reason ${at}`,
    approvedBy: 'The board',
    until: `2027-01-${String(31 - at).padStart(2, '0')}`,
    ...more,
  });
  const waivedBy = (...some: readonly object[]): string =>
    reportHtml(
      requestOf({
        constitution: {
          waivers: Object.fromEntries(some.map((one, at) => [`W-${String(at + 1).padStart(3, '0')}`, one])),
        },
      }),
    );
  const listed = (html: string): readonly string[] =>
    [...section(html, 'summary').matchAll(/<tr( class="screen")?><th scope="row">(W-\d+)/g)].map(
      ([, later, id]) => `${id}${later ? ' later' : ''}`,
    );

  it('is told of waivers: those that expire last, and all with their reasons on the next page', () => {
    const html = waivedBy(...Array.from({ length: 8 }, (_, at) => waiver(at)));
    const first = ['W-008', 'W-007', 'W-006', 'W-005', 'W-004', 'W-003'];
    expect(listed(html)).toEqual([...first, 'W-002 later', 'W-001 later']);
    expect(told('summary', html)).toContain(
      '2 more waivers aren’t listed here. Reasons of waivers, on the next page, lists all 8 waivers with their reasons and resources.',
    );
    expect(told('evaluation', html).match(/Reason \d+/g)).toHaveLength(8);
    expect(told('summary', waivedBy(waiver(0)))).toContain(
      'Reasons of waivers, on the next page, lists the waiver with its reason and resources.',
    );
  });

  it('is told of waivers with long approvers, of which at least one is listed', () => {
    const approvedBy = 'The board of architecture '.repeat(12).trim().slice(0, 300);
    const html = waivedBy(waiver(0, { approvedBy }), waiver(1, { approvedBy }), waiver(2, { approvedBy }));
    expect(listed(html)).toEqual(['W-003', 'W-002 later', 'W-001 later']);
    expect(told('summary', html)).toContain('2 more waivers aren’t listed here.');
  });

  it('is told of findings, the least severe of which it leaves out', () => {
    const many = Array.from({ length: 28 }, (_, at): Finding => ({
      ...broken,
      where: { ...broken.where, line: at + 1 },
    }));
    const html = reportHtml(requestOf({}, { ...deep(few, 'prod'), findings: many }));
    expect(section(html, 'findings').match(/<li class="finding bad screen"/g)).toHaveLength(3);
    expect(told('findings', html)).toContain('more are in the HTML file of this report, under Findings.');
    expect(told('findings')).not.toContain('more are in the HTML file');
  });

  it('is told of parameters, resources, evidence, and traceability', () => {
    for (const [id, name] of [
      ['parameters', 'Parameters'],
      ['resources', 'Resources'],
      ['constitution', 'Constitution'],
      ['traceability', 'Traceability'],
    ] as const)
      expect(told(id)).toMatch(new RegExp(`HTML file of this report, under ${name}\\b`));
    expect(told('resources')).toMatch(/Type dev test prod Microsoft\.Compute\/virtualMachines 1 1 1/);
  });
});
