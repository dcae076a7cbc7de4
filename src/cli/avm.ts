import { avmProgram } from './avm-program.ts';
import { start } from './program.ts';

await start(avmProgram);
