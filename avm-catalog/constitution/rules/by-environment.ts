import type { EnvironmentsParameters } from '../../kernel/rule-parameters.ts';
import type { View } from '../../kernel/view.ts';
import type { RuleDefinition } from '../rule.ts';

/** Parameters of a rule that is for some environments. */
export const environmentsParameters: RuleDefinition<EnvironmentsParameters>['parameters'] = {
  schema: (z) => z.strictObject({ environments: z.array(z.string().min(1)).min(1) }),
  defaults: { environments: ['prod'] },
};

export const inOtherEnvironments = (view: View, { environments }: EnvironmentsParameters): string | undefined =>
  environments.includes(view.environment) ? undefined : `the rule applies to ${environments.join(', ')}`;
