import {
  bare,
  isExpression,
  operator,
  param,
  spread,
  sure,
  symbol,
  text,
  when,
  type Expression,
  type ReferenceExpression,
  type ObjectValue,
  type Value,
} from '../../src/bicep/value.ts';
import { ownValue } from '../../src/bicep/own.ts';
import type { Composer } from './component.ts';
import type { Contribution } from './contribution.ts';
import { privatePorts } from '../azure/private-ports.ts';
import { hasZones } from '../azure/regions.ts';
import type { Slots } from './slots.ts';

/** `condition ? then : otherwise`, folded where the condition is known. */
export function choice(condition: Value | undefined, then: Value, otherwise: Value): Value {
  if (condition === true || condition === undefined) return then;
  if (condition === false) return otherwise;
  return when(condition, then, otherwise);
}

/** A property of an object that `choose` gave: of the value itself, or of its parameter. */
export function fieldOf(chosen: Value, key: string): Value {
  return isExpression(chosen)
    ? { ...(chosen as ReferenceExpression), path: [key] }
    : (ownValue(chosen as ObjectValue, key) ?? null);
}

/** Contributions of which one applies in each environment, as one value; `none` if none does. */
export function pick<T>(given: readonly Contribution<T>[], value: (item: T) => Value, none: Value = null): Value {
  return given.reduceRight<Value>((rest, one) => choice(one.on, value(one.item), rest), none);
}

/** A list whose conditional parts are spread into it; neighbours under one condition share it. */
export function list<T>(given: readonly Contribution<T>[], value: (one: Contribution<T>) => Value): Value[] {
  const result: Value[] = [];
  let open: { on: Expression; items: Value[] } | undefined;
  for (const one of given) {
    if (!one.on) {
      open = undefined;
      result.push(value(one));
    } else if (open && JSON.stringify(open.on) === JSON.stringify(one.on)) {
      open.items.push(value(one));
    } else {
      open = { on: one.on, items: [value(one)] };
      result.push(spread(when(one.on, open.items, [])));
    }
  }
  return result;
}

/** Both conditions; omits those that are always true. */
export function both(a: Expression | undefined, b: Expression | undefined): Expression | undefined {
  if (!a || !b) return a ?? b;
  return JSON.stringify(a) === JSON.stringify(b) ? a : operator('&&', a, b);
}

/** Either condition; none if one is always true. */
export function either(a: Expression | undefined, b: Expression | undefined): Expression | undefined {
  if (!a || !b) return undefined;
  return JSON.stringify(a) === JSON.stringify(b) ? a : operator('||', a, b);
}

export function not(value: Value): Value {
  const inner = bare(value);
  return typeof inner === 'boolean' ? !inner : operator('!', inner);
}

/** True, false, or a parameter of type bool; as the condition of a resource. */
export function asCondition(flag: Value): Expression | undefined {
  const inner = bare(flag);
  return isExpression(inner) ? inner : undefined;
}

/** An output of a module of the component, for values that are used only if the component is on. */
export function outputOf(c: Composer, name: string, output: string): ReferenceExpression {
  const found = symbol(c.symbol(name), 'outputs', output);
  return c.condition === undefined ? found : sure(found);
}

/** The shared diagnostic settings, if the constitution requires diagnostics. */
export function diagnostics(c: Composer): Value | undefined {
  const [given] = c.collect('diagnostics');
  return given && c.because(['OPS-002', 'logs'], given.item.value);
}

/** The same for a service that sends logs only to resource-specific tables. */
export function dedicatedDiagnostics(c: Composer): Value | undefined {
  const [given] = c.collect('diagnostics');
  return given && c.because(['OPS-002', 'logs'], given.item.dedicated);
}

/** The zone of zonal resources; -1 for none, as in the modules. */
export function zone(c: Composer): Value {
  return c.parameter({
    name: 'availabilityZone',
    shared: true,
    type: { kind: 'literals', of: [-1, 1, 2, 3] },
    description: 'Availability zone of the virtual machine and the resources that depend on it; -1 for none',
    value: (view) => view.core.location.zone ?? -1,
    answers: ['location.zone'],
  });
}

/** Zones of public addresses and frontends: all three, or none in a region without zones. */
export function zones(c: Composer): Value {
  return c.choose({
    name: 'publicAddressZones',
    shared: true,
    type: { kind: 'array', of: { kind: 'literals', of: [1, 2, 3] } },
    description: 'Availability zones of public IP addresses and frontends; empty in a region without zones',
    value: (view) => (hasZones(view.core.location.region) ? [1, 2, 3] : []),
    answers: ['location.region'],
  });
}

/** Diagnostic settings of a resource whose module doesn't support them; `of` follows "Diagnostic settings of". */
export function nativeDiagnostics(
  c: Composer,
  on: { readonly symbol: string; readonly existing: ReferenceExpression; readonly of: string; readonly logs: boolean },
): void {
  const [given] = c.collect('diagnostics');
  if (!given) return;
  c.native({
    symbol: on.symbol,
    type: 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview',
    comment: `Diagnostic settings of ${on.of}`,
    reason: 'the module has no parameter for diagnostic settings',
    ids: ['OPS-002', 'logs'],
    body: {
      scope: on.existing,
      name: 'to-log-analytics',
      properties: on.logs ? given.item.native : given.item.nativeMetrics,
    },
  });
}

/** One private endpoint, in the subnet for them, registered in the service's private DNS zone. */
export function privateEndpoint(
  c: Composer,
  of: { readonly target: string; readonly service: string; readonly several: boolean },
): ObjectValue {
  const name = of.several ? text`${c.reference(of.target)}-${of.service}` : c.reference(of.target);
  const records = c.collect('privateDnsZone').filter((one) => one.item.service === of.service);
  return {
    name: text`pep-${name}`,
    location: param('location'),
    service: of.service,
    customNetworkInterfaceName: text`nic-pep-${name}`,
    subnetResourceId: c.id('subnetPrivateEndpoints'),
    privateDnsZoneGroup:
      records.length === 0
        ? undefined
        : { privateDnsZoneGroupConfigs: records.map(({ item: { id } }) => ({ privateDnsZoneResourceId: id })) },
  };
}

/** A service that private endpoints reach: the zone of its name, and its ports in the subnet of the endpoints. */
export function offerPrivately(
  c: Composer,
  service: string,
  options: { readonly on?: Expression | undefined } = {},
): void {
  c.contribute('privateService', { service }, options);
  for (const { rule: name, priority, ports, what: description } of privatePorts(service))
    c.contribute(
      'securityRule',
      {
        subnet: 'privateEndpoints',
        rule: {
          name,
          priority,
          direction: 'Inbound',
          access: 'Allow',
          protocol: 'Tcp',
          description,
          source: 'VirtualNetwork',
          destination: 'VirtualNetwork',
          ports,
        },
      },
      options,
    );
}

/** A VM of the template, as an existing resource for scopes and parents. */
export function existingMachine(
  c: Composer,
  { attached, name, of }: Pick<Slots['machine'], 'attached' | 'name' | 'of'>,
): ReferenceExpression {
  return c.existing({
    symbol: attached,
    type: 'Microsoft.Compute/virtualMachines@2025-04-01',
    name,
    comment: `Existing virtual machine${of === undefined ? '' : ` ${of}`}, as the scope or parent of other resources`,
  });
}
