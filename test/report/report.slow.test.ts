import { describe, expect, it } from 'vitest';
import type { Finding, FindingOf } from '../../src/findings/finding.ts';
import { reportHtml } from '../../src/report/report.ts';
import type { ReportRequest } from '../../src/report/subject.ts';
import { readCase } from '../cases/cases.ts';
import { chromiumPath } from '../support/chromium.ts';
import { browserOf, type Opened } from './browser.ts';
import { deep, few, requestFrom, requestOf, resource, snapshot } from './requests.ts';

const chromium = chromiumPath();
const open = browserOf(chromium);

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
const usual = reportHtml(requestOf({}, { ...deep(few, 'dev', 'test', 'prod'), findings: [broken] }));

const attacks = [
  `<script>window.ran = 1; alert(1)</script>`,
  `</title></style></script><script>window.ran = 2</script>`,
  `<img src=x onerror="window.ran = 3">`,
  `" onmouseover="window.ran = 4" autofocus onfocus="window.ran = 5" x="`,
  `' style='background:url(https://example.com/a.png)' x='`,
  `<svg onload=window.ran=6></svg><iframe src="javascript:parent.ran=7"></iframe>`,
  `<a href="javascript:window.ran = 8">x</a> javascript:window.ran=9`,
  `<link rel=stylesheet href=https://example.com/a.css><base href="https://example.com/">`,
  `<meta http-equiv=refresh content="0;url=https://example.com/">`,
  `--><!-- <details open ontoggle=window.ran=10>`,
  `&lt;script&gt;window.ran = 11&lt;/script&gt;`,
  `{{verbatim x}} {{{x}}} \u202e\u2066gnp.exe\u0000\u200b`,
  `data:text/html,<script>window.ran=12</script>`,
];

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" onload="parent.ran = 13; top.ran = 13">
<script>parent.ran = 14; alert(14)</script><style>@import url(https://example.com/b.css);</style>
<image href="https://example.com/c.png" width="5" height="5"/><foreignObject><iframe src="https://example.com/"/></foreignObject></svg>`;

const none = { environments: [], types: [], forbids: false, looksAtAny: () => false, deadPaths: () => [] };

/** Everything a person, a file or a compiler supplies says one hostile thing. */
function hostile(attack: string): ReportRequest {
  const request = requestOf({
    workload: { description: attack },
    tags: { owner: attack, costCenter: attack.slice(0, 40) },
  });
  const finding: Finding = {
    code: 'bicep/BCP001',
    severity: 'error',
    where: { file: attack, answer: attack, environment: attack, resource: attack },
    ids: [attack, 'SEC-010'],
    args: { message: attack },
  };
  const inResource: Finding = { ...broken, args: { ...broken.args, what: attack, instead: attack } };
  const resources = [resource(attack, attack, { properties: { [attack]: attack } }), ...few];
  const rules = request.spec.rules.map((rule) => ({
    ...rule,
    definition: {
      ...rule.definition,
      title: attack,
      shapes: attack,
      own: { ...none, resources: attack, must: attack },
      statement: () => attack,
      elsewhere: { psrule: [attack], policy: [attack] },
    },
  }));
  return {
    ...request,
    spec: {
      ...request.spec,
      rules,
      requirements: new Map(
        [...request.spec.requirements].map(([id, one]) => [
          id,
          { ...one, statement: attack, task: attack, answer: id },
        ]),
      ),
      waivers: [
        {
          id: attack,
          rule: attack,
          environments: [attack],
          resources: [attack],
          reason: attack,
          approvedBy: attack,
          until: attack,
        },
      ],
      stories: [{ id: 'US101', answer: 'x', title: attack, priority: 'P1', why: attack, test: attack, scenarios: [] }],
      constitution: { version: attack, ratified: attack, amended: undefined },
    },
    files: request.files.map((file) => (file.path === 'docs/architecture.svg' ? { ...file, text: drawing } : file)),
    check: {
      ...request.check,
      depth: 'snapshot',
      compiler: { path: attack, version: attack },
      snapshots: [snapshot('dev', resources), snapshot('prod', resources)],
      findings: [...request.check.findings, finding, inResource],
    },
  };
}

describe.skipIf(chromium === null)('a report of hostile answers, in a browser', () => {
  it.each(attacks)('runs nothing and asks for nothing: %s', async (attack) => {
    const { page, requests, said } = await open(reportHtml(hostile(attack)));
    await page.evaluate(
      `for (const one of document.querySelectorAll('details')) one.open = true;
       for (const one of document.querySelectorAll('*')) one.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));`,
    );
    await page.evaluate(`new Promise((done) => setTimeout(done, 150))`);
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(await page.evaluate('window.refused')).toEqual([]);
    expect({ requests, said }).toEqual({ requests: [], said: [] });
    expect(
      await page.evaluate(
        `[document.scripts.length, document.querySelectorAll('style').length, document.querySelectorAll('iframe, object, embed, base, form, svg').length,
          [...document.querySelectorAll('a')].filter((one) => !one.getAttribute('href').startsWith('#')).length,
          [...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames()).filter((name) => name.startsWith('on') || name === 'style').length]`,
      ),
    ).toEqual([1, 1, 0, 0, 0]);
    const seen = attack.replace(
      /[\u0000\u200b\u202e\u2066]/g,
      (one) => `\\u{${one.codePointAt(0)?.toString(16) ?? ''}}`,
    );
    expect(await page.evaluate(`document.querySelector('.lead').textContent`)).toBe(seen);
    await page.close();
  });

  it('has a policy that refuses what would come in by another way', async () => {
    const { page, requests } = await open(usual);
    await page.evaluate(
      `const script = document.createElement('script'); script.textContent = 'window.ran = 1'; document.body.append(script);
       const image = new Image(); image.src = 'https://example.com/x.png'; document.body.append(image);
       document.body.setAttribute('onclick', 'window.ran = 2'); document.body.click();
       const done = fetch('https://example.com/').catch(() => {});`,
    );
    await page.evaluate(`new Promise((done) => setTimeout(done, 150))`);
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(await page.evaluate('new Set(window.refused.map((one) => one.split(" ")[0])).size')).toBe(4);
    expect(requests).toEqual(['refused https://example.com/x.png']);
    await page.close();
  });
});

const active = `(() => { const one = document.activeElement; return one.id || one.textContent.trim().replace(/\\s+/g, ' ').slice(0, 40) || one.tagName; })()`;

async function tabs(page: Opened['page'], count: number): Promise<readonly unknown[]> {
  const seen: unknown[] = [];
  for (let index = 0; index < count; index += 1) {
    await page.keyboard.press('Tab');
    seen.push(await page.evaluate(active));
  }
  return seen;
}

/** In the page: texts whose contrast with what is behind them is less than 4.5. */
const weak = `(() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = numbers(colour).map((part) => { const c = part / 255; return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (numbers(backgroundColor)[3] !== 0) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const weak = new Set();
  for (const one of document.querySelectorAll('body *')) {
    const isText = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
    if (!isText || one.getClientRects().length === 0 || /^(SCRIPT|STYLE|OPTION)$/.test(one.tagName)) continue;
    const [a, b] = [light(getComputedStyle(one).color), light(behind(one))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) weak.add(one.tagName + '.' + one.className + ' ' + ratio.toFixed(2));
  }
  return [...weak];
})()`;

const shown = (selector: string): string =>
  `[...document.querySelectorAll('${selector}')].filter((one) => one.getClientRects().length > 0).length`;

describe.skipIf(chromium === null)('a report, by keyboard', () => {
  it('is walked from the link that skips to the search, the sections, and what is in them', async () => {
    const { page } = await open(usual);
    expect(await tabs(page, 13)).toEqual([
      'Skip to the content',
      'search',
      'Summary',
      'Evaluation',
      'Findings 1',
      expect.stringMatching(/^Constitution \d+/),
      expect.stringMatching(/^Benchmarks \d+/),
      'Architecture',
      'Cost',
      expect.stringMatching(/^Parameters \d+/),
      'Resources 9',
      expect.stringMatching(/^Traceability \d+/),
      expect.stringMatching(/rules Compliant/),
    ]);
    expect(await page.evaluate(`getComputedStyle(document.activeElement).outlineStyle`)).toBe('solid');
    await page.focus('#resource-dev-1 summary');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(`document.querySelector('#resource-dev-1').open`)).toBe(true);
    expect(await tabs(page, 1)).toEqual(['SEC-002']);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('location.hash')).toBe('#rule-SEC-002');
    await page.close();
  });

  it('skips to the content, and shows where it is', async () => {
    const { page } = await open(usual);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement.getBoundingClientRect().left >= 0`)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(active)).toBe('content');
    await page.close();
  });

  it('searches everything from / on, and shows everything again with Escape', async () => {
    const { page } = await open(usual);
    const all = await page.evaluate(shown('[data-row]'));
    await page.keyboard.press('/');
    expect(await page.evaluate(active)).toBe('search');
    await page.keyboard.type('bastion host');
    expect(await page.evaluate(`document.querySelector('#search').value`)).toBe('bastion host');
    expect(await page.evaluate(`document.querySelector('#said').textContent`)).toMatch(/^\d+ found$/);
    const found = (await page.evaluate(
      `[...document.querySelectorAll('[data-row]:not(.out)')].every((one) => /bastion/i.test(one.textContent) && /host/i.test(one.textContent))`,
    )) as boolean;
    expect(found).toBe(true);
    expect(await page.evaluate(shown('[data-row]'))).toBeLessThan(all as number);
    expect(await page.evaluate(`document.querySelector('[data-count="resources"]').textContent`)).toBe('0 of 9');
    expect(await page.evaluate(shown('#resources [data-empty]'))).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(shown('[data-row]'))).toBe(all);
    expect(await page.evaluate(`document.querySelector('#search').value`)).toBe('');
    await page.close();
  });

  it('filters resources, rules and parameters', async () => {
    const { page } = await open(usual);
    const rows = (section: string): Promise<unknown> => page.evaluate(shown(`#${section} [data-row]`));
    await page.select('#resources [data-by="environment"]', 'prod');
    expect(await rows('resources')).toBe(3);
    expect(await page.evaluate(shown('#resources h3'))).toBe(1);
    await page.select('#resources [data-by="type"]', 'Microsoft.Compute/virtualMachines');
    expect(await rows('resources')).toBe(1);
    await page.select('#resources [data-by="standing"]', 'Noncompliant');
    expect(await rows('resources')).toBe(1);
    await page.select('#constitution [data-by="state"]', 'Noncompliant');
    expect(await rows('constitution')).toBe(1);
    await page.click('#parameters [data-by="differs"]');
    expect(
      await page.evaluate(
        `document.querySelectorAll('#parameters [data-row]:not(.out)').length === document.querySelectorAll('[data-differs="yes"]').length`,
      ),
    ).toBe(true);
    await page.click('#resources [data-unfold]');
    expect(await page.evaluate(`document.querySelectorAll('#resources details[open]').length`)).toBe(1);
    await page.close();
  });

  it('shows what a link leads to, also where it was filtered away or folded', async () => {
    const { page } = await open(usual);
    await page.select('#resources [data-by="environment"]', 'dev');
    await page.click('#findings a[href="#resource-prod-1"]');
    await page.waitForFunction(`document.querySelector('#resource-prod-1').open`);
    expect(await page.evaluate(shown('#resource-prod-1 pre'))).toBe(1);
    await page.close();
    const linked = await open(usual, { hash: '#resource-prod-1' });
    expect(await linked.page.evaluate(`document.querySelector('#resource-prod-1').open`)).toBe(true);
    await linked.page.close();
  });
});

describe.skipIf(chromium === null)('a report, however it is read', () => {
  const request = requestFrom(readCase('everything-on').generated, {
    ...deep(few, 'dev', 'test', 'prod'),
    findings: [broken],
  });
  const large = reportHtml(request);

  it.each([1280, 768, 390])('is no wider than a window of %i', async (width) => {
    const { page } = await open(large, { width });
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    await page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true;`);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    await page.close();
  });

  it('says all without script, with no control that does nothing', async () => {
    const { page } = await open(usual, { script: false });
    expect(await page.evaluate(shown('[data-control], [data-empty]'))).toBe(0);
    expect(await page.evaluate(`document.querySelectorAll('.out').length`)).toBe(0);
    expect(await page.evaluate(shown('[data-row]'))).toBe(
      await page.evaluate(`document.querySelectorAll('[data-row]').length`),
    );
    await page.close();
  });

  it('prints what a filter left out, and neither controls nor what paper leaves out', async () => {
    const { page } = await open(usual);
    const printed = (selector: string): Promise<unknown> => page.evaluate(shown(selector));
    await page.select('#constitution [data-by="state"]', 'Noncompliant');
    await page.emulateMediaType('print');
    const rules = await page.evaluate(`document.querySelectorAll('#constitution [data-row]').length`);
    expect(await printed('#constitution [data-row]')).toBe(rules);
    expect(await printed('nav, [data-control], .skip, .screen, details, pre')).toBe(0);
    expect(await printed('.paper')).toBeGreaterThan(4);
    await page.emulateMediaType('screen');
    expect(await printed('.paper')).toBe(0);
    await page.close();
  });

  it.each(['light', 'dark'] as const)('can be read in %s: text stands out from what is behind it', async (scheme) => {
    const { page } = await open(usual, { scheme });
    expect(await page.evaluate(weak)).toEqual([]);
    await page.close();
  });

  it('has one heading of its own, no level left out, and a name for everything that can be reached', async () => {
    const { page } = await open(usual);
    const levels = (await page.evaluate(
      `[...document.querySelectorAll('h1, h2, h3')].map((one) => Number(one.tagName[1]))`,
    )) as number[];
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
    const client = await page.createCDPSession();
    const { nodes } = await client.send('Accessibility.getFullAXTree');
    const roles = nodes
      .filter((node) => !node.ignored)
      .map((node) => ({ role: String(node.role?.value), name: String(node.name?.value ?? '') }));
    const named = new Set([
      'link',
      'button',
      'searchbox',
      'combobox',
      'checkbox',
      'image',
      'region',
      'navigation',
      'heading',
      'DisclosureTriangle',
      'meter',
      'rowheader',
      'columnheader',
    ]);
    expect(roles.filter(({ role, name }) => named.has(role) && name.trim() === '')).toEqual([]);
    const there = new Set(roles.map(({ role }) => role));
    for (const role of ['main', 'navigation', 'search', 'complementary', 'searchbox', 'combobox', 'table', 'rowheader'])
      expect(there).toContain(role);
    await page.close();
  });
});
