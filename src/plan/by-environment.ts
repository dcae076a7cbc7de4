import { coreQuestions } from '../../avm-catalog/kernel/core-questions.ts';
import type { ParameterSpec } from '../../avm-catalog/kernel/component.ts';
import type { View } from '../../avm-catalog/kernel/view.ts';
import type { Value } from '../bicep/value.ts';
import type { Spec } from '../resolve/spec.ts';

/**
 * Whether settings are a matter of each environment: the interview asks for it there, or avm.yaml has it in one. It doesn't
 * count whether environments happen to agree, so that another value doesn't change which parameters there are.
 */
export function byEnvironment({ components, written }: Spec): (answers: readonly string[]) => boolean {
  const asked = [
    ...coreQuestions.flatMap((one) => (one.byEnvironment ? [one.path] : [])),
    // Settings of a named component are in one place, unless an environment overrides one.
    ...components.flatMap(({ inputs, type }) =>
      (type === undefined ? (inputs?.questions ?? []) : []).flatMap((one) =>
        one.byEnvironment ? [`${inputs?.token.key}.${one.path}`] : [],
      ),
    ),
  ];
  const paths = [...asked, ...written];
  return (answers) => answers.some((answer) => paths.some((path) => within(path, answer) || within(answer, path)));
}

/** The value of a setting that is no parameter. */
export function settledValue(
  views: readonly View[],
  spec: ParameterSpec,
  isByEnvironment: (answers: readonly string[]) => boolean,
): { readonly value: Value } | undefined {
  if (!spec.decides && isByEnvironment(spec.answers)) return undefined;
  const values = views.map((view) => JSON.stringify(spec.value(view)));
  const [first] = values;
  const isAlike = first !== undefined && values.every((value) => value === first);
  return isAlike ? { value: JSON.parse(first) as Value } : undefined;
}

const within = (path: string, above: string): boolean => path === above || path.startsWith(`${above}.`);
