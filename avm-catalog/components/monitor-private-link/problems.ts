import { ownValue } from '../../../src/bicep/own.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import { parsed } from '../../kernel/subnet-ranges.ts';
import type { View } from '../../kernel/view.ts';
import { rangesIn } from '../subnet/inputs.ts';
import { makesScope, sharesZones } from './inputs.ts';

/** Source: azure-monitor-docs fundamentals/private-link-configure.md, "Network subnet size": 11 addresses or more. */
const smallestPrefix = 27;

export function linkProblems(view: View): readonly AnswerProblem[] {
  if (!makesScope(view)) return [];
  const range = ownValue(rangesIn(view), 'privateEndpoints') ?? '';
  const cidr = parsed(range);
  return [
    ...(sharesZones(view) ? [problem('monitor-zones-shared', 'monitorPrivateLink.enabled', {}, 'warning')] : []),
    ...(cidr && cidr.prefix > smallestPrefix
      ? [problem('range-monitor', 'network.subnets.privateEndpoints', { range, prefix: smallestPrefix })]
      : []),
  ];
}
