import { avmProgram } from './avm-program.ts';
import { runProgram } from './program.ts';
import { processTerminal } from './terminal.ts';

process.exitCode = await runProgram(avmProgram, process.argv.slice(2), processTerminal());
