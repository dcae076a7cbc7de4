import { parseCidr } from '../../azure/addresses.ts';
import { isInternal } from '../../kernel/address-spaces.ts';
import { duplicates } from '../../kernel/duplicates.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import { subnetKeys } from '../../kernel/subnet-ranges.ts';
import { namedIn, type View } from '../../kernel/view.ts';
import { sourceTags } from './allowed.ts';
import { subnetInputs, subnetsIn } from './inputs.ts';

const mostPort = 65535;

export function subnetProblems(view: View): readonly AnswerProblem[] {
  const is = subnetInputs.of(view);
  if (!is.enabled) return [];
  const at = (index: number, key: string): string => `subnet.allow.${index}.${key}`;
  return [
    ...duplicates(is.allow.map(({ name }) => name)).map(({ value, index }) =>
      problem('answer-twice', at(index, 'name'), { what: `The rule ${value}` }),
    ),
    ...is.allow.flatMap(({ from }, index) => sourceProblem(view, from, at(index, 'from'))),
    ...is.allow.flatMap(({ ports }, index) =>
      ports.flatMap((port) => (isPort(port) ? [] : [problem('port-unknown', at(index, 'ports'), { port })])),
    ),
    ...(is.routeTable === '' || namedIn(view).includes(is.routeTable)
      ? []
      : [problem('module-reference', 'subnet.routeTable', { name: is.routeTable, known: namedIn(view) })]),
  ];
}

function sourceProblem(view: View, from: string, answer: string): readonly AnswerProblem[] {
  if (sourceTags.includes(from)) return [];
  if (from.includes('/')) {
    const parsed = parseCidr(from);
    if (!parsed.ok) return [problem('range-syntax', answer, { range: from, canonical: '10.20.0.0/22' })];
    return isInternal(parsed.cidr, view.rules) ? [] : [problem('range-public', answer, { range: from })];
  }
  const subnets = [
    ...subnetKeys.filter((key) => key === 'workload' || view.subnets.some((one) => one === key)),
    ...subnetsIn(view).map(({ id }) => id),
  ];
  return subnets.includes(from) ? [] : [problem('subnet-unknown', answer, { name: from, known: subnets })];
}

function isPort(text: string): boolean {
  const [low = 0, high = low] = text.split('-').map(Number);
  return low > 0 && low <= high && high <= mostPort;
}
