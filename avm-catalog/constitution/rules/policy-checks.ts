import { lastPart } from '../../azure/resource-ids.ts';
import { readText, whereValue, type Estate, type Violation } from '../estate.ts';

export interface PolicyParameters {
  /** IDs of definitions or initiatives. */
  readonly definitions: readonly string[];
  /** Whether their effects apply. */
  readonly enforced: boolean;
}

const type = 'Microsoft.Authorization/policyAssignments';

export const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Each definition is assigned, and its effects apply if that is required. */
export function policiesAssigned(estate: Estate, { definitions, enforced }: PolicyParameters): readonly Violation[] {
  return definitions.flatMap((id) => {
    const own = estate.ofType(type).filter((one) => isSame(readText(one, 'properties.policyDefinitionId'), id));
    if (own.length === 0)
      return [
        {
          resource: '',
          what: `no policy assignment has the definition ${lastPart(id)}`,
          instead: 'add one to policyAssignments.assignments',
        },
      ];
    return whereValue(
      own,
      (one) => readText(one, 'properties.enforcementMode') || 'Default',
      (mode) => enforced && mode !== 'Default',
      'the effects of the policy assignment don’t apply',
      'set enforcementMode to Default',
    );
  });
}
