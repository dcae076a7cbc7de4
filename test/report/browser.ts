import { pathToFileURL } from 'node:url';
import { createFixture, type FsFixture } from 'fs-fixture';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';

export interface Opened {
  readonly page: Page;
  /** What was asked for beside the page itself, and is not part of it; `refused` before what its policy stopped. */
  readonly requests: readonly string[];
  /** What a browser says of a page that does what it may not: refusals of its policy, dialogs, errors. */
  readonly said: readonly string[];
}

export interface Look {
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  readonly script?: boolean;
  readonly hash?: string;
}

/** One browser for a file of tests; opens pages in it, from a file, as a reader of a report does. */
export function browserOf(executablePath: string | null): (html: string, look?: Look) => Promise<Opened> {
  let browser: Browser;
  let folder: FsFixture;
  let count = 0;
  beforeAll(async () => {
    if (executablePath === null) return;
    folder = await createFixture();
    browser = await launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  });
  afterAll(async () => {
    await browser?.close();
    await folder?.rm();
  });
  return async (html, { width = 1280, scheme = 'light', script = true, hash = '' } = {}) => {
    const name = `report-${(count += 1)}.html`;
    await folder.writeFile(name, html);
    const address = pathToFileURL(folder.getPath(name)).href;
    const page = await browser.newPage();
    const requests: string[] = [];
    const said: string[] = [];
    const client = await page.createCDPSession();
    await client.send('Network.enable');
    const asked = new Map<string, string>();
    client.on('Network.requestWillBeSent', ({ requestId, request: { url } }) => {
      if (url.startsWith('data:') || url === address) return;
      asked.set(requestId, url);
      requests.push(url);
    });
    client.on('Network.loadingFailed', ({ requestId, blockedReason }) => {
      const at = requests.indexOf(asked.get(requestId) ?? '');
      if (at >= 0 && blockedReason === 'csp') requests[at] = `refused ${requests[at]}`;
    });
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('dialog', (dialog) => {
      said.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.evaluateOnNewDocument(
      `window.refused = []; addEventListener('securitypolicyviolation', (event) => refused.push(event.violatedDirective + ' ' + event.blockedURI));`,
    );
    await page.setJavaScriptEnabled(script);
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await page.goto(`${address}${hash}`, { waitUntil: 'load' });
    return { page, requests, said };
  };
}
