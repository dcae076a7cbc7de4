import { interview } from './interview.ts';
import type { Generator, NewWorkspace } from './session.ts';

export const workload: Generator<NewWorkspace> = {
  name: 'workload',
  description: 'a new workspace',
  prompts: (session) => interview(session),
};
