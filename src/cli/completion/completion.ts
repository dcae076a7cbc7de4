import type { Command } from 'commander';
import { createProgram } from '../program/create-program.ts';
import { exit, type ExitCode } from '../shared/exit.ts';
import type { Terminal } from '../shared/terminal.ts';
import { bashScript } from './bash.ts';
import { fishScript } from './fish.ts';
import { offersOf } from './offers.ts';
import { powershellScript } from './powershell.ts';
import type { Shell } from './shells.ts';
import { zshScript } from './zsh.ts';

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript, powershell: powershellScript } as const;

/** The script that completes both bins, or for zsh, which has a file for each, `avm` alone. */
export async function runCompletion(shell: Shell, avm: Command, terminal: Terminal): Promise<ExitCode> {
  const create = createProgram(terminal, () => undefined);
  const bins = shell === 'zsh' ? [avm] : [avm, create];
  const text = bins.map((bin) => scripts[shell](bin.name(), offersOf(bin))).join('\n');
  terminal.out(text.replace(/\n$/, ''));
  return exit.clean;
}
