import type { Answers } from '../answers/answers.ts';
import { sharedPath } from '../answers/version.ts';
import { ownValue } from '../bicep/own.ts';

/** Where an answer stands: with the environment if it says so itself, in `spec` otherwise. */
export function answerPath(path: string, environment: string, answers: Answers): string {
  const absolute = path.startsWith('/') ? path.slice(1) : undefined;
  const below = absolute ?? path;
  const own = below
    .split('.')
    .reduce<unknown>((tree, key) => ownValue(tree, key), ownValue(answers.environments, environment));
  if (own !== undefined) return `environments.${environment}.${below}`;
  return absolute ?? sharedPath(path, answers.version);
}
