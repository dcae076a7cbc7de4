import type { Blueprint } from '../blueprint.ts';
import { windowsVm } from './windows-vm.ts';

export const blueprints: readonly Blueprint[] = [windowsVm];

/** By `name@version`. */
export function blueprintNamed(reference: string): Blueprint | undefined {
  return blueprints.find((one) => `${one.name}@${one.version}` === reference);
}
