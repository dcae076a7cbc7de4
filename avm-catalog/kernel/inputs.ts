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
