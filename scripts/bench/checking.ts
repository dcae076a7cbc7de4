import { join } from 'node:path';
import { prepareModules } from '../../src/checks/modules/prepare.ts';
import { publicRegistry } from '../../src/checks/modules/source.ts';
import { deepest, type Depth } from '../../src/checks/depth.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { runCommand, takeTurns } from './measure.ts';
import { milliseconds, ratio, table, type Row } from './table.ts';

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

/** `avm check` at level snapshot against the same work by commands of Bicep’s own, and all levels against it. */
export async function benchCheck(
  { root, workspace, plan, modules, bicep }: CheckedWorkspace,
  rounds: number,
): Promise<string> {
  if (bicep === null || modules === null)
    return `Check: left out, for there is no ${bicep === null ? 'compiler' : 'folder of modules'}\n`;
  const used = plan.resources.flatMap((one) =>
    one.kind === 'module' ? [{ module: one.module, version: one.version }] : [],
  );
  const prepared = await prepareModules(
    { kind: 'folder', folder: modules },
    { root: workspace, modules: used, registry: publicRegistry, bicep },
  );
  const run = (...args: readonly string[]) =>
    runCommand({ program: bicep, args, cwd: prepared.root, env: prepared.environment });
  const check = (depth: Depth) => () => {
    const args = [join(root, 'dist/avm.js'), 'check', '--depth', depth];
    runCommand({
      program: process.execPath,
      args,
      cwd: workspace,
      env: { AVM_MODULES_DIR: modules, BICEP_PATH: bicep },
    });
  };
  const commands = () => {
    run('build', 'main.bicep', '--stdout');
    run('lint', 'main.bicep');
    for (const name of plan.environments) run('build-params', `main.${name}.bicepparam`, '--stdout');
    for (const name of plan.environments)
      run('snapshot', `main.${name}.bicepparam`, '--mode', 'overwrite', ...scope(name));
  };
  try {
    return report(
      await takeTurns(
        [
          { name: 'commands', run: commands },
          { name: 'check', run: check('snapshot') },
          { name: 'all levels', run: check(deepest) },
        ],
        rounds,
      ),
      plan,
      rounds,
    );
  } finally {
    await prepared.dispose();
  }
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

function report(times: ReadonlyMap<string, number>, { environments }: Plan, rounds: number): string {
  const [commands = Number.NaN, check = Number.NaN, all = Number.NaN] = [...times.values()];
  const rows: readonly Row[] = [
    [
      `bicep build, lint, ${environments.length} build-params, ${environments.length} snapshot`,
      milliseconds(commands),
      '1.00',
      '',
    ],
    ['avm check --depth snapshot', milliseconds(check), ratio(check / commands), 'at most 0.50'],
    ['avm check', milliseconds(all), ratio(all / commands), `at most ${ratio((2 * check) / commands)}`],
  ];
  return table(
    `Check of ${environments.join(', ')}, with the real modules; medians of ${rounds} turns`,
    ['', 'time', 'of commands', 'aim'],
    rows,
  );
}
