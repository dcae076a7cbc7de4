import type { Zod } from './context.ts';
import type { DocumentedWorkspace, Environment } from './workspace.ts';

/** A branch: Git takes more, but a pipeline reads further characters as a pattern. */
export function branchName(z: Zod) {
  return z
    .string()
    .max(100)
    .regex(
      /^[A-Za-z0-9](?:[A-Za-z0-9_-]|[./](?=[A-Za-z0-9_-]))*$/,
      'must be the name of a branch, such as main or release/1.x',
    )
    .refine((name) => !name.split('/').some((part) => part.endsWith('.lock')), 'must be the name of a branch');
}

/** Minute, hour, day, month, and day of the week. */
export function cron(z: Zod) {
  return z
    .string()
    .regex(/^[0-9*,/-]{1,30}(?: [0-9*,/-]{1,30}){4}$/, 'must be five fields of cron, such as 17 5 * * 1-5');
}

/** An environment as a pipeline knows it. */
interface Stage {
  readonly name: string;
  readonly group: string;
  readonly parameters: string;
  /** The environments that are deployed before it. */
  readonly before: readonly string[];
  readonly first: boolean;
}

/** The environments in the order in which they're deployed. */
export function stagesOf(workspace: DocumentedWorkspace, sides: readonly Environment[]): readonly Stage[] {
  return sides.map((side, index) => ({
    name: side.environment,
    group: side.group,
    parameters: side.parametersFile,
    before: sides.slice(0, index).map((one) => one.environment),
    first: workspace.omittedFirst(side).length > 0,
  }));
}

/** The registry of the modules that the compiler has to be told to trust; null if there is none. */
export function registryToTrust({ mirror }: DocumentedWorkspace): string | null {
  return mirror === undefined || mirror.trusted ? null : mirror.host;
}
