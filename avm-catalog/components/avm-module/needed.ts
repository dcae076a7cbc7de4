import type { ModuleInterface, ParameterNode } from '../../modules/interface.ts';
import { isRequired, parameterOf } from '../../modules/resolve.ts';
import { isNameChosen } from './name.ts';

/** Required parameters that the tool doesn't set, so the user must. */
export function neededParameters(iface: ModuleInterface): Readonly<Record<string, ParameterNode>> {
  return Object.fromEntries(
    Object.entries(iface.parameters).filter(([name, node]) => isRequired(iface.types, node) && !isWired(iface, name)),
  );
}

/** The `tags` of some types are a list of words, not Azure tags. */
export function isWired(iface: ModuleInterface, name: string): boolean {
  switch (name) {
    case 'name':
      return !isNameChosen(iface);
    case 'tags':
      return parameterOf(iface, name).type !== 'array';
    default:
      return ['location', 'lock', 'enableTelemetry'].includes(name);
  }
}
