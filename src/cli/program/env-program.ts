import { Option, type Command } from 'commander';
import { writes } from './adding-program.ts';
import { collect, type Done } from './program.ts';
import type { Terminal } from '../shared/terminal.ts';

/** The arguments of `avm env`. */
export function env(program: Command, terminal: Terminal, done: Done): void {
  const group = program
    .command('env')
    .summary('add, copy, rename, or remove an environment')
    .description('Add, copy, rename, or remove an environment, and update the generated files.')
    .addHelpText(
      'after',
      '\nExamples:\n  avm env add uat --after test\n  avm env copy test uat\n  avm env rename test qa --confirm test\n  avm env remove uat',
    );
  placed(writes(group.command('add').argument('<name>', 'name of the new environment')))
    .summary('add an environment')
    .description('Add an environment, last in the deployment order unless --after or --first is given.')
    .option('--from <environment>', 'environment to copy settings from')
    .option('--set <path=value>', 'setting of the new environment (repeatable)', collect)
    .option('--confirm <name>', 'repeat the name of the new environment, if names of others change')
    .action(async (name, options) =>
      done(await (await import('../change/environments.ts')).runAddEnvironment(name, options, terminal)),
    );
  placed(writes(group.command('copy').argument('<from>', 'environment to copy').argument('<to>', 'name of the copy')))
    .summary('add an environment with the settings of another one')
    .description(
      'Add an environment with the settings of another one, after it in the deployment order. The network gets its own address range, and names that contain the name of the environment change with it.',
    )
    .option('--address-space <range>', 'address range of its network (default: the next free range of the same size)')
    .option('--confirm <name>', 'repeat the name of the copy, if names of others change')
    .action(async (from, to, options) =>
      done(await (await import('../change/environments.ts')).runCopyEnvironment(from, to, options, terminal)),
    );
  writes(group.command('rename').argument('<from>', 'environment to rename').argument('<to>', 'its new name'))
    .summary('rename an environment, whose resources are then recreated')
    .description(
      'Rename an environment everywhere in avm.yaml. Names in Azure change with it, so the next deployment recreates its resources.',
    )
    .option('--confirm <name>', 'repeat the name of the environment, because its resources are recreated')
    .action(async (from, to, options) =>
      done(await (await import('../change/environments.ts')).runRenameEnvironment(from, to, options, terminal)),
    );
  writes(group.command('remove').argument('<name>', 'environment to remove'))
    .summary('remove an environment, whose resources stay in Azure')
    .description('Remove an environment from avm.yaml, and delete its files. Deployed resources stay in Azure.')
    .option('--confirm <name>', 'repeat the name of the environment, if names of others change')
    .action(async (name, options) =>
      done(await (await import('../change/remove.ts')).runRemove('environment', name, options, terminal)),
    );
}

function placed(command: Command): Command {
  return command
    .addOption(new Option('--after <environment>', 'place it after this environment').conflicts('first'))
    .addOption(new Option('--first', 'place it before all other environments'));
}
