import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { describe, expect, it } from 'vitest';
import { checkWorkspace } from '../../src/checks/check.ts';
import { reportHtml } from '../../src/report/report.ts';
import type { ReportRequest } from '../../src/report/subject.ts';
import { filesOf, readCase } from '../cases/cases.ts';
import { catalog } from '../plan/support.ts';
import { chromiumPath } from '../support/chromium.ts';
import { modulesFolder } from '../support/modules.ts';
import { isMissing } from '../support/tools.ts';
import { browserOf } from './browser.ts';
import { deep, few, requestFrom, requestOf } from './requests.ts';

const chromium = chromiumPath();
const modules = modulesFolder();
const open = browserOf(chromium);

const formats = ['A4', 'Letter'] as const;
type Format = (typeof formats)[number];

/** A case takes half a minute: those with the most resources, rules, environments, and text, and the two other blueprints. */
const printed = ['defaults', 'everything-on', 'many', 'added-modules', 'differing-environments', 'data-store', 'empty'];
/** Cases that are printed on Letter too; paper of a case takes seconds. */
const inBothFormats = new Set(['defaults', 'everything-on', 'many']);

const onlySummary = `for (const one of document.querySelectorAll('main > :not(.head, #summary)')) one.remove();`;

interface Printed {
  readonly all: number;
  /** Of the summary, without what follows. */
  readonly summary: number;
}

/** Pages of paper, by format. What follows the summary begins on a new page. */
async function print(html: string, ...some: readonly Format[]): Promise<readonly Printed[]> {
  const { page } = await open(html);
  const count = async (format: Format): Promise<number> => {
    const pdf = Buffer.from(await page.pdf({ format, timeout: 120_000 })).toString('latin1');
    return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  };
  const counts = async (): Promise<readonly number[]> => {
    const found: number[] = [];
    for (const format of some) found.push(await count(format));
    return found;
  };
  const all = await counts();
  await page.emulateMediaType('print');
  expect(await page.evaluate(`getComputedStyle(document.querySelector('#summary + section')).breakBefore`)).toBe(
    'page',
  );
  await page.evaluate(onlySummary);
  const summary = await counts();
  await page.close();
  return some.map((_, at) => ({ all: all[at] ?? 0, summary: summary[at] ?? 0 }));
}

/** With the real compiler and the real modules. */
async function checked(name: string): Promise<ReportRequest> {
  const { generated } = readCase(name);
  const { plan, spec } = generated;
  if (!plan || !modules) throw new Error('no plan');
  await using folder = await createFixture();
  for (const [path, text] of filesOf(name)) {
    mkdirSync(dirname(join(folder.path, path)), { recursive: true });
    writeFileSync(join(folder.path, path), text);
  }
  const root = folder.path.replace(/\/$/, '');
  const { environments } = plan;
  const check = await checkWorkspace({ root, spec, plan, catalog, environments, depth: 'snapshot', modules });
  expect(check.snapshots.map(({ environment }) => environment)).toEqual(environments);
  return requestFrom(generated, check);
}

describe.skipIf(chromium === null || modules === null || isMissing('bicep'))('on paper', () => {
  it.each(printed)('the report of %s has at most 20 pages, and the first one is the summary', async (name) => {
    const html = reportHtml(await checked(name));
    const some = inBothFormats.has(name) ? formats : (['A4'] as const);
    for (const { all, summary } of await print(html, ...some)) {
      expect(all).toBeLessThanOrEqual(20);
      expect(all).toBeGreaterThan(2);
      expect(summary).toBe(1);
    }
  });
});

describe.skipIf(chromium === null)('the page to sign', () => {
  const long = (length: number): string => 'architecture board '.repeat(20).slice(0, length - 1) + 'x';
  const until = (at: number): string => `2027-01-${String((at % 28) + 1).padStart(2, '0')}`;
  const waived = (count: number, more: object): ReportRequest => {
    const request = requestOf({ workload: { description: long(300) } }, deep(few, 'dev', 'test', 'prod'));
    const waivers = Array.from({ length: count }, (_, at) => ({
      id: `W-${String(at + 1).padStart(3, '0')}`,
      rule: 'SEC-010',
      environments: ['dev'],
      resources: ['*'],
      reason: long(300),
      approvedBy: 'The board',
      until: until(at),
      ...more,
    }));
    const commit = '0'.repeat(40);
    return { ...request, spec: { ...request.spec, waivers }, basis: { ...request.basis, commit } };
  };

  it.each<[string, number, object]>([
    ['no waiver', 0, {}],
    ['many waivers', 60, {}],
    ['waivers with the longest approver', 40, { approvedBy: long(300) }],
    ['waivers in many environments', 40, { environments: Array.from({ length: 16 }, (_, at) => `stage${at + 10}`) }],
    ['an approver in one word', 3, { approvedBy: 'x'.repeat(300) }],
  ])('is one page with the longest description and %s', async (_, count, more) => {
    const html = reportHtml(waived(count, more));
    expect((await print(html, ...formats)).map(({ summary }) => summary)).toEqual([1, 1]);
  });
});
