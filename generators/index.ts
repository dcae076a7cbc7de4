import { componentGenerator } from './component.ts';
import { constitution } from './constitution.ts';
import { environment } from './environment.ts';
import type { Generator } from './session.ts';
import { workload } from './workload.ts';

/** Every generator, in the order in which Plop lists them. */
export const generators: readonly Generator<object>[] = [constitution, workload, componentGenerator, environment];
