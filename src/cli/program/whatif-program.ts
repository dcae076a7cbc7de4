import { Option, type Command } from 'commander';
import { formats } from '../whatif/formats.ts';
import { jsonOption, type Done } from './program.ts';
import type { Terminal } from '../shared/terminal.ts';
import { todayOption } from '../shared/today.ts';

const help = `
Examples:
  az deployment group what-if … --no-pretty-print | avm whatif - --env prod
  avm whatif what-if.json --env prod --no-delete --no-replace
  avm whatif what-if.json --format markdown --output comment.md`;

/** `avm whatif`: what Azure says that a deployment would change. */
export function previewing(program: Command, terminal: Terminal, done: Done): void {
  program
    .command('whatif')
    .summary('explain a what-if result of Azure')
    .argument('<file>', 'JSON of az deployment … what-if or az stack-whatif …, or - for standard input')
    .description(
      'Read a what-if result of a deployment or a deployment stack. Report what changes by component, destructive changes first, what is noise, and what is not known. Exit with code 1 if the policy refuses it.',
    )
    .option('--env <name>', 'environment that the result is of (default: the only one)')
    .option('--template <file>', 'compiled template that was previewed, for the digest and the prediction')
    .option('--parameters <file>', 'compiled parameters that were previewed')
    .option('--flags <file>', 'JSON of the deployment’s other flags, for the digest')
    .option('--modules <source>', 'source of modules, as for avm check')
    .option('--no-delete', 'refuse deletions')
    .option('--no-replace', 'refuse changes that need a replacement')
    .option('--no-detach', 'refuse resources that a stack no longer manages')
    .option('--no-role-assignment', 'refuse changes of permissions')
    .option('--no-public-access', 'refuse resources that are opened to public networks')
    .option('--no-unknown', 'refuse what is not known')
    .option('--approve <digest>', 'allow the result with this digest, whatever it changes')
    .addOption(new Option('--format <format>', 'format of the output').choices(formats).default('text'))
    .option(...todayOption)
    .option('-o, --output <file>', 'write the output to a file')
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action(async (file, options) =>
      done(await (await import('../whatif/whatif.ts')).runWhatIf(file, options, terminal)),
    );
}
