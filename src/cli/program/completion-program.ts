import { Argument, type Command } from 'commander';
import { shells } from '../completion/shells.ts';
import type { Done } from './program.ts';
import type { Terminal } from '../shared/terminal.ts';

/** The arguments of `avm completion`, whose scripts are made of the program itself. */
export function completing(program: Command, terminal: Terminal, done: Done): void {
  program
    .command('completion')
    .summary('print a script that completes commands and options in your shell')
    .addArgument(new Argument('<shell>', 'the shell that you use').choices(shells))
    .description('Print a script that completes commands, options, and their values. Load it where your shell starts.')
    .addHelpText(
      'after',
      `\nExamples:
  bash        echo 'source <(avm completion bash)' >> ~/.bashrc
  zsh         echo 'source <(avm completion zsh)' >> ~/.zshrc      after compinit
  fish        avm completion fish > ~/.config/fish/completions/avm.fish
  PowerShell  Add-Content $PROFILE 'avm completion powershell | Out-String | Invoke-Expression'`,
    )
    .action(async (shell, _options) =>
      done(await (await import('../completion/completion.ts')).runCompletion(shell, program, terminal)),
    );
}
