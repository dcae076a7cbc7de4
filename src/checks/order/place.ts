import { deploymentType, separators } from './mark.ts';
import { isObject, type Json } from '../canonical.ts';
import type { PredictedResource } from '../snapshot.ts';

/** A resource or a nested deployment in its template. */
export interface Step {
  /** Symbolic name, or the position in a template without such names. */
  readonly key: string;
  /** Its index in a loop. */
  readonly index?: number;
  /** Name of the nested deployment; empty for a resource. */
  readonly deployment: string;
  /** Symbolic names (`subnets`, `subnets[2]`) or IDs of what it waits for. */
  readonly after: readonly string[];
}

export interface Placed {
  readonly resource: PredictedResource;
  /** From main.bicep to the resource. */
  readonly steps: readonly Step[];
}

export interface Placement {
  readonly placed: readonly Placed[];
  /** Nested deployments that happen, each by its steps. */
  readonly deployments: readonly (readonly Step[])[];
  /** IDs of resources whose place isn’t known. */
  readonly lost: readonly string[];
}

/** Reads the places that `markTemplate` had written, and takes them out. */
export function readPlaces(marked: readonly PredictedResource[]): Placement {
  const placed: Placed[] = [];
  const deployments: (readonly Step[])[] = [];
  const lost: string[] = [];
  for (const { managedBy, ...resource } of marked) {
    const steps = stepsOf(managedBy);
    const one = resource as unknown as PredictedResource;
    if (one.type === deploymentType) {
      if (steps !== null && steps.length > 0) deployments.push(steps);
    } else if (steps === null) lost.push(one.id);
    else placed.push({ resource: one, steps });
  }
  return { placed, deployments, lost };
}

function stepsOf(place: Json | undefined): readonly Step[] | null {
  if (typeof place !== 'string' || !place.startsWith(separators.prefix)) return null;
  return place.split(separators.step).slice(1).map(readStep);
}

function readStep(text: string): Step {
  const [name = '', deployment = '', ...after] = text.split(separators.field);
  const [key = '', index] = name.split('#');
  return { key, ...(index === undefined ? {} : { index: Number(index) }), deployment, after };
}

/** A step as others of its template name it. */
export const nameOfStep = ({ key, index }: Step): string => (index === undefined ? key : `${key}[${index}]`);

/** All texts in a value, keys too. */
export function textsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isObject(value) ? Object.entries(value).flatMap(([key, one]) => [key, ...textsIn(one)]) : [];
}
