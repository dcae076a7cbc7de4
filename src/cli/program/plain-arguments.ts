import type { CreateOptions } from '../create/creation.ts';
import { ownValue } from '../../bicep/own.ts';

/** The few options that a run with nothing asked mostly has; one of `--yes` and `--json` is what makes it ask nothing. */
const flags: Readonly<Record<string, Partial<CreateOptions>>> = {
  '-y': { yes: true },
  '--yes': { yes: true },
  '--no-check': { check: false },
  '--no-git': { git: false },
  '--dry-run': { dryRun: true },
  '--json': { json: true },
};

/** Without the two dashes that bun, pnpm, and Yarn hand on, where npm takes them out. */
export function withoutDashes(argv: readonly string[]): readonly string[] {
  const at = argv.indexOf('--');
  const isBefore = at !== -1 && argv.slice(at + 1).some((one) => one.startsWith('-'));
  return isBefore ? argv.toSpliced(at, 1) : argv;
}

export interface PlainArguments {
  readonly dir: string | undefined;
  readonly options: CreateOptions;
}

/**
 * The arguments of a run with nothing but these, read without the library that reads all others: loading it takes a
 * tenth of the whole run. Undefined for any others, also for wrong ones, and for a run that may ask.
 */
export function plainArguments(argv: readonly string[]): PlainArguments | undefined {
  const [dir, ...more] = argv.filter((one) => !one.startsWith('-'));
  const options = argv.filter((one) => one.startsWith('-'));
  if (more.length > 0 || dir === '' || !options.every((one) => Object.hasOwn(flags, one))) return undefined;
  const given = Object.assign(
    { check: true, git: true },
    ...options.map((one) => ownValue(flags, one)),
  ) as CreateOptions;
  return given.yes || given.json ? { dir, options: given } : undefined;
}
