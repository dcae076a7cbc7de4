import type { Answers } from './answers.ts';

/** The first number of a spec, which avm.yaml leaves out. */
export const firstSpecNumber = 1;
export const lastSpecNumber = 99_999;

/** The name that Spec Kit gives a feature: a number of at least three digits, and the name of the workload. */
export function featureOf({ name, specNumber = firstSpecNumber }: Answers['workload']): string {
  return `${String(specNumber).padStart(3, '0')}-${name}`;
}

/** Where Spec Kit looks for the documents of the workload; no slash at its end. */
export function specFolder(workload: Answers['workload']): string {
  return `specs/${featureOf(workload)}`;
}

/** The number after the highest one, as Spec Kit counts: gaps stay, and folders named after a time have no number. */
export function nextSpecNumber(folders: readonly string[]): number {
  const numbers = folders.map((name) => Number(/^(\d{3,5})-[^/]/.exec(name)?.[1] ?? 0));
  return Math.max(firstSpecNumber - 1, ...numbers) + 1;
}
