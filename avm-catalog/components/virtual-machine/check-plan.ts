import { ownValue } from '../../../src/bicep/own.ts';
import type { Finding } from '../../../src/findings/finding.ts';
import { problemUnder } from '../../azure/name-problems.ts';
import { windowsComputerName } from '../../azure/naming.ts';
import type { Planned } from '../../kernel/planned.ts';
import type { View } from '../../kernel/view.ts';
import { virtualMachineInputs } from './inputs.ts';

/** Windows has no account with the name of its computer; one that a setting gives is judged with the settings. */
export function checkComputerName({ names }: Planned, views: readonly View[]): readonly Finding[] {
  return names
    .filter(({ type }) => type === windowsComputerName.type)
    .flatMap(({ values, given = [] }) =>
      views.flatMap((view): readonly Finding[] => {
        const name = ownValue(values, view.environment) ?? '';
        const { username } = virtualMachineInputs.of(view).administrator;
        const isRight = given.includes(view.environment) || name.toLowerCase() !== username.toLowerCase();
        if (isRight || problemUnder(windowsComputerName, name)) return [];
        const where = {
          file: 'avm.yaml',
          answer: 'spec.virtualMachine.administrator.username',
          environment: view.environment,
        };
        return [{ code: 'computer-name-administrator', severity: 'error', where, ids: ['NAM-001'], args: { name } }];
      }),
    );
}
