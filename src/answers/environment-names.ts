import { suggestion } from '../findings/nearest.ts';
import { plain } from './characters.ts';
import { refusal } from './refusal.ts';

interface Context {
  readonly addIssue: (issue: ReturnType<typeof refusal>) => void;
}

/** Refuses, at their places in a list, names of environments that are not there. */
export function refuseEnvironments(
  path: readonly string[],
  names: readonly string[],
  known: readonly string[],
  context: Context,
): void {
  for (const [index, environment] of names.entries()) {
    if (known.includes(environment)) continue;
    const args = { environment: plain(environment), known, ...suggestion(environment, known) };
    context.addIssue(refusal('environment-unknown', [...path, String(index)], args));
  }
}
