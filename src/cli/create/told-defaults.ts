import type { Answers } from '../../answers/answers.ts';

/** Defaults that most people change. */
export function defaultsOf({ workload, spec, tags }: Answers): readonly string[] {
  return [
    `workload.name=${workload.name}`,
    `location.region=${spec.location?.region ?? ''}`,
    ...Object.entries(tags).map(([name, value]) => `tags.${name}=${value}`),
  ];
}
