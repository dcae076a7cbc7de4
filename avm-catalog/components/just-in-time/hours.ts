import type { RuleSettings } from '../../kernel/context.ts';
import type { JustInTimeParameters } from '../../kernel/rule-parameters.ts';

/** Maximum hours that a request opens RDP for. */
export function hoursOfAccess(rules: RuleSettings): number {
  return rules.on('SEC-005') ? rules.parameters<JustInTimeParameters>('SEC-005').maxHours : 3;
}
