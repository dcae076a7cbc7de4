import type { Composer, NameSpec } from '../../avm-catalog/kernel/component.ts';
import type { View } from '../../avm-catalog/kernel/view.ts';
import type { MadeName } from './name-parts.ts';
import type { Namer } from './names.ts';

/** A name that a setting gives, or that avm.yaml has in an environment, is a parameter; elsewhere its value is the proposed name. */
export function givenName(c: Composer, namer: Namer, spec: NameSpec): MadeName | undefined {
  const { given } = spec;
  if (!given) return undefined;
  const isGiven = c.views.some((view) => given.value(view) !== '');
  if (!isGiven && !c.isByEnvironment(given.parameter.answers)) return undefined;
  const proposed = namer.name(spec);
  const named = (view: View): string => given.value(view) || proposed.in(view);
  return { value: c.parameter({ ...given.parameter, value: named }), in: named };
}
