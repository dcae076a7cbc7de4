import { noiseOf, noiseReasons, noiseSource, type NoiseEntry } from '../../avm-catalog/azure/what-if-noise.ts';
import type { Json } from '../checks/canonical.ts';
import { sets, type ExpectedResource } from './inventory.ts';
import type { PropertyChange, ResourceChange } from './model.ts';

/** A reported change of a property that a deployment doesn’t make. */
export interface Noise {
  readonly path: string;
  readonly kind: string;
  readonly reason: string;
  /** Where it is documented. */
  readonly source: string;
}

const learn = 'https://learn.microsoft.com/azure/azure-resource-manager/templates/deploy-what-if';

interface Sorted {
  readonly real: readonly PropertyChange[];
  /** Changes to a value that only a deployment computes, so that nobody can compare it. */
  readonly unresolved: readonly PropertyChange[];
  readonly noise: readonly Noise[];
}

/** Sorts the changed properties of a resource. What a template sets is never noise. */
export function sortProperties({ type, properties }: ResourceChange, expected: ExpectedResource | undefined): Sorted {
  const real: PropertyChange[] = [];
  const unresolved: PropertyChange[] = [];
  const noise: Noise[] = [];
  for (const one of properties) {
    const found = noiseIn(type, one, expected);
    if (found) noise.push(found);
    else if (isExpression(one.after)) unresolved.push(one);
    else real.push(one);
  }
  return { real, unresolved, noise };
}

function noiseIn(type: string, one: PropertyChange, expected: ExpectedResource | undefined): Noise | undefined {
  const { path, kind } = one;
  if (kind === 'noeffect') return { path, kind: 'no-effect', reason: 'Azure doesn’t set or update it', source: learn };
  const entry = noiseOf(type, path, kind);
  if (!entry || isSet(one, entry, expected)) return undefined;
  return { path, kind: entry.kind, reason: noiseReasons[entry.kind], source: noiseSource(entry.issue) };
}

const keysOf = (path: string): readonly string[] => path.split(/\.|(?=\[)/);

/**
 * The template must set neither the property nor what the entry is about: within subnets that it sets, a subnet’s missing
 * property is removed. Without a prediction, only a deletion shows that: the property has no value after it.
 */
function isSet({ path, kind }: PropertyChange, entry: NoiseEntry, expected: ExpectedResource | undefined): boolean {
  const depth = keysOf(entry.path).length;
  if (!expected) return kind !== 'delete' || /\[/.test(path) || keysOf(path).length !== depth;
  return sets(expected.resource, path) || sets(expected.resource, pathOf(keysOf(path).slice(0, depth)));
}

const pathOf = (keys: readonly string[]): string => keys.join('.').replaceAll('.[', '[');

/** An expression that what-if couldn’t evaluate. */
export function isExpression(value: Json | undefined): boolean {
  return typeof value === 'string' && value.startsWith('[') && !value.startsWith('[[') && value.endsWith(']');
}
