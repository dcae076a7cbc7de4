import { avmProgram } from './program/avm-program.ts';
import { runProgram } from './program/program.ts';
import { start } from './program/start.ts';

await start('avm', (argv, terminal) => runProgram(avmProgram, argv, terminal));
