import { ownValue } from '../../src/bicep/own.ts';
import type { Use } from './chosen.ts';
import type { GivenInputs } from './given-inputs.ts';
import { isSecret, isVaultId } from './given-secrets.ts';
import { problem, type AnswerProblem } from './problem.ts';
import type { View } from './view.ts';

const idKey = 'idOf';

/** `{idOf: reports}`: the ID of what a component makes. */
export function referredTo(value: unknown): string | undefined {
  const name = ownValue(value, idKey);
  return typeof name === 'string' && Object.keys(value as object).length === 1 ? name : undefined;
}

interface Found {
  readonly path: string;
  readonly value: unknown;
}

/** Components whose ID the parameters name. */
export function referencesOf(view: View, inputs: GivenInputs): readonly Use[] {
  return valuesIn(view, inputs).flatMap(({ path, value }) => {
    const name = referredTo(value);
    return name === undefined ? [] : [{ name, answer: `${path}.${idKey}` }];
  });
}

/** Vaults that are not named by their resource ID. */
export function secretProblems(view: View, inputs: GivenInputs): readonly AnswerProblem[] {
  return valuesIn(view, inputs).flatMap(({ path, value }) =>
    isSecret(value) && !isVaultId(value.keyVault) ? [problem('module-secret-vault', `${path}.keyVault`, {})] : [],
  );
}

/** Every object and array of the parameters. */
function valuesIn(view: View, inputs: GivenInputs): readonly Found[] {
  const visit = (value: unknown, path: string): readonly Found[] =>
    typeof value !== 'object' || value === null
      ? []
      : [{ path, value }, ...Object.entries(value).flatMap(([key, one]) => visit(one, `${path}.${key}`))];
  return visit(inputs.of(view).params, `${inputs.key}.params`);
}

/** Where a person's value names another component, or a secret of a vault. */
interface Reference {
  /** Keys and places from the parameter on. */
  readonly path: readonly string[];
  readonly to: { readonly component: string } | { readonly vault: string };
}

export function referencesIn(value: unknown, path: readonly string[] = []): readonly Reference[] {
  if (typeof value !== 'object' || value === null) return [];
  const component = referredTo(value);
  if (component !== undefined) return [{ path, to: { component } }];
  if (isSecret(value)) return [{ path, to: { vault: value.keyVault } }];
  return Object.entries(value).flatMap(([key, one]) => referencesIn(one, [...path, key]));
}
