import type { View } from '../../../avm-catalog/kernel/view.ts';
import { valueAt } from '../../answers/defaults.ts';

/** The value of a setting in one environment. */
export function settingIn(view: View, below: readonly string[]): unknown {
  return valueAt({ ...view.core, ...view.inputs, tags: view.tags }, below);
}
