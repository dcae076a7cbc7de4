import { ownValue } from '../../src/bicep/own.ts';
import type { View } from './view.ts';

/** Names the inputs of a component and knows their type, so that nothing central has to list them. */
export interface InputsToken<I> {
  /** Key in `spec`. */
  readonly key: string;
  /** The component's inputs in one environment; every view has those of every component. */
  of(view: Pick<View, 'inputs'>): I;
}

export function inputsToken<I>(key: string): InputsToken<I> {
  return { key, of: ({ inputs }) => ownValue(inputs, key) as I };
}

/**
 * A component's inputs in the first environment, for those that are alike in all: another value in one of them is a problem
 * of the answers, by `fixed` of the inputs or by `check`.
 */
export function alike<I>({ views }: { readonly views: readonly View[] }, token: InputsToken<I>): I {
  const [first] = views;
  return token.of(first as View);
}
