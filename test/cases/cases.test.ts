import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../src/files/tracing/meaning.ts';
import { cases, casesFolder, outline, readCase } from './cases.ts';
import { comparedFiles, comparedIn } from './fold.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

describe.each(cases)('%s', (name) => {
  const { generated } = readCase(name);
  const expected = (path: string): string => join(casesFolder, name, 'expected', path);

  // A script is the same whatever the answers are: it stands once.
  const place = (path: string): string =>
    /^(?:scripts|deploy)\/.*\.(?:sh|ps1)$/.test(path) ? join(casesFolder, '../files/expected', path) : expected(join('files', path));

  it('gives the expected findings', async () => {
    await expect(json(generated.findings)).toMatchFileSnapshot(expected('findings.json'));
  });

  it('gives the expected plan', async () => {
    await expect(json(generated.plan && outline(generated.plan))).toMatchFileSnapshot(expected('plan.json'));
  });

  it('gives the expected files', async () => {
    const files = (generated.files ?? []).filter((file) => file.owner !== 'person' && file.path !== '.avm/avm.schema.json');
    expect(files.length).toBeGreaterThan(5);
    const compared = comparedIn(name, generated);
    const { whole, listed } = comparedFiles(name, files);
    for (const file of whole) await expect(compared(file)).toMatchFileSnapshot(place(file.path));
    if (listed.length > 0) await expect(listed.map((path) => `${path}\n`).join('')).toMatchFileSnapshot(expected('delivery.txt'));
  });

  it('knows of every line of every file why it is there', () => {
    for (const { path, text, trace } of generated.files ?? []) {
      const lines = text.split('\n').length - 1;
      expect(trace.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index)), path).toEqual(Array.from({ length: lines }, (_, index) => index + 1));
      for (const { reason } of trace) {
        expect(reason.ids.length, path).toBeGreaterThan(0);
        for (const id of reason.ids) expect(meaningOf(id, generated.spec), `${path}: ${id}`).toBeDefined();
      }
    }
  });
});
