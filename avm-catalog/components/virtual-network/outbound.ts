import { parseCidr } from '../../azure/addresses.ts';
import type { InputDefinition } from '../../kernel/component.ts';
import { duplicates } from '../../kernel/duplicates.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import type { View } from '../../kernel/view.ts';
import { defaultDestinations, isServiceTag, outboundInputs } from './inputs.ts';

/** Priorities of these rules, in steps of 10, end before that of the last rule. */
const mostAllowed = 50;
const mostPort = 65535;

export const outboundDefinition: InputDefinition<ReturnType<typeof outboundInputs.of>> = {
  token: outboundInputs,
  fixed: ['allow'],
  about: { allow: 'virtual-machine' },
  schema: (z) =>
    z.strictObject({
      allow: z
        .array(
          z.strictObject({
            name: z
              .string()
              .regex(/^[A-Z][A-Za-z0-9]{0,29}$/, 'must be letters and digits, and begin with an uppercase letter'),
            to: z
              .string()
              .regex(
                /^([A-Z][A-Za-z0-9]+(\.[A-Za-z0-9]+)?|\d{1,3}(\.\d{1,3}){3}(\/\d{1,2})?)$/,
                'must be a service tag such as AzureMonitor, an IPv4 address, or a range',
              )
              .describe(
                'Destination. A service tag such as AzureMonitor or Storage.WestEurope, an address, or a range',
              ),
            ports: z
              .array(z.string().regex(/^\d{1,5}(-\d{1,5})?$/, 'must be a port, or a range such as 8000-8010'))
              .min(1)
              .max(20),
            purpose: z.string().max(80).optional().describe('What the traffic is for'),
          }),
        )
        .max(mostAllowed)
        .describe(
          'Outbound TCP traffic that the network security groups of VMs allow, besides private addresses. All other traffic is denied',
        ),
    }),
  defaults: () => ({ allow: defaultDestinations }),
  questions: [],
};

export function outboundProblems(view: View): readonly AnswerProblem[] {
  const { allow } = outboundInputs.of(view);
  const at = (index: number, key: string): string => `outbound.allow.${index}.${key}`;
  return [
    // The rule for the network itself is before them.
    ...duplicates(['Network', ...allow.map(({ name }) => name)]).map(({ value, index }) =>
      problem('answer-twice', at(index - 1, 'name'), { what: `The rule ${value}` }),
    ),
    ...allow.flatMap(({ to }, index) => rangeProblem(to, at(index, 'to'))),
    ...allow.flatMap(({ ports }, index) =>
      ports.flatMap((port) => (isPort(port) ? [] : [problem('port-unknown', at(index, 'ports'), { port })])),
    ),
  ];
}

function rangeProblem(to: string, answer: string): readonly AnswerProblem[] {
  if (isServiceTag(to)) return [];
  const parsed = parseCidr(to.includes('/') ? to : `${to}/32`);
  if (parsed.ok) return [];
  const canonical = parsed.problem.kind === 'not-network' ? parsed.problem.canonical : '10.20.0.0/22';
  const code = parsed.problem.kind === 'syntax' ? 'range-syntax' : 'range-not-network';
  return [problem(code, answer, { range: to, canonical })];
}

function isPort(text: string): boolean {
  const [low = 0, high = low] = text.split('-').map(Number);
  return low > 0 && low <= high && high <= mostPort;
}
