import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bicepPath } from '../support/bicep.ts';
import { modulesFolder } from '../support/modules.ts';
import { avm, workspace } from './run.ts';
import { isMissing } from '../support/tools.ts';

const modules = modulesFolder();

describe.skipIf(modules === null || isMissing('bicep'))(
  'avm report, with the real compiler and the real modules',
  () => {
    it('says the same twice, and what an edit breaks in one environment', { timeout: 300_000 }, async () => {
      process.env['BICEP_PATH'] = bicepPath();
      const { cwd, file } = await workspace();
      const report = ['report', '--modules', modules ?? ''];
      expect(await avm({ cwd }, ...report)).toMatchObject({ code: 0 });
      const first = await file('avm-report.html');
      expect(first).toContain('Every MUST is Compliant');
      expect(first).not.toContain(cwd);
      expect(await avm({ cwd }, ...report)).toMatchObject({ code: 0 });
      expect(await file('avm-report.html')).toBe(first);

      const bicep = await file('main.bicep');
      await writeFile(
        join(cwd, 'main.bicep'),
        bicep.replace('encryptionAtHost: true', "encryptionAtHost: environmentName != 'prod'"),
      );
      expect(await avm({ cwd }, ...report)).toMatchObject({ code: 1 });
      const second = await file('avm-report.html');
      const rule = second.slice(second.indexOf('id="rule-SEC-010"'), second.indexOf('id="rule-SEC-011"'));
      const badges = rule.match(/<span class="badge (?:good|bad)">.*?<\/span> (?:Compliant|Noncompliant)/g) ?? [];
      const [good, bad] = [
        '<span class="badge good"><span aria-hidden="true">✓</span> Compliant',
        '<span class="badge bad"><span aria-hidden="true">✗</span> Noncompliant',
      ];
      const perEnvironment = [good, good, bad];
      const perState = [bad, good];
      expect(badges).toEqual([...perEnvironment, ...perState]);
      expect(rule).toContain('vm-demo-prod-we-001</a>');
      expect(second).toContain('main.bicep&#39; was edited.');
    });

    it('says why nothing was predicted where there is no compiler', async () => {
      const before = process.env['BICEP_PATH'];
      process.env['BICEP_PATH'] = '/nowhere/bicep';
      try {
        const { cwd, file } = await workspace();
        expect(await avm({ cwd }, 'report', '--modules', modules ?? '')).toMatchObject({ code: 1 });
        expect(await file('avm-report.html')).toMatch(
          /Not evaluated<\/span> <span class="why">The compiler didn’t run\./,
        );
      } finally {
        process.env['BICEP_PATH'] = before;
      }
    });
  },
);
