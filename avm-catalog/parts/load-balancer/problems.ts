import { contains, parseCidr } from '../../azure/addresses.ts';
import type { AnswerProblem, View } from '../../component.ts';
import { subnetRanges } from '../../network-plan.ts';

/** What its answers cannot be. */
export function problems(view: View): readonly AnswerProblem[] {
  const { loadBalancer: is } = view.inputs;
  if (!is.enabled) return [];
  const names = is.ports.map((port) => port.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  const range = parseCidr(subnetRanges(view.core.network).workload);
  const address = parseCidr(`${is.address || '0.0.0.0'}/32`);
  return [
    ...(twice ? [{ code: 'answer-twice', answer: 'loadBalancer.ports', args: { what: twice } }] : []),
    ...(is.probe.protocol !== 'Tcp' && is.probe.path === ''
      ? [
          {
            code: 'answer-missing',
            answer: 'loadBalancer.probe.path',
            args: { why: `the probe is ${is.probe.protocol}` },
          },
        ]
      : []),
    ...(is.address !== '' && range.ok && address.ok && !contains(range.cidr, address.cidr)
      ? [
          {
            code: 'range-outside',
            answer: 'loadBalancer.address',
            args: { range: is.address, space: subnetRanges(view.core.network).workload },
          },
        ]
      : []),
  ];
}
