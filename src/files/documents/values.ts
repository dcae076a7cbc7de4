import type { Data } from '../../../avm-catalog/kernel/component.ts';
import { cell, type Cell } from '../readme/parameters.ts';
import type { Workspace } from '../readme/sides.ts';
import type { Environment } from '../../../avm-catalog/kernel/workspace.ts';
import { separated } from '../../text/commas.ts';

interface Value extends Cell {
  /** Empty where it is the same everywhere. */
  readonly where: string;
  readonly comma: string;
}

/** Each value once, with the environments that have it. */
export function byEnvironment(
  workspace: Workspace,
  valueOf: (side: Environment) => Data | undefined,
): readonly Value[] {
  const { sides } = workspace;
  const cells = sides.map((side) => cell(valueOf(side)));
  const textOf = (one: Cell): string => JSON.stringify(one);
  const different = [...new Map(cells.map((one) => [textOf(one), one])).values()];
  const told = different.map((one) => {
    const having = sides.filter((_, at) => textOf(cells[at]!) === textOf(one));
    return { ...one, where: different.length === 1 ? '' : workspace.where(having) };
  });
  return separated(told, '; ');
}
