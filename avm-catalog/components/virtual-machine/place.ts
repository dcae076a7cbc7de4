import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import { namedOf, type View } from '../../kernel/view.ts';
import { identityType } from '../identity/inputs.ts';
import { subnetType, type SubnetInputs } from '../subnet/inputs.ts';
import { virtualMachineInputs } from './inputs.ts';

/** Its subnet and its identity, where they are components by name. */
export function placeProblems(view: View): readonly AnswerProblem[] {
  const { subnet, identity } = virtualMachineInputs.of(view);
  const identities = namedOf(view, identityType).map(([id]) => id);
  return [
    ...(subnet === undefined ? [] : subnetProblems(view, subnet)),
    ...(identity === undefined || identities.includes(identity)
      ? []
      : [problem('identity-unknown', 'virtualMachine.identity', { name: identity, known: identities })]),
  ];
}

function subnetProblems(view: View, name: string): readonly AnswerProblem[] {
  const subnets = namedOf<SubnetInputs>(view, subnetType);
  const answer = 'virtualMachine.subnet';
  const found = subnets.find(([id]) => id === name)?.[1];
  if (!found) return [problem('subnet-unknown', answer, { name, known: subnets.map(([id]) => id) })];
  return found.delegation === '' ? [] : [problem('subnet-delegated', answer, { name, service: found.delegation })];
}
