import type { ShellVariable } from '../../../avm-catalog/kernel/docs.ts';
import { joinedOutput } from '../../plan/outputs.ts';
import { enumerate } from '../../text/enumerate.ts';
import { codeSpan } from '../../text/escape.ts';
import { inOrder } from './documented.ts';
import type { Workspace } from './sides.ts';

/** What commands name: what is of one environment and what no deployment returns, then what one does. */
export function shellVariables(workspace: Workspace) {
  const { sides } = workspace;
  const all = variables(workspace);
  const set = all.flatMap(({ name, from }) =>
    typeof from === 'function' ? [{ name, values: sides.map((side) => from(side)) }] : [],
  );
  const differing = set.filter(({ values }) => new Set(values).size > 1);
  return {
    fixed: set.flatMap(({ name, values: [value = '', ...others] }) =>
      value === '' || others.some((one) => one !== value) ? [] : [{ name, value }],
    ),
    byEnvironment:
      differing.length === 0
        ? []
        : sides.map(({ environment }, index) => ({
            environment,
            settings: differing.map(({ name, values }) => ({ name, value: values[index] ?? '' })),
          })),
    outputs: outputsOf(all),
    joined: workspace.plan.outputs.some(({ name }) => name === joinedOutput) ? joinedOutput : '',
  };
}

/** The names that commands of other documents use, as the README sets them: ``  `group`, `machine` and `output`  ``. */
export function shellNames(workspace: Workspace): string {
  const names = ['group', ...outputsOf(variables(workspace)).map(({ name }) => name), 'output'];
  return enumerate(names.map(codeSpan));
}

/** In the order they are set in. */
function variables(workspace: Workspace): readonly ShellVariable[] {
  return inOrder([
    { order: 0, name: 'group', from: (side) => side.group } satisfies ShellVariable,
    ...workspace.spec.components.flatMap(({ docs }) => docs.variables?.(workspace) ?? []),
  ]);
}

function outputsOf(all: readonly ShellVariable[]) {
  return all.flatMap(({ name, from }) => (typeof from === 'function' ? [] : [{ name, output: from.output }]));
}
