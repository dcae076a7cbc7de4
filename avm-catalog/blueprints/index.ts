import type { Blueprint } from '../kernel/blueprint.ts';
import { dataStore } from './data-store/blueprint.ts';
import { empty } from './empty/blueprint.ts';
import { windowsVm } from './windows-vm/blueprint.ts';

export const blueprints: readonly Blueprint[] = [windowsVm, dataStore, empty];
/** The blueprint of a new workspace unless another one is chosen. */
export const defaultBlueprint: Blueprint = windowsVm;

/** By `name@version`. */
export function blueprintNamed(reference: string): Blueprint | undefined {
  return blueprints.find((one) => `${one.name}@${one.version}` === reference);
}
