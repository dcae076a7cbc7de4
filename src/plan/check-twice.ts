import { makeFinding, type Finding } from '../findings/finding.ts';
import type { Spec } from '../resolve/spec.ts';
import type { Plan } from './plan.ts';

interface Twice {
  readonly name: string;
  readonly type: string;
  readonly environment: string;
  readonly others: readonly [string, string];
}

/** Names of one type and one environment, equal to Azure, which minds no case; the pattern keeps environments apart. */
export function checkTwice({ names }: Plan, { components }: Spec): readonly Finding[] {
  const seen = new Map<string, string>();
  const twice = names.flatMap(({ key, type, values }) =>
    Object.entries(values).flatMap(([environment, name]): Twice[] => {
      const same = `${type} ${environment} ${name}`.toLowerCase();
      const first = seen.get(same);
      if (first === undefined) seen.set(same, key);
      return first === undefined ? [] : [{ name, type, environment, others: [first, key] }];
    }),
  );
  const added = components.flatMap(({ name, type }) => (type === undefined ? [] : [name]));
  const found = new Map(twice.map((one) => findingOf(one, alike(added, one.others))));
  return [...found.values()];
}

/** Two components that a person named alike are told once; what else is cut off is told for each environment. */
function findingOf({ name, type, environment, others }: Twice, components: readonly string[]): [string, Finding] {
  const [one = '', other] = components;
  const finding =
    other === undefined
      ? makeFinding(
          'name-twice',
          'error',
          { name, type, others },
          { file: 'avm.yaml', answer: 'workload.name', environment },
          ['NAM-001'],
        )
      : makeFinding(
          'component-name-alike',
          'error',
          { name: one, other, type },
          { file: 'avm.yaml', answer: `components.${one}` },
          ['NAM-001'],
        );
  return [JSON.stringify(other === undefined ? [others, environment] : [one, other]), finding];
}

/** Names of two components that differ in hyphens alone, which names of some types can't have; the longer one first. */
function alike(added: readonly string[], [first, second]: Twice['others']): readonly string[] {
  if (first.toLowerCase() !== second.toLowerCase()) return [];
  const same = added.filter((one) => first.toLowerCase().startsWith(one.replaceAll('-', '')));
  const [longest = ''] = same.toSorted((a, b) => b.length - a.length);
  return same
    .filter((one) => one.replaceAll('-', '') === longest.replaceAll('-', ''))
    .toSorted((a, b) => b.length - a.length);
}
