import { runCreate } from './create/create.ts';
import type { PlainArguments } from './program/plain-arguments.ts';
import { guarded } from './shared/report.ts';
import { speakingTo } from './shared/started-by.ts';
import { start } from './program/start.ts';

/** The run that asks nothing and has nothing to parse: all of it in one script, so that its code can be kept compiled. */
export function createPlain({ dir, options }: PlainArguments): Promise<void> {
  return start('create-avm', (_, given) => {
    const terminal = speakingTo(given);
    return guarded(() => runCreate(dir, options, terminal), terminal, options.json ?? false);
  });
}
