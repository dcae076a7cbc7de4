import type { Answers } from '../answers/answers.ts';

/** Where an answer stands: with the environment if it says so itself, in `spec` otherwise. */
export function answerPath(path: string, environment: string, answers: Answers): string {
  const absolute = path.startsWith('/') ? path.slice(1) : undefined;
  const below = absolute ?? path;
  const own = below
    .split('.')
    .reduce<unknown>(
      (tree, key) => (typeof tree === 'object' && tree !== null ? (tree as Record<string, unknown>)[key] : undefined),
      answers.environments[environment],
    );
  if (own !== undefined) return `environments.${environment}.${below}`;
  return absolute ?? `spec.${path}`;
}
