import { createProgram } from './create-program.ts';
import { runProgram } from './program.ts';
import { processTerminal } from './terminal.ts';

process.exitCode = await runProgram(createProgram, process.argv.slice(2), processTerminal());
