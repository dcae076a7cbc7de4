import { literals } from '../../../src/bicep/type.ts';
import { call, item, text, when, type ObjectValue, type Value } from '../../../src/bicep/value.ts';
import { lastPart } from '../../azure/resource-ids.ts';
import { roleName } from '../../azure/roles.ts';
import { component, type Composer } from '../../kernel/component.ts';
import { duplicates } from '../../kernel/duplicates.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import { roleIdOf } from '../../kernel/role-ids.ts';
import type { View } from '../../kernel/view.ts';
import { policyAssignmentsDefinition } from './definition.ts';
import { policyAssignmentsDocs } from './docs.ts';
import { drawing } from './drawing.ts';
import { policyAssignmentsInputs } from './inputs.ts';

export const policyAssignments = component({
  name: 'policy-assignments',
  title: 'Policy assignments',
  summary: 'Definitions of Azure Policy that are assigned to the resource group',
  serves: ['SEC-035'],
  drawing,
  inputs: policyAssignmentsDefinition,
  docs: policyAssignmentsDocs,
  enabled: (view) => policyAssignmentsInputs.of(view).enabled,
  check: problems,
  compose: (c) => {
    const assigned = c.variable('assignedPolicies', assignmentsOf(c), {
      description: 'Definitions of Azure Policy, with the values of their parameters',
    });
    c.module({
      symbol: 'policyAssignments',
      module: 'authorization/policy-assignment/rg-scope',
      comment: 'Policy assignments of the resource group',
      loop: { item: 'assignment', in: assigned },
      params: {
        name: item('assignment', 'name'),
        policyDefinitionId: item('assignment', 'definitionId'),
        parameters: item('assignment', 'parameters'),
        nonComplianceMessages: item('assignment', 'messages'),
        enforcementMode: c.choose({
          name: 'policyEnforcement',
          type: literals('Default', 'DoNotEnforce'),
          description: 'Whether effects of policy assignments such as Deny apply',
          value: (view) => (policyAssignmentsInputs.of(view).enforce ? 'Default' : 'DoNotEnforce'),
          answers: ['policyAssignments.enforce'],
        }),
        ...identities(c),
      },
    });
  },
});

/**
 * Azure refuses an assignment of a definition with the effect DeployIfNotExists or Modify that has no identity
 * (governance/policy/concepts/assignment-structure, "Identity"). The module gives every assignment one by default.
 */
function identities(c: Composer): ObjectValue {
  if (!hasRoles(c)) return { managedIdentities: {} };
  const roles = item('assignment', 'roles');
  return {
    managedIdentities: when(call('empty', roles), {}, { systemAssigned: true }),
    roleDefinitionIds: roles,
  };
}

/** They are the same in all environments. */
const givenTo = (c: Composer) => c.views.slice(0, 1).flatMap((view) => policyAssignmentsInputs.of(view).assignments);
const hasRoles = (c: Composer): boolean => givenTo(c).some(({ roles }) => roles.length > 0);

function assignmentsOf(c: Composer): readonly ObjectValue[] {
  const isWithRoles = hasRoles(c);
  return givenTo(c).map(({ name, definitionId, parameters, message, roles }) => ({
    name,
    definitionId,
    ...(isWithRoles ? { roles: roles.map(roleValue) } : {}),
    parameters: Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, { value: asValue(value) }])),
    messages: message === '' ? [] : [{ message }],
  }));
}

function roleValue(id: string): Value {
  const known = roleName(lastPart(id));
  return known === undefined ? id : text`/providers/Microsoft.Authorization/roleDefinitions/${roleIdOf(known)}`;
}

const asValue = (value: string | number | boolean | readonly string[]) =>
  typeof value === 'object' ? [...value] : value;

function problems(view: View): readonly AnswerProblem[] {
  const { enabled, assignments } = policyAssignmentsInputs.of(view);
  if (!enabled) return [];
  if (assignments.length === 0)
    return [problem('answer-missing', 'policyAssignments.assignments', { why: 'policyAssignments.enabled is true' })];
  return [
    ...duplicates(assignments.map(({ name }) => name)).map(({ value, index }) =>
      problem('answer-twice', `policyAssignments.assignments.${index}.name`, { what: `The assignment ${value}` }),
    ),
    ...assignments.flatMap(({ name, roles }, at) =>
      duplicates(roles.map((id) => id.toLowerCase())).map(({ index }) =>
        problem('answer-twice', `policyAssignments.assignments.${at}.roles.${index}`, {
          what: `The role ${roles[index] ?? ''} of the assignment ${name}`,
        }),
      ),
    ),
  ];
}
