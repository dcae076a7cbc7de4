import type { Blueprint } from '../../../avm-catalog/kernel/blueprint.ts';
import type { Keep } from '../../../generators/kept-asker.ts';
import type { KnownModule, Session } from '../../../generators/session.ts';
import type { Terminal } from '../shared/terminal.ts';

/** What `create-avm` and `avm` hand to the plopfile; `npx plop` hands nothing. */
export interface PlopConfig {
  readonly session?: {
    readonly terminal: Terminal;
    readonly blueprint?: Blueprint | undefined;
    readonly preset?: Session['preset'];
    readonly folder?: string | undefined;
    readonly named?: string | undefined;
    readonly what?: string | undefined;
    readonly environment?: string | undefined;
    readonly module?: KnownModule | undefined;
    /** Keeps answers of an interview that is interrupted. */
    readonly keep?: Keep | undefined;
    readonly intoExisting?: boolean | undefined;
  };
}
