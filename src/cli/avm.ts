import { avmProgram } from './avm-program.ts';
import { runProgram } from './program.ts';
import { start } from './start.ts';

await start((argv, terminal) => runProgram(avmProgram, argv, terminal));
