import type { Question } from '../../kernel/component.ts';
import type { Zod } from '../../kernel/context.ts';
import { namedOf } from '../../kernel/view.ts';
import { identityType } from '../identity/inputs.ts';
import { subnetType, type SubnetInputs } from '../subnet/inputs.ts';

/** References to other named components; the defaults are those of the blueprint's own VM. */
export function placeShape(z: Zod) {
  return {
    subnet: z.string().max(20).optional().describe('Name of the subnet component to use; default: the workload subnet'),
    identity: z
      .string()
      .max(20)
      .optional()
      .describe('Name of the identity component to use; default: the workload identity'),
    uses: z
      .array(z.string().max(40))
      .max(20)
      .optional()
      .describe(
        'Components that it uses. Its identity gets the least-privileged role on each, and their endpoints become outputs',
      ),
    loadBalanced: z
      .boolean()
      .optional()
      .describe('Whether the VM is behind the load balancer. Named VMs aren’t unless this is true'),
  };
}

export const placeQuestions: readonly Question[] = [
  {
    path: 'subnet',
    ask: 'Subnet',
    kind: 'choice',
    among: (view) =>
      namedOf<SubnetInputs>(view, subnetType).flatMap(([id, { delegation }]) => (delegation === '' ? [id] : [])),
  },
  {
    path: 'identity',
    ask: 'Managed identity',
    kind: 'choice',
    among: (view) => namedOf(view, identityType).map(([id]) => id),
  },
];
