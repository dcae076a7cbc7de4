import type { Contradiction } from '../../kernel/measure.ts';
import type { View } from '../../kernel/view.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import { encryptsNetwork } from '../../azure/network-encryption.ts';
import { duplicates } from '../../kernel/duplicates.ts';
import { isBalanced, machinesIn } from '../virtual-machine/inputs.ts';
import { loadBalancerInputs } from './inputs.ts';

/** Settings that can't be deployed. */
export function problems(view: View): readonly AnswerProblem[] {
  const is = loadBalancerInputs.of(view);
  if (!is.enabled) return [];
  return [
    ...portsTwice(
      is.ports.map((port) => port.name),
      'name',
      'The name',
    ),
    ...portsTwice(
      is.ports.map((port) => port.port),
      'port',
      'The port',
    ),
    ...portsTwice(
      is.ports.map((port) => port.backendPort),
      'backendPort',
      'The backend port',
    ),
    ...(is.probe.protocol !== 'Tcp' && is.probe.path === ''
      ? [problem('answer-missing', 'loadBalancer.probe.path', { why: `the probe is ${is.probe.protocol}` })]
      : []),
    ...(is.probe.protocol === 'Tcp' && is.probe.path !== ''
      ? [
          problem('answer-unused', 'loadBalancer.probe.path', {
            what: 'A Tcp probe has no path',
            instead: 'loadBalancer.probe.protocol=Http',
          }),
        ]
      : []),
    ...partlyEncrypted(view),
  ];
}

/** Connections through the balancer fail. Source: azure-docs virtual-network/virtual-network-encryption-overview.md, "Scenarios list". */
function partlyEncrypted(view: View): readonly AnswerProblem[] {
  const sizes = machinesIn(view)
    .filter(isBalanced)
    .map(({ is }) => is.size);
  const without = sizes.filter((size) => encryptsNetwork(size) === false);
  return view.core.network.encryption === true && sizes.some((size) => encryptsNetwork(size)) && without.length > 0
    ? [problem('backends-network-encryption', 'network.encryption', { sizes: [...new Set(without)] })]
    : [];
}

/** The probe checks a port that no rule sends traffic to. */
export function contradictions(view: View): readonly Contradiction[] {
  const is = loadBalancerInputs.of(view);
  const ports = [...new Set(is.ports.map((one) => one.backendPort))];
  const [first] = ports;
  if (!is.enabled || first === undefined || ports.includes(is.probe.port)) return [];
  return [
    {
      code: 'probe-elsewhere',
      path: 'loadBalancer.probe.port',
      category: 'Edge Cases & Failure Handling',
      impact: 2,
      uncertainty: 2,
      now: is.probe.port,
      recommended: first,
      options: [...ports.slice(0, 4), is.probe.port],
      args: { here: view.environment, port: is.probe.port, ports: ports.map(String) },
    },
  ];
}

/**
 * Rules with floating IP off may share neither a frontend port nor, in one pool, a backend port.
 * Source: azure-docs load-balancer/load-balancer-multivip-overview.md, "Rule type #1: No backend port reuse".
 */
function portsTwice(values: readonly (string | number)[], key: string, what: string): readonly AnswerProblem[] {
  return duplicates(values).map(({ value, index }) =>
    problem('answer-twice', `loadBalancer.ports.${index}.${key}`, { what: `${what} ${value}` }),
  );
}
