import { reservedWord } from '../../avm-catalog/azure/reserved-words.ts';
import { limitedTypes, tagLimits } from '../../avm-catalog/azure/tags.ts';
import type { Finding } from '../findings/finding.ts';
import type { Spec } from '../resolve/spec.ts';
import { checkNames } from './check-names.ts';
import { checkTwice } from './check-twice.ts';
import type { Plan } from './plan.ts';

/** Problems of settings that only a plan shows: resulting names, tags of its types, checks of components. */
export function checkSettings(plan: Plan, spec: Spec): readonly Finding[] {
  return [
    ...checkNames(plan, spec),
    ...reservedFindings(plan, spec),
    ...checkTwice(plan, spec),
    ...tagFindings(plan, spec),
    ...componentFindings(plan, spec),
  ];
}

function componentFindings(plan: Plan, spec: Spec): readonly Finding[] {
  return spec.components
    .filter((one) => plan.components.some(({ name }) => name === one.name))
    .flatMap((one) => one.checkPlan?.(plan, spec.views) ?? []);
}

/** A word is in all names or in none: it is told once for each place that it comes from. */
function reservedFindings({ names }: Plan, spec: Spec): readonly Finding[] {
  const found = names.flatMap(({ type, values }) =>
    Object.entries(values).flatMap(([environment, name]) => {
      const reserved = type.includes('/') ? reservedWord(name) : undefined;
      return reserved ? [{ name, reserved, answer: placeOf(reserved.word, environment, spec) }] : [];
    }),
  );
  const isSame = (a: (typeof found)[number]) => (b: typeof a) =>
    a.answer === b.answer && a.reserved.word === b.reserved.word;
  return found
    .filter((one, index) => found.findIndex(isSame(one)) === index)
    .map(({ name, reserved, answer }) => ({
      code: 'name-reserved',
      severity: 'error',
      where: { file: 'avm.yaml', answer },
      ids: ['NAM-001'],
      args: { name, ...reserved },
    }));
}

function placeOf(word: string, environment: string, { workload }: Spec): string {
  const isOf = (text: string): boolean => text.toLowerCase().replaceAll('-', '').includes(word);
  return !isOf(workload.name) && isOf(environment) ? `environments.${environment}` : 'workload.name';
}

const givenKeys = (params: object): readonly string[] =>
  Object.entries(params).flatMap(([key, value]) => (value === undefined ? [] : [key]));

/** All tags go to everything: the type that takes the fewest counts. */
function tagFindings({ resources }: Plan, { tagNames }: Spec): readonly Finding[] {
  const types = resources.flatMap((one) =>
    one.kind === 'module' ? limitedTypes(one.module, givenKeys(one.params)) : [],
  );
  const strictest = types.toSorted((a, b) => tagLimits(a).count - tagLimits(b).count)[0];
  if (strictest === undefined || tagNames.length <= tagLimits(strictest).count) return [];
  const args = { count: tagNames.length, most: tagLimits(strictest).count, type: strictest };
  return [{ code: 'tags-too-many', severity: 'error', where: { file: 'avm.yaml', answer: 'tags' }, ids: [], args }];
}
