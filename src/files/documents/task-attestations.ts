import { ruleReason, type Specified } from './subject.ts';
import type { Task } from './task.ts';

/** Attestations of rules that no command evaluates. */
export function attestationTasks({ rules }: Specified): readonly Task[] {
  return rules.flatMap(
    ({
      rule: {
        definition: { id, attested },
      },
    }) =>
      attested
        ? [
            {
              key: `attest-${id}`,
              ...(attested.by === undefined ? {} : { done: true }),
              what: `Attest ${id} (“${attested.how.replace(/\.$/, '')}”)`,
              file: 'avm.yaml',
              way: 'in',
              ids: ruleReason(id).ids,
              after: ['answers'],
              accept: `${id} has attest.by and attest.on`,
            } satisfies Task,
          ]
        : [],
  );
}
