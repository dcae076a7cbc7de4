import type { Blueprint } from '../../avm-catalog/kernel/blueprint.ts';
import { components } from '../../avm-catalog/components/index.ts';
import { defaultSpec, settingsOf } from './defaults.ts';

/** Keys of `spec` that a blueprint reads: what all components share, and the inputs of its own. */
export function inputKeys({ components: names }: Pick<Blueprint, 'components'>): ReadonlySet<string> {
  const others = components.flatMap(({ name, inputs }) => (inputs && !names.includes(name) ? [inputs.key] : []));
  const all = Object.keys(defaultSpec({ workload: '', environment: '', rules: settingsOf({}) }));
  return new Set(all.filter((key) => !others.includes(key as (typeof others)[number])));
}
