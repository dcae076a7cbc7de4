import type { InputDefinition } from '../../kernel/component.ts';
import { policyAssignmentsInputs } from './inputs.ts';

const definition =
  /^(\/subscriptions\/[0-9a-f-]{36}|\/providers\/Microsoft\.Management\/managementGroups\/[^/\s]{1,90})?\/providers\/Microsoft\.Authorization\/policy(Set)?Definitions\/[^/\s]{1,128}$/i;

const role =
  /^(\/subscriptions\/[0-9a-f-]{36})?\/providers\/Microsoft\.Authorization\/roleDefinitions\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const policyAssignmentsDefinition: InputDefinition<ReturnType<typeof policyAssignmentsInputs.of>> = {
  token: policyAssignmentsInputs,
  fixed: ['assignments'],
  needsMore: true,
  schema: (z) =>
    z.strictObject({
      enabled: z.boolean().describe('Assign policies to the resource group'),
      assignments: z
        .array(
          z.strictObject({
            name: z.string().regex(/^[a-z][a-z0-9-]{0,62}[a-z0-9]$/, 'must be lowercase letters, digits, and hyphens'),
            definitionId: z
              .string()
              .regex(
                definition,
                'must be the resource ID of a policy definition, such as /providers/Microsoft.Authorization/policyDefinitions/GUID',
              )
              .describe('Resource ID of a policy definition or an initiative'),
            parameters: z
              .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
              .default({})
              .describe('Values of its parameters, such as effect'),
            roles: z
              .array(
                z
                  .string()
                  .regex(
                    role,
                    'must be the resource ID of a role, such as /providers/Microsoft.Authorization/roleDefinitions/GUID',
                  ),
              )
              .max(10)
              .default([])
              .describe(
                'Roles that the definition names, for effects that change resources. Its identity gets them on the resource group',
              ),
            message: z.string().max(500).default('').describe('Message for noncompliant deployments'),
          }),
        )
        .max(50)
        .describe('Definitions and initiatives'),
      enforce: z.boolean().describe('Apply effects such as Deny. Without it, Azure only evaluates compliance'),
    }),
  defaults: () => ({ enabled: false, assignments: [], enforce: false }),
  questions: [],
  switchOn: { enabled: true },
};
