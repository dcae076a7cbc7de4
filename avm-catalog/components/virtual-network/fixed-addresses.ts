import { ownValue } from '../../../src/bicep/own.ts';
import { addressProblem, parseCidr } from '../../azure/addresses.ts';
import type { View } from '../../kernel/view.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import { duplicates } from '../../kernel/duplicates.ts';
import { rangesIn } from '../subnet/inputs.ts';
import { loadBalancerInputs } from '../internal-load-balancer/inputs.ts';
import { machinesIn, subnetOf } from '../virtual-machine/inputs.ts';

/** A static address of a network interface or a frontend, from a setting. */
interface FixedAddress {
  readonly answer: string;
  readonly address: string;
  readonly subnet: string;
}

/** All static addresses of one environment. Add every new setting with an address here. */
function fixedAddresses(view: View): readonly FixedAddress[] {
  const loadBalancer = loadBalancerInputs.of(view);
  const all: readonly FixedAddress[] = [
    ...machinesIn(view).map(({ key, is }) => ({
      answer: `${key}.privateAddress`,
      address: is.privateAddress,
      subnet: subnetOf(is),
    })),
    { answer: 'loadBalancer.address', address: loadBalancer.enabled ? loadBalancer.address : '', subnet: 'workload' },
  ];
  return all.filter(({ address }) => address !== '');
}

/** Static addresses must be in their subnet, not reserved by Azure, and unique. */
export function fixedAddressProblems(view: View): readonly AnswerProblem[] {
  const all = fixedAddresses(view);
  const ranges = rangesIn(view);
  return [
    ...all.flatMap((one) => addressFinding(one, ownValue(ranges, one.subnet) ?? '')),
    ...duplicates(all.map((one) => one.address)).map(({ value, index, first }) =>
      problem('answer-twice', all[index]?.answer ?? '', { what: `The address ${value} (${all[first]?.answer ?? ''})` }),
    ),
    ...takenAddress(view),
  ];
}

/** Azure picks any free address for a frontend without one, and that can be the address of a VM, which is created later. */
function takenAddress(view: View): readonly AnswerProblem[] {
  const loadBalancer = loadBalancerInputs.of(view);
  const machine = machinesIn(view).find(({ is }) => is.privateAddress !== '' && subnetOf(is) === 'workload');
  if (!loadBalancer.enabled || loadBalancer.address !== '' || !machine) return [];
  const address = machine.is.privateAddress;
  return [problem('address-taken', 'loadBalancer.address', { address }, 'warning')];
}

function addressFinding({ answer, address, subnet }: FixedAddress, range: string): readonly AnswerProblem[] {
  const parsed = parseCidr(range);
  const wrong = parsed.ok ? addressProblem(address, parsed.cidr) : undefined;
  switch (wrong?.kind) {
    case 'outside':
      return [problem('range-outside', answer, { range: address, space: range })];
    case 'reserved':
      return [problem('address-reserved', answer, { address, subnet, range, first: wrong.first, last: wrong.last })];
    case 'syntax':
    case undefined:
      return [];
  }
}
