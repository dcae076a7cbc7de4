import { type Estate, isUnresolved, type Predicted } from '../estate.ts';
import { like } from './compare.ts';
import type { Bounds, Related } from './condition.ts';
import { follow, type Seen } from './path.ts';
import { either, type Verdict } from './verdict.ts';

/** Resources whose type matches a pattern. */
export function ofType(estate: Estate, type: string | readonly string[]): readonly Predicted[] {
  const patterns = [type].flat().map((one) => one.toLowerCase());
  return estate.suchThat((one) => patterns.some((pattern) => like(one.type.toLowerCase(), pattern)));
}

/** The certain number, and the maximum. */
export interface Count {
  readonly sure: number;
  readonly most: number;
}

export function countOf(verdicts: readonly Verdict[]): Count {
  return { sure: verdicts.filter((one) => one === true).length, most: verdicts.filter((one) => one !== false).length };
}

export function isWithin({ sure, most }: Count, { atLeast = 0, atMost = Infinity }: Bounds): Verdict {
  if (most < atLeast || sure > atMost) return false;
  return sure >= atLeast && most <= atMost ? true : 'unknown';
}

/** `on` is the resource, or the value in it where the path starts. */
export function isTied({ by, path = '' }: Related, on: Seen, resource: Predicted, other: Predicted): Verdict {
  if (by === 'child') return isChild(other, resource);
  if (by === 'parent') return isChild(resource, other);
  if (by === 'extension') return isExtension(other, resource);
  if (by === 'reference') return either(follow(on, path).map((seen) => names(seen, other)));
  if (by === 'referencedBy') return either(follow({ value: other, at: '' }, path).map((seen) => names(seen, resource)));
  return true;
}

/** The rest of an ID below another one; nothing if it isn’t below it. */
function restBelow(id: string, above: string): string | undefined {
  const start = `${above.toLowerCase()}/`;
  return id.toLowerCase().startsWith(start) ? id.slice(start.length).toLowerCase() : undefined;
}

function isChild(one: Predicted, parent: Predicted): boolean {
  const rest = restBelow(one.id, parent.id);
  return rest !== undefined && /^(?!providers\/)[^/]+\/[^/]+$/.test(rest);
}

function isExtension(one: Predicted, of: Predicted): boolean {
  const rest = restBelow(one.id, of.id);
  return rest !== undefined && /^providers\/[^/]+\/[^/]+\/[^/]+$/.test(rest);
}

/** The ID of a resource or of a part of it, such as a backend pool of a load balancer. */
function names({ value }: Seen, { id }: Predicted): Verdict {
  if (isUnresolved(value)) return 'unknown';
  if (typeof value !== 'string') return false;
  return value.toLowerCase() === id.toLowerCase() || restBelow(value, id) !== undefined;
}
