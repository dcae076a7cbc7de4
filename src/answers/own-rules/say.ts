import { refusal } from '../refusal.ts';
import type { Refused } from './problems.ts';

interface Context {
  readonly addIssue: (issue: ReturnType<typeof refusal>) => void;
}

export function say(context: Context, problem: Refused | undefined): void {
  if (problem) context.addIssue(refusal(problem.finding, problem.path ?? [], problem.args ?? {}, problem.key));
}
