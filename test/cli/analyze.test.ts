import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { avm, folder, workspace } from './run.ts';

const feature = 'specs/001-demo';

describe('avm analyze', () => {
  it('says what each pass found, what covers each requirement, and that all agrees', async () => {
    const { cwd } = await workspace();
    const { code, out, err } = await avm({ cwd }, 'analyze');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const pass of ['duplication', 'ambiguity', 'underspecification', 'constitution', 'coverage', 'inconsistency'])
      expect(out).toMatch(new RegExp(`^  [A-F] ${pass} +0 +0 +0 +0$`, 'm'));
    expect(out).toMatch(/^ {2}FR-004 {2}T\d{3}, T\d{3}$/m);
    expect(out).toMatch(/^\d+ requirements and criteria, 100% with a task; \d+ tasks; 0 ambiguities; /m);
    expect(out).toMatch(/^✓ Passed: \d+ files$/m);
  });

  it('names the place of an edit, what it says, and what the answers come to', async () => {
    const { cwd, file } = await workspace();
    const path = join(cwd, feature, 'plan.md');
    const plan = await file(`${feature}/plan.md`);
    await writeFile(path, plan.replace('nat-gateway) | 2.1.0', 'nat-gateway) | 1.0.0'));
    const line = plan.split('\n').findIndex((one) => one.includes('nat-gateway) | 2.1.0')) + 1;
    const { code, out } = await avm({ cwd }, 'analyze');
    expect(code).toBe(1);
    expect(out).toContain(
      `specs/001-demo/plan.md:${line}:1: error[analysis/row-differs]: 'natGateway' has "1.0.0" (Version), and avm.yaml resolves to "2.1.0". (HIGH F-natGateway-row-differs)\n`,
    );
    expect(out).toMatch(/^✗ Failed with 1 error in \d+ files$/m);
  });

  it('gives data, and SARIF', async () => {
    const { cwd, file } = await workspace();
    const tasks = await file(`${feature}/tasks.md`);
    await writeFile(
      join(cwd, feature, 'tasks.md'),
      tasks.replace('done when each provider has the state Registered', 'later'),
    );
    const told = JSON.parse((await avm({ cwd }, 'analyze', '--json')).out) as object;
    expect(told).toMatchObject({
      ok: true,
      findings: [
        {
          id: 'C-T006-task-without-end',
          pass: 'underspecification',
          weight: 'MEDIUM',
          severity: 'warning',
          where: { file: `${feature}/tasks.md` },
        },
      ],
      data: { metrics: { critical: 0 } },
    });
    expect(await avm({ cwd }, 'analyze', '--sarif', 'out.sarif')).toMatchObject({ code: 0 });
    const log = JSON.parse(await readFile(join(cwd, 'out.sarif'), 'utf8')) as object;
    expect(log).toMatchObject({
      runs: [
        {
          results: [
            {
              ruleId: 'analysis/task-without-end',
              level: 'warning',
              partialFingerprints: { 'avmFinding/v1': 'C-T006-task-without-end' },
            },
          ],
        },
      ],
    });
    expect(await avm({ cwd }, 'analyze', '--json', '--sarif')).toMatchObject({
      code: 2,
      out: expect.stringContaining('--sarif FILE') as string,
    });
  });

  it('says that the answers have moved on', async () => {
    const { cwd, file } = await workspace();
    await writeFile(
      join(cwd, 'avm.yaml'),
      (await file('avm.yaml')).replaceAll('retentionDays: 365', 'retentionDays: 400'),
    );
    const { code, out } = await avm({ cwd }, 'analyze');
    expect(code).toBe(1);
    expect(out).toContain('main.prod.bicepparam');
    expect(out).toMatch(/\d+ files are out of date\. First, run: avm render/);
    await avm({ cwd }, 'render');
    expect(await avm({ cwd }, 'analyze')).toMatchObject({ code: 0 });
  });

  it('misses what was deleted, and changes nothing', async () => {
    const { cwd } = await workspace();
    await rm(join(cwd, feature, 'spec.md'));
    const { code, out } = await avm({ cwd }, 'analyze');
    expect(code).toBe(1);
    expect(out).toContain('CRITICAL C-specs.001-demo.spec.md-missing-document');
    expect(await avm({ cwd }, 'render', '--dry-run')).toMatchObject({
      out: expect.stringContaining(`${feature}/spec.md`) as string,
    });
  });

  it('shows the heaviest where there are many, and lets nothing in them steer the terminal', async () => {
    const { cwd, file } = await workspace();
    const spec = await file(`${feature}/spec.md`);
    const many = Array.from({ length: 80 }, (_, index) => `- **FR-${900 - index}**: \u001b[31mred \u202e${index}`).join(
      '\n',
    );
    await writeFile(
      join(cwd, feature, 'spec.md'),
      spec.replace('## Success Criteria', `${many}\n\n## Success Criteria`),
    );
    const { out } = await avm({ cwd }, 'analyze');
    expect(out).toMatch(/^… and \d+ more, which --json lists$/m);
    expect(out.match(/ \(CRITICAL E-FR-\d+-no-task\)$/gm)).toHaveLength(50);
    expect(out).not.toMatch(/[\u001b\u202e]/);
  });

  it('needs a workspace', async () => {
    expect(await avm({ cwd: (await folder()).path }, 'analyze')).toMatchObject({ code: 2 });
  });
});
