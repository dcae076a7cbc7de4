import { Estate, type Predicted, type Violation } from '../../avm-catalog/constitution/estate.ts';
import { ruleDefinition } from '../../avm-catalog/constitution/rules/index.ts';
import { today } from './predict.ts';
import type { Spec } from '../../src/resolve/spec.ts';

/** Resources that a test breaks; a path is property names and indexes with dots between. */
export class Resources {
  list: Predicted[];

  constructor(resources: readonly Predicted[]) {
    this.list = structuredClone([...resources]);
  }

  /** The only one of its type whose id holds the text. */
  one(type: string, holds = ''): Predicted {
    const found = this.list.filter((one) => isType(one, type) && one.id.includes(holds));
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} of ${type} with ${holds}`);
    return found[0];
  }

  set(type: string, holds: string, path: string, value: unknown): void {
    write(this.one(type, holds), path, value);
  }

  drop(type: string, holds = ''): void {
    const left = this.list.filter((one) => !(isType(one, type) && one.id.includes(holds)));
    if (left.length === this.list.length) throw new Error(`no ${type} with ${holds}`);
    this.list = left;
  }

  add(...resources: readonly Predicted[]): void {
    this.list.push(...resources);
  }

  /** A copy of a resource under another name. */
  copy(type: string, holds: string, name: string): Predicted {
    const from = this.one(type, holds);
    const copy = { ...structuredClone(from), name, id: `${from.id.slice(0, from.id.lastIndexOf('/'))}/${name}` };
    this.add(copy);
    return copy;
  }

  /** Adds a rule to a network security group, like its first one but for what is given. */
  rule(group: string, properties: object): void {
    this.append('Microsoft.Network/networkSecurityGroups', group, 'properties.securityRules', securityRule(properties));
  }

  append(type: string, holds: string, path: string, item: unknown): void {
    at(this.one(type, holds), path).push(item);
  }
}

/** An inbound rule for HTTPS from inside, but for what is given. */
export function securityRule(properties: object): object {
  const usual = {
    access: 'Allow',
    direction: 'Inbound',
    priority: 200,
    protocol: 'Tcp',
    sourceAddressPrefix: 'VirtualNetwork',
    sourceAddressPrefixes: [],
    sourcePortRange: '*',
    destinationAddressPrefix: '*',
    destinationPortRange: '443',
    destinationPortRanges: [],
  };
  return { name: 'Added', properties: { ...usual, ...properties } };
}

function isType(one: Predicted, type: string): boolean {
  return one.type.toLowerCase() === type.toLowerCase();
}

type Bag = Record<string, unknown>;

export function write(into: Predicted, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((bag: Bag, key) => (bag[key] ??= {}) as Bag, into as Bag);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
}

function at(from: Predicted, path: string): unknown[] {
  const value = path.split('.').reduce<unknown>((bag, key) => (bag as Bag)[key], from);
  if (!Array.isArray(value)) throw new Error(`no list at ${path}`);
  return value;
}

/** What a rule finds, with the parameters it has in the answers. */
export function violations(
  id: string,
  resources: readonly Predicted[],
  spec: Spec,
  environment: string,
): readonly Violation[] {
  const rule = spec.rules.find((one) => one.definition.id === id);
  const view = spec.views.find((one) => one.environment === environment);
  if (!rule || !view) throw new Error(`no ${id} in ${environment}`);
  return rule.definition.check(new Estate(resources), rule.parameters, view, today);
}

/** Types of the resources that break a rule; empty for what is missing. */
export function brokenTypes(found: readonly Violation[], resources: readonly Predicted[]): readonly string[] {
  const estate = new Estate(resources);
  return found.map(({ resource }) => estate.byId(resource)?.type ?? resource);
}

export function titleOf(id: string): string {
  return ruleDefinition(id)?.title ?? '';
}
