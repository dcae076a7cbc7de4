import { join } from 'node:path';
import { prepareModules } from '../../src/checks/modules/prepare.ts';
import { publicRegistry } from '../../src/checks/modules/source.ts';
import { deepest, type Depth } from '../../src/checks/depth.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { runCommand, takeTurns } from './measure.ts';
import { milliseconds, ratio, table } from './table.ts';

export interface CheckedWorkspace {
  /** Root of this project. */
  readonly root: string;
  /** Absolute path of a workspace. */
  readonly workspace: string;
  readonly plan: Plan;
  readonly modules: string | null;
  /** Path of the compiler. */
  readonly bicep: string | null;
}

/** `avm check` at level snapshot against the same work by commands of Bicep’s own. */
export async function benchCheck(of: CheckedWorkspace, rounds: number): Promise<string> {
  const { workspace, plan, bicep, modules } = of;
  if (bicep === null || modules === null) return leftOut('Check', of);
  const used = plan.resources.flatMap((one) =>
    one.kind === 'module' ? [{ module: one.module, version: one.version }] : [],
  );
  const prepared = await prepareModules(
    { kind: 'folder', folder: modules },
    { root: workspace, modules: used, registry: publicRegistry, bicep },
  );
  const run = (...args: readonly string[]) =>
    runCommand({ program: bicep, args, cwd: prepared.root, env: prepared.environment });
  const commands = () => {
    run('build', 'main.bicep', '--stdout');
    run('lint', 'main.bicep');
    for (const name of plan.environments) run('build-params', `main.${name}.bicepparam`, '--stdout');
    for (const name of plan.environments)
      run('snapshot', `main.${name}.bicepparam`, '--mode', 'overwrite', ...scope(name));
  };
  try {
    const times = await takeTurns(
      [
        { name: 'commands', run: commands },
        { name: 'check', run: checking(of, bicep, modules, 'snapshot') },
      ],
      rounds,
    );
    const [alone = Number.NaN, check = Number.NaN] = [...times.values()];
    const count = plan.environments.length;
    return table(
      title('Check', plan, rounds),
      ['', 'time', 'of commands', 'aim'],
      [
        [`bicep build, lint, ${count} build-params, ${count} snapshot`, milliseconds(alone), '1.00', ''],
        ['avm check --depth snapshot', milliseconds(check), ratio(check / alone), 'at most 0.50'],
      ],
    );
  } finally {
    await prepared.dispose();
  }
}

/** All validation levels against level snapshot. */
export async function benchLevels(of: CheckedWorkspace, rounds: number): Promise<string> {
  const { bicep, modules } = of;
  if (bicep === null || modules === null) return leftOut('Levels', of);
  const times = await takeTurns(
    (['snapshot', deepest] as const).map((name) => ({ name, run: checking(of, bicep, modules, name) })),
    rounds,
  );
  const [snapshot = Number.NaN, all = Number.NaN] = [...times.values()];
  return table(
    title('Validation levels', of.plan, rounds),
    ['', 'time', 'of snapshot', 'aim'],
    [
      ['avm check --depth snapshot', milliseconds(snapshot), '1.00', ''],
      ['avm check', milliseconds(all), ratio(all / snapshot), 'at most 2.00'],
    ],
  );
}

function checking({ root, workspace }: CheckedWorkspace, bicep: string, modules: string, depth: Depth): () => void {
  const args = [join(root, 'dist/avm.js'), 'check', '--depth', depth];
  const env = { AVM_MODULES_DIR: modules, BICEP_PATH: bicep };
  return () => void runCommand({ program: process.execPath, args, cwd: workspace, env });
}

function leftOut(what: string, { bicep }: CheckedWorkspace): string {
  return `${what}: left out, for there is no ${bicep === null ? 'compiler' : 'folder of modules'}\n`;
}

function title(what: string, { environments }: Plan, rounds: number): string {
  return `${what} of ${environments.join(', ')}, with the real modules; medians of ${rounds} turns`;
}

function scope(environment: string): readonly string[] {
  const id = '10000000-0000-4000-8000-000000000001';
  return [
    '--tenant-id',
    id,
    '--subscription-id',
    id,
    '--resource-group',
    `rg-${environment}`,
    '--location',
    'westeurope',
  ];
}
