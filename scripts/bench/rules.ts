import { checkWorkspace, type CheckRequest } from '../../src/checks/check.ts';
import { checkConstitution } from '../../src/checks/constitution/check.ts';
import { takeTurns } from './measure.ts';
import { milliseconds, ratio, table, type Row } from './table.ts';

/** The constitution over what every environment would have, against compiling the template and its parameter files. */
export async function benchRules(request: Omit<CheckRequest, 'depth'>, rounds: number): Promise<string> {
  const { snapshots, findings } = await checkWorkspace({ ...request, depth: 'snapshot' });
  if (snapshots.length !== request.environments.length) throw new Error(JSON.stringify(findings));
  const times = await takeTurns(
    [
      { name: 'compile', run: async () => void (await checkWorkspace({ ...request, depth: 'module' })) },
      { name: 'rules', run: () => void checkConstitution(request.spec, snapshots) },
    ],
    rounds,
  );
  const [compile = Number.NaN, rules = Number.NaN] = [...times.values()];
  const on = request.spec.rules.filter(({ level }) => level !== 'off').length;
  const resources = snapshots.reduce((sum, one) => sum + one.resources.length, 0);
  const rows: readonly Row[] = [
    ['compiling, with its linter', milliseconds(compile), '1.00', ''],
    [`${on} rules over ${resources} resources`, milliseconds(rules), ratio(rules / compile), 'less than 0.10'],
  ];
  return table(
    `Constitution of ${request.environments.join(', ')}, with the real modules; medians of ${rounds} turns`,
    ['', 'time', 'of compiling', 'aim'],
    rows,
  );
}
