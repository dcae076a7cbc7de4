import { policyAssignmentsInputs } from '../../components/policy-assignments/inputs.ts';
import { lastPart } from '../../azure/resource-ids.ts';
import { ruleWith, unless, type RuleDefinition } from '../rule.ts';
import { azure } from '../sources.ts';
import { isSame, policiesAssigned, type PolicyParameters } from './policy-checks.ts';

/** Definitions of Azure Policy that an organization requires. */
export const policies: readonly RuleDefinition[] = [
  ruleWith<PolicyParameters>({
    id: 'SEC-035',
    category: 'process',
    title: 'Required policy assignments',
    level: 'should',
    parameters: {
      schema: (z) =>
        z.strictObject({
          definitions: z.array(z.string().min(1)).describe('Resource IDs of policy definitions or initiatives'),
          enforced: z.boolean().describe('Effects such as Deny must apply'),
        }),
      defaults: { definitions: [], enforced: false },
    },
    notApplicable: (_, { definitions }) =>
      definitions.length === 0 ? 'the rule names no policy definitions' : undefined,
    statement: ({ definitions, enforced }) =>
      `The workload SHOULD assign ${definitions.length === 0 ? 'the policy definitions that the organization names' : definitions.map(lastPart).join(', ')} to its resource group${enforced ? ', with their effects enforced' : ''}.`,
    rationale: 'Azure Policy evaluates resources after the deployment too, and so finds manual changes.',
    source: azure('Azure Policy', 'governance/policy/overview'),
    shapes: 'The template assigns the definitions in policyAssignments.assignments.',
    exceptions: [
      {
        what: 'Assignments to the subscription or a management group',
        why: 'they aren’t part of this workspace, whose boundary is the resource group',
      },
    ],
    appliesTo: [],
    check: policiesAssigned,
    breaks: (view, { definitions, enforced }) => {
      const { enabled, assignments, enforce } = policyAssignmentsInputs.of(view);
      const isAssigned = (id: string): boolean => enabled && assignments.some((one) => isSame(one.definitionId, id));
      return [
        ...definitions.flatMap((id) =>
          unless(
            isAssigned(id),
            'policyAssignments.assignments',
            `${lastPart(id)} isn’t assigned`,
            'policyAssignments.assignments=… with it, and policyAssignments.enabled=true',
          ),
        ),
        ...unless(
          !enforced || !enabled || enforce,
          'policyAssignments.enforce',
          'effects of policy assignments don’t apply',
          'policyAssignments.enforce=true',
        ),
      ];
    },
  }),
];
