import type { Blueprint } from '../../../avm-catalog/kernel/blueprint.ts';
import type { Terminal } from '../shared/terminal.ts';

/** What `create-avm` and `avm` hand to the plopfile; `npx plop` hands nothing. */
export interface PlopConfig {
  readonly session?: {
    readonly terminal: Terminal;
    readonly blueprint?: Blueprint | undefined;
    readonly folder?: string | undefined;
    readonly named?: string | undefined;
    readonly what?: string | undefined;
    readonly environment?: string | undefined;
    readonly intoExisting?: boolean | undefined;
  };
}
