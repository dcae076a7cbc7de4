import { runCreate } from './commands/create.ts';
import type { PlainArguments } from './plain-arguments.ts';
import { guarded } from './report.ts';
import { start } from './start.ts';

/** The run that asks nothing and has nothing to parse: all of it in one script, so that its code can be kept compiled. */
export function createPlain({ dir, options }: PlainArguments): Promise<void> {
  return start((_, terminal) => guarded(() => runCreate(dir, options, terminal), terminal, options.json ?? false));
}
