import { addressProblem, parseCidr } from '../../azure/addresses.ts';
import type { AnswerProblem } from '../../kernel/component.ts';
import type { View } from '../../kernel/view.ts';
import { duplicates } from '../../kernel/duplicates.ts';
import { subnetRanges } from './network-plan.ts';
import type { SubnetKey } from '../../kernel/slots.ts';

/** An address that a setting gives to a network interface or to a front end. */
interface FixedAddress {
  readonly answer: string;
  readonly address: string;
  readonly subnet: SubnetKey;
}

/** All of one environment: who adds a setting with an address adds it here. */
function fixedAddresses({ inputs: { loadBalancer, virtualMachine } }: View): readonly FixedAddress[] {
  const all: readonly FixedAddress[] = [
    { answer: 'virtualMachine.privateAddress', address: virtualMachine.privateAddress, subnet: 'workload' },
    { answer: 'loadBalancer.address', address: loadBalancer.enabled ? loadBalancer.address : '', subnet: 'workload' },
  ];
  return all.filter(({ address }) => address !== '');
}

/** Fixed addresses are in their subnet, left free by Azure, and each given once. */
export function fixedAddressProblems(view: View): readonly AnswerProblem[] {
  const all = fixedAddresses(view);
  return [
    ...all.flatMap((one) => addressFinding(one, subnetRanges(view.core.network)[one.subnet])),
    ...duplicates(all.map((one) => one.address)).map(({ value, index, first }) => ({
      code: 'answer-twice',
      answer: all[index]?.answer ?? '',
      args: { what: `The address ${value} (${all[first]?.answer ?? ''})` },
    })),
    ...takenAddress(view),
  ];
}

/** Azure gives a front end without an address one that is free, and the VM, which is created after it, may lose its own. */
function takenAddress({ inputs: { loadBalancer, virtualMachine } }: View): readonly AnswerProblem[] {
  const address = virtualMachine.privateAddress;
  if (!loadBalancer.enabled || loadBalancer.address !== '' || address === '') return [];
  return [{ code: 'address-taken', answer: 'loadBalancer.address', args: { address }, severity: 'warning' }];
}

function addressFinding({ answer, address, subnet }: FixedAddress, range: string): readonly AnswerProblem[] {
  const parsed = parseCidr(range);
  const problem = parsed.ok ? addressProblem(address, parsed.cidr) : undefined;
  switch (problem?.kind) {
    case 'outside':
      return [{ code: 'range-outside', answer, args: { range: address, space: range } }];
    case 'reserved':
      return [
        {
          code: 'address-reserved',
          answer,
          args: { address, subnet, range, first: problem.first, last: problem.last },
        },
      ];
    case 'syntax':
    case undefined:
      return [];
  }
}
