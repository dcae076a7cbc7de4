import { refusalOf } from '../refusal.ts';
import type { Refused } from './problems.ts';

interface Context {
  readonly addIssue: (issue: ReturnType<typeof refusalOf>) => void;
}

export function say(context: Context, problem: Refused | undefined): void {
  if (problem) context.addIssue(refusalOf(problem, problem.path, problem.key));
}
