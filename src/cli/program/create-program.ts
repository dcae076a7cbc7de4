import { Option, type Command } from 'commander';
import type { ExitCode } from '../shared/exit.ts';
import { collect, jsonOption, newProgram } from './program.ts';
import type { Terminal } from '../shared/terminal.ts';

const examples = `
Examples:
  npm create avm@latest                             asks, and then writes
  npm create avm@latest payroll -- --yes            all defaults
  npm create avm@latest payroll -- --set location.region=northeurope --set tags.owner=payroll-team
  npm create avm@latest files -- --yes --blueprint data-store
  npm create avm@latest payroll -- --answers avm.yaml`;

/** The arguments of `create-avm`. */
export function createProgram(terminal: Terminal, done: (code: ExitCode) => void): Command {
  return newProgram('create-avm', terminal)
    .description('Write an Azure workspace of Bicep and Azure Verified Modules from answers, and prove it.')
    .argument('[dir]', 'folder of the workspace; the workload is named after it')
    .option('-y, --yes', 'ask nothing, take defaults')
    .option('--blueprint <name>', 'build this blueprint; avm catalog blueprints lists them')
    .option('--answers <file>', 'take answers from a file, YAML or JSON; - for standard input')
    .option('--set <path=value>', 'give one answer, such as location.region=northeurope (repeatable)', collect)
    .option('--into-existing', 'write into a folder that is not empty; files in it are never overwritten')
    .option('--dry-run', 'name the files that would be written, write nothing')
    .option('--no-check', 'leave out the check that otherwise follows')
    .addOption(
      new Option('--depth <depth>', 'depth of that check (default: snapshot where there is a compiler)').choices([
        'interface',
        'module',
        'snapshot',
      ]),
    )
    .option('--modules <source>', 'modules for that check: a folder, registry, or interfaces')
    .option('--no-git', 'make no Git repository')
    .addOption(jsonOption())
    .addHelpText('after', examples)
    .action(async (dir, options) =>
      done(await (await import('../create/create.ts')).runCreate(dir, options, terminal)),
    );
}
