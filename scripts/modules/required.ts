import { neededParameters } from '../../avm-catalog/components/avm-module/needed.ts';
import type { Data } from '../../avm-catalog/kernel/component.ts';
import type { ModuleInterface, TypeNode } from '../../avm-catalog/modules/interface.ts';
import { resolve } from '../../avm-catalog/modules/resolve.ts';

const subscription = '/subscriptions/00000000-0000-4000-8000-000000000001';
const resource = `${subscription}/resourceGroups/rg-shared/providers/Microsoft.Network/virtualNetworks/vnet-shared`;
const secret = {
  keyVault: `${subscription}/resourceGroups/rg-shared/providers/Microsoft.KeyVault/vaults/kv-shared`,
  secret: 'secret',
};
const deepest = 12;

/** A value of its type for each parameter that a module needs and that is not wired. */
export function requiredParams(iface: ModuleInterface): Readonly<Record<string, Data>> {
  return Object.fromEntries(
    Object.entries(neededParameters(iface)).map(([name, node]) => [name, valueOf(iface, node, name, 0)]),
  );
}

/** Of these, the ones that a key vault gives. */
export function requiredSecrets(iface: ModuleInterface): Readonly<Record<string, Data>> {
  return Object.fromEntries(
    Object.entries(requiredParams(iface)).filter(([name]) => iface.parameters[name]?.secure === true),
  );
}

function valueOf(iface: ModuleInterface, given: TypeNode, name: string, depth: number): Data {
  const node = resolve(iface.types, given);
  if (depth > deepest) return null;
  const [allowed] = node.allowedValues ?? [];
  if (node.secure === true && node.type === 'string') return secret;
  if (allowed !== undefined && node.type !== 'array') return allowed;
  switch (node.type) {
    case 'int':
      return node.minValue ?? Math.min(1, node.maxValue ?? 1);
    case 'bool':
      return false;
    case 'array':
      return arrayOf(iface, node, name, depth);
    case 'object':
      return objectOf(iface, node, depth);
    default:
      return textOf(node, name);
  }
}

function textOf({ minLength = 0, maxLength = 99 }: TypeNode, name: string): string {
  if (/resourceids?$/i.test(name)) return resource;
  return 'value1'.padEnd(minLength, 'x').slice(0, Math.max(maxLength, minLength, 1));
}

function arrayOf(iface: ModuleInterface, node: TypeNode, name: string, depth: number): Data {
  if (node.tuple) return node.tuple.map((one) => valueOf(iface, one, name, depth + 1));
  const [allowed] = node.allowedValues ?? [];
  const item = (): Data =>
    allowed === undefined ? valueOf(iface, node.items ?? { type: 'string' }, name, depth + 1) : allowed;
  return Array.from({ length: node.minLength ?? 1 }, item);
}

function objectOf(iface: ModuleInterface, node: TypeNode, depth: number): Data {
  if (node.discriminator) {
    const { property, mapping } = node.discriminator;
    const [[kind, variant] = []] = Object.entries(mapping);
    const own = variant ? valueOf(iface, variant, '', depth + 1) : {};
    return { ...(own as object), [property]: kind ?? '' };
  }
  const needed = Object.entries(node.properties ?? {}).filter(([, one]) => isNeeded(iface, one));
  return Object.fromEntries(needed.map(([key, one]) => [key, valueOf(iface, one, key, depth + 1)]));
}

function isNeeded(iface: ModuleInterface, node: TypeNode): boolean {
  const target = resolve(iface.types, node);
  return target.nullable !== true && (target.type !== undefined || target.ref !== undefined);
}
