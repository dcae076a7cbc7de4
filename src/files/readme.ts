import type { Plan } from '../plan/plan.ts';
import type { Spec } from '../spec/spec.ts';
import type { GeneratedFile } from './file-set.ts';

export function readme(_plan: Plan, _spec: Spec): GeneratedFile {
  return { path: 'README.md', text: '\n', trace: [] };
}
