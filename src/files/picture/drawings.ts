import type { Draw } from './drawing.ts';
import { ofMachine } from './drawings/machine.ts';
import { ofServices } from './drawings/services.ts';
import { ofWatching } from './drawings/watching.ts';
import { waysIn } from './drawings/ways.ts';

/** What the pictures show of a component; one that is not here is drawn as a box with its title. */
export const drawings: Readonly<Record<string, Draw>> = { ...waysIn, ...ofMachine, ...ofServices, ...ofWatching };
