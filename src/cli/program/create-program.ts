import { depths } from '../../checks/depth.ts';
import { Option, type Command } from 'commander';
import type { ExitCode } from '../shared/exit.ts';
import { collect, jsonOption, newProgram } from './program.ts';
import { commandsOf, type Commands } from '../shared/started-by.ts';
import { refuseSwallowed } from './swallowed.ts';
import type { Terminal } from '../shared/terminal.ts';

const examples = ({ create }: Commands): string => `
Examples:
${[
  ['', 'asks, and then writes'],
  ['payroll --yes', 'uses defaults'],
  ['payroll --set location.region=northeurope --set tags.owner=payroll-team', ''],
  ['files --yes --blueprint data-store', ''],
  ['payroll --answers avm.yaml', ''],
  ['payroll --yes --answers organization.yaml --answers payroll.yaml', ''],
]
  .map(([args = '', what = '']) =>
    `  ${what === '' ? create(args) : create(args).trim().padEnd(48)}  ${what}`.trimEnd(),
  )
  .join('\n')}`;

/** The arguments of `create-avm`. */
export function createProgram(terminal: Terminal, done: (code: ExitCode) => void): Command {
  return newProgram('create-avm', terminal)
    .description('Create a workspace of Bicep and Azure Verified Modules from your answers, and validate it.')
    .argument('[dir]', 'folder of the workspace, which also names the workload')
    .option('-y, --yes', 'ask nothing, and use defaults')
    .option('--blueprint <name>', 'blueprint to use (avm catalog blueprints lists them)')
    .option(
      '--answers <file>',
      'read settings, or a part of them, from a file, a folder, npm:PACKAGE, baseline:NAME, https://…#sha256=DIGEST, git+https://…#COMMIT:PATH, or standard input (-) (repeatable, the last one wins)',
      collect,
    )
    .option('--set <path=value>', 'setting, such as location.region=northeurope (repeatable)', collect)
    .option('--into-existing', 'write into a folder that is not empty, without overwriting files')
    .option('--adopt', 'add the workspace to a repository: merge .gitignore and .gitattributes, keep other files')
    .option('--keep <file>', 'with --adopt, keep this file in place of the generated one (repeatable)', collect)
    .option('--overwrite <file>', 'with --adopt, replace this file with the generated one (repeatable)', collect)
    .option('--dry-run', 'list the files that would be written, and write nothing')
    .option('--no-check', 'skip the check')
    .addOption(
      new Option(
        '--depth <depth>',
        'validation level of the check (default: order, or interface without a compiler)',
      ).choices(depths),
    )
    .option('--modules <source>', 'source of modules for the check: a folder, registry, or interfaces')
    .option('--no-git', 'do not create a Git repository')
    .addOption(jsonOption())
    .addHelpText('after', examples(commandsOf(terminal.env)))
    .allowExcessArguments()
    .action(async (dir, options, command: Command) => {
      const { args } = command;
      const isGiven = command.options.some((one) => command.getOptionValueSource(one.attributeName()) === 'cli');
      if (!isGiven) refuseSwallowed(args, terminal);
      if (args.length > 1) command.error(`error: too many arguments. Expected 1 argument but got ${args.length}.`);
      done(await (await import('../create/create.ts')).runCreate(dir, options, terminal));
    });
}
