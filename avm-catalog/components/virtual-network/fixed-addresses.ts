import { addressProblem, parseCidr } from '../../azure/addresses.ts';
import type { View } from '../../kernel/view.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import { duplicates } from '../../kernel/duplicates.ts';
import { subnetRanges } from './network-plan.ts';
import type { SubnetKey } from '../../kernel/slots.ts';
import { loadBalancerInputs } from '../internal-load-balancer/inputs.ts';
import { virtualMachineInputs } from '../virtual-machine/inputs.ts';

/** An address that a setting gives to a network interface or to a front end. */
interface FixedAddress {
  readonly answer: string;
  readonly address: string;
  readonly subnet: SubnetKey;
}

/** All of one environment: who adds a setting with an address adds it here. */
function fixedAddresses(view: View): readonly FixedAddress[] {
  const loadBalancer = loadBalancerInputs.of(view);
  const all: readonly FixedAddress[] = [
    {
      answer: 'virtualMachine.privateAddress',
      address: virtualMachineInputs.of(view).privateAddress,
      subnet: 'workload',
    },
    { answer: 'loadBalancer.address', address: loadBalancer.enabled ? loadBalancer.address : '', subnet: 'workload' },
  ];
  return all.filter(({ address }) => address !== '');
}

/** Fixed addresses are in their subnet, left free by Azure, and each given once. */
export function fixedAddressProblems(view: View): readonly AnswerProblem[] {
  const all = fixedAddresses(view);
  return [
    ...all.flatMap((one) => addressFinding(one, subnetRanges(view.core.network)[one.subnet])),
    ...duplicates(all.map((one) => one.address)).map(({ value, index, first }) =>
      problem('answer-twice', all[index]?.answer ?? '', { what: `The address ${value} (${all[first]?.answer ?? ''})` }),
    ),
    ...takenAddress(view),
  ];
}

/** Azure gives a front end without an address one that is free, and the VM, which is created after it, may lose its own. */
function takenAddress(view: View): readonly AnswerProblem[] {
  const loadBalancer = loadBalancerInputs.of(view);
  const address = virtualMachineInputs.of(view).privateAddress;
  if (!loadBalancer.enabled || loadBalancer.address !== '' || address === '') return [];
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
