import { UsageFailure } from '../shared/failure.ts';

export interface Confirming {
  /** The name to repeat. */
  readonly name: string;
  /** What was not done, and why: `Nothing was removed: 'reports' can contain data.` */
  readonly because: string;
  /** The command without its `--confirm`. */
  readonly command: string;
}

/** A change that can lose data requires the name twice; a dry run does not. */
export function confirm(
  { name, because, command }: Confirming,
  { confirm: given, dryRun = false }: { readonly confirm?: string | undefined; readonly dryRun?: boolean },
): void {
  if (dryRun || given === name) return;
  throw new UsageFailure(
    given === undefined ? because : `--confirm is '${given}', and the name is '${name}'.`,
    `To confirm, run: ${command} --confirm ${name}`,
  );
}
