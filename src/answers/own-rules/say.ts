import { refusalOf } from '../refusal.ts';
import type { RefusedCondition } from './problems.ts';

interface Context {
  readonly addIssue: (issue: ReturnType<typeof refusalOf>) => void;
}

export function say(context: Context, problem: RefusedCondition | undefined): void {
  if (problem) context.addIssue(refusalOf(problem, problem.path, problem.key));
}
