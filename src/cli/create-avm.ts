import { createProgram } from './create-program.ts';
import { start } from './program.ts';

await start(createProgram);
