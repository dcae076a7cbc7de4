import type { Plan } from '../plan/plan.ts';
import type { Spec } from '../spec/spec.ts';
import type { GeneratedFile } from './file-set.ts';

export function scripts(_plan: Plan, _spec: Spec): readonly GeneratedFile[] {
  return [];
}
