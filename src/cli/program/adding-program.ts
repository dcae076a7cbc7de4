import type { Command } from 'commander';
import { examples } from '../../../avm-catalog/blueprints/help.ts';
import { collect, jsonOption, type Done } from './program.ts';
import type { Terminal } from '../shared/terminal.ts';

const { component, addition, additionTitle } = examples;

/** What every command takes that changes the workspace. */
export function writes(command: Command): Command {
  return command
    .option('--dry-run', 'show the files and lines that would change, write nothing')
    .option('--overwrite <file>', 'overwrite this file although it was edited by hand (repeatable)', collect)
    .option('--keep <file>', 'leave this file as it was edited by hand (repeatable)', collect)
    .addOption(jsonOption());
}

export function adding(program: Command, terminal: Terminal, done: Done): void {
  writes(
    program
      .command('add')
      .summary(`add a component, ${additionTitle}, an environment or a requirement`)
      .argument(
        '[what]',
        `component, ${addition}, environment, requirement, story, constraint or criterion; asked for in a terminal`,
      )
      .argument(
        '[name]',
        'name of a new environment or component; of a module its path, of an existing resource its ID',
      )
      .argument('[as]', 'what a module or an existing resource is to be called'),
  )
    .description(
      `Add a component, ${additionTitle}, an environment or a custom requirement to avm.yaml, and write what follows from it.`,
    )
    .option('--env <name>', 'in this environment only')
    .option('--set <path=value>', 'answer of what is added (repeatable)', collect)
    .option('--from <environment>', 'environment that the new one begins like')
    .addHelpText(
      'after',
      `\nExamples:\n  avm add ${component} --env prod\n  avm add ${addition} ${examples.additionAnswers}\n  avm add environment uat --from test\n  avm add module avm/res/cache/redis sessions\n  avm add requirement --set statement="Files MUST be kept for ten years." --set satisfiedBy.components=${examples.satisfies}`,
    )
    .action(async (what, name, as, options) =>
      done(await (await import('../change/add.ts')).runAdd(what, name, { ...options, as }, terminal)),
    );
}

export function removing(program: Command, terminal: Terminal, done: Done): void {
  writes(
    program
      .command('remove')
      .summary('take a component that was added by name, or an environment, out')
      .argument('<what>', 'name of the component, or environment')
      .argument('[name]', 'name of the environment'),
  )
    .description(
      'Take a component that was added by name, or an environment, out of avm.yaml, and write what follows from it. What is deployed stays in Azure.',
    )
    .option('--confirm <name>', 'name of the component once more, since it may hold data')
    .addHelpText('after', '\nExamples:\n  avm remove reports --confirm reports\n  avm remove environment uat')
    .action(async (what, name, options) =>
      done(await (await import('../change/remove.ts')).runRemove(what, name, options, terminal)),
    );
}
