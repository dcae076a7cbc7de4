import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bicepPath } from '../test/support/bicep.ts';
import { catalog, generated } from '../test/plan/support.ts';
import { modulesFolder } from '../test/support/modules.ts';
import { thisMachine } from '../src/checks/bicep/folders.ts';
import { benchBootstrap } from './bench/bootstrap.ts';
import { benchCheck, benchLevels, type CheckedWorkspace } from './bench/checking.ts';
import { benchEvidence } from './bench/evidence.ts';
import { runCommand } from './bench/measure.ts';
import { benchMany } from './bench/many.ts';
import { benchRules } from './bench/rules.ts';
import { benchScale } from './bench/scale.ts';

/** `npm run bench [bootstrap|evidence|scale|many|check|levels|rules]`: how fast, as ratios of what ran beside it. */
const root = fileURLToPath(new URL('..', import.meta.url));
const wanted = process.argv.slice(2);
const temporary = mkdtempSync(join(tmpdir(), 'avm-bench-'));
const { plan, spec } = generated();
if (!plan) throw new Error('the default answers have no plan');

const parts: Readonly<Record<string, () => Promise<string>>> = {
  bootstrap: () => benchBootstrap(root, temporary, 15),
  evidence: () => benchEvidence(root, temporary, 15),
  scale: () => benchScale(spec, plan.components.length, 9),
  many: () => benchMany(5),
  // A turn takes a minute or two, which decides how many there are.
  check: () => benchCheck(checked(), 2),
  levels: () => benchLevels(checked(), 3),
  rules: async () => {
    const [modules, bicep] = [modulesFolder(), compiler()];
    if (modules === null || bicep === null) return 'Constitution: left out, for there are no compiler and modules\n';
    const { env } = process;
    return benchRules(
      {
        root: checkedWorkspace(),
        spec,
        plan,
        catalog,
        environments: plan.environments,
        modules,
        machine: { ...thisMachine(), env: { ...env, BICEP_PATH: bicep } },
      },
      3,
    );
  },
};

try {
  console.log(`Node ${process.versions.node} on ${process.platform} ${process.arch}\n`);
  for (const [name, bench] of Object.entries(parts)) {
    if (wanted.length === 0 || wanted.includes(name)) console.log(await bench());
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

function checked(): CheckedWorkspace {
  if (!plan) throw new Error('the default answers have no plan');
  return { root, workspace: checkedWorkspace(), plan, modules: modulesFolder(), bicep: compiler() };
}

function checkedWorkspace(): string {
  const workspace = mkdtempSync(join(temporary, 'checked-'));
  runCommand({
    program: process.execPath,
    args: [join(root, 'dist/create-bin.cjs'), workspace, '--yes', '--no-check', '--no-git'],
  });
  return workspace;
}

function compiler(): string | null {
  try {
    return bicepPath();
  } catch {
    return null;
  }
}
