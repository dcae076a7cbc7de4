import { makeFinding, type Finding } from '../../findings/finding.ts';
import type { Locate } from './origin.ts';
import { idsAbove } from './mentions.ts';
import { pathOf } from './precedence.ts';
import type { Outside } from './references.ts';

/** IDs that no one creates: neither this deployment, nor what the README lists as a prerequisite (`declaredIn`). */
export function checkPrerequisites(
  outside: readonly Outside[],
  declaredIn: readonly string[],
  at: Locate,
): readonly Finding[] {
  const declared = declaredIn.map((id) => id.toLowerCase());
  const isDeclared = (id: string): boolean =>
    [id, ...idsAbove(id)].some((one) => declared.some((known) => one.toLowerCase().endsWith(known)));
  return outside
    .filter(({ id }) => !isDeclared(id))
    .map(({ by, id }) => makeFinding('order/undeclared', 'error', { from: pathOf(by.steps), id }, at(by)));
}
