import { plain } from '../../findings/characters.ts';
import type { Terminal } from './terminal.ts';

/** Runs work that reports its steps: a spinner in a terminal, plain lines elsewhere, both on standard error. */
export async function withProgress<T>(
  terminal: Terminal,
  work: (say: (text: string) => void) => Promise<T>,
): Promise<T> {
  if (!terminal.live) return work((text) => terminal.err(`${text} …`));
  const { default: yoctoSpinner } = await import('yocto-spinner');
  const spinner = yoctoSpinner({ stream: process.stderr });
  try {
    return await work((text) => {
      spinner.text = plain(text);
      if (!spinner.isSpinning) spinner.start();
    });
  } finally {
    spinner.stop();
  }
}
