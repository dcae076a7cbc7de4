import type { Command } from 'commander';
import { examples } from '../../../avm-catalog/blueprints/help.ts';
import { collect, jsonOption, type Done } from './program.ts';
import type { Terminal } from '../shared/terminal.ts';

const { component, addition, additionTitle } = examples;

/** The options of every command that changes the workspace. */
export function writes(command: Command): Command {
  return command
    .option('--dry-run', 'show the files and lines that would change, and write nothing')
    .option('--overwrite <file>', 'overwrite this file although you edited it (repeatable)', collect)
    .option('--keep <file>', 'leave this edited file unchanged (repeatable)', collect)
    .addOption(jsonOption());
}

export function adding(program: Command, terminal: Terminal, done: Done): void {
  writes(
    program
      .command('add')
      .summary(`add a component, ${additionTitle}, an environment, or a requirement`)
      .argument(
        '[what]',
        `component, ${addition}, environment, requirement, story, constraint, or criterion (default: ask)`,
      )
      .argument(
        '[name]',
        'name of the new environment or component, path of a module or a Bicep file, or ID of an existing resource',
      )
      .argument('[as]', 'name for the module, existing resource, or Bicep file'),
  )
    .description(
      `Add a component, ${additionTitle}, an environment, or a custom requirement to avm.yaml, and update the generated files.`,
    )
    .option('--env <name>', 'only for this environment')
    .option('--set <path=value>', 'setting of the addition (repeatable)', collect)
    .option('--from <environment>', 'environment to copy settings from')
    .option('--confirm <name>', 'repeat the name of the new environment, if names of others change')
    .addHelpText(
      'after',
      `\nExamples:\n  avm add ${component} --env prod\n  avm add ${addition} ${examples.additionAnswers}\n  avm add environment uat --from test\n  avm add module avm/res/cache/redis sessions\n  avm add bicep modules/queries.bicep --set 'reason=There is no module of query packs.'\n  avm add requirement --set statement="Files MUST be kept for ten years." --set satisfiedBy.components=${examples.satisfies}`,
    )
    .action(async (what, name, as, options) =>
      done(await (await import('../change/add.ts')).runAdd(what, name, { ...options, as }, terminal)),
    );
}

export function removing(program: Command, terminal: Terminal, done: Done): void {
  writes(
    program
      .command('remove')
      .summary('remove a component that was added by name, or an environment')
      .argument('<what>', 'name of the component, or environment')
      .argument('[name]', 'name of the environment'),
  )
    .description(
      'Remove a component that was added by name, or an environment, from avm.yaml, and update the generated files. Deployed resources stay in Azure.',
    )
    .option(
      '--confirm <name>',
      'repeat the name of the component, because it can contain data, or of the environment, if names of others change',
    )
    .addHelpText('after', '\nExamples:\n  avm remove reports --confirm reports\n  avm remove environment uat')
    .action(async (what, name, options) =>
      done(await (await import('../change/remove.ts')).runRemove(what, name, options, terminal)),
    );
}
