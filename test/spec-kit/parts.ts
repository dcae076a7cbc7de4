import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { filesBelow, project } from '../package/tarball.ts';

export const partsFolder = join(project, 'spec-kit');
export const parts: readonly string[] = filesBelow(partsFolder);

export function partText(path: string): string {
  return readFileSync(join(partsFolder, path), 'utf8');
}

export function partYaml(path: string): unknown {
  return parse(partText(path));
}

export interface CommandLine {
  readonly file: string;
  /** As it is written, without the `npx` that finds avm. */
  readonly argv: readonly string[];
}

const viaNpx = 'npx -p create-avm avm ';

/** Every command line of avm that these texts name in full, in a fence or in a line. */
export function commandLines(): readonly CommandLine[] {
  return parts
    .filter((file) => /\.(md|yml)$/.test(file))
    .flatMap((file) =>
      [...partText(file).matchAll(/(?:^ *|`|run: ')npx -p create-avm avm ([^`'\n]+)/gm)].map(([, line = '']) => ({
        file,
        argv: line.trim().split(' '),
      })),
    );
}

/** Mentions of `npx` that do not say which package has avm. */
export function looseMentions(): readonly string[] {
  return parts.flatMap((file) =>
    partText(file)
      .split('\n')
      .filter((line) => /\bnpx\b/.test(line.replaceAll(viaNpx, '').replace(/^Commands run .*/, '')))
      .map((line) => `${file}: ${line}`),
  );
}
